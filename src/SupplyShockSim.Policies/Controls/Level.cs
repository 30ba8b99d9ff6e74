using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Controls;

/// <summary>What a capacity or a demand goes to: a multiple of the baseline, or so many tonnes a day for all selected sites together.</summary>
public readonly record struct Level
{
    private Level(Ratio multiple, TonnesPerDay? flow) => (Multiple, Flow) = (multiple, flow);

    /// <summary>The multiple; zero where a flow is given.</summary>
    public Ratio Multiple { get; }

    /// <summary>The flow of all sites together, shared in proportion to their baseline; null where a multiple is given.</summary>
    public TonnesPerDay? Flow { get; }

    public static implicit operator Level(Ratio multiple) => new(multiple, null);

    public static implicit operator Level(TonnesPerDay flow) => new(default, flow);

    /// <summary>The multiple that it comes to for sites which can make, or want, so much together in the baseline, t/d.</summary>
    public double MultipleOf(double baseline) => Flow is { } flow ? flow.Value / baseline : Multiple.Value;
}

/// <summary>What some sites can make, or consumers want, of the one commodity that they have in common.</summary>
/// <param name="Commodities">The commodities that they make or use and that are meant, by id.</param>
/// <param name="TonnesPerDay">Of all sites together, where there is one commodity.</param>
internal readonly record struct SitesTogether(IReadOnlyList<string> Commodities, double TonnesPerDay)
{
    /// <param name="network">The network.</param>
    /// <param name="subjects">The sites.</param>
    /// <param name="of">The commodities that are meant; empty for all.</param>
    public static SitesTogether Of(SupplyNetwork network, int[] subjects, IReadOnlyList<string> of)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        var named = of.SelectMany(network.Commodities.Called).ToHashSet();
        var meant = subjects.SelectMany(site => Enumerable.Range(First(site), sites.FirstStock[site + 1] - First(site)).Select(stock => (site, stock)))
            .Where(s => of.Count == 0 || named.Contains(stocks.Commodity[s.stock])).ToArray();
        return new SitesTogether(
            [.. meant.Select(s => network.Commodities.Id[stocks.Commodity[s.stock]]).Distinct()],
            meant.Sum(s => sites.CapacityPerDay[s.site] * stocks.Coefficient[s.stock]));

        int First(int site) => sites.IsConsumer[site] ? sites.FirstStock[site] : sites.FirstOutput[site];
    }
}
