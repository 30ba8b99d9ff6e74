using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis;

/// <summary>One country in the making of one commodity, in the baseline.</summary>
/// <param name="Country">Index into the network's countries.</param>
/// <param name="MadeTonnesPerDay">What its sites make.</param>
/// <param name="Share">Its share of what the world makes, from 0 to 1.</param>
/// <param name="CapacityTonnesPerDay">What they could make at most.</param>
/// <param name="ImportReliance">Part of what it uses that it imports, net; see <see cref="Analysis.ImportReliance"/>; null where it uses none.</param>
public sealed record CountryProfile(int Country, double MadeTonnesPerDay, double Share, double CapacityTonnesPerDay, double? ImportReliance)
{
    /// <summary>Capacity over baseline: by what part more could be made; null where nothing is made.</summary>
    public double? Headroom => StageProfile.Over(CapacityTonnesPerDay, MadeTonnesPerDay);
}

/// <summary>A stage: the making of one commodity, in the baseline.</summary>
/// <param name="Commodity">Index into the network's commodities.</param>
/// <param name="MadeTonnesPerDay">What the world makes.</param>
/// <param name="CapacityTonnesPerDay">What it could make at most.</param>
/// <param name="Concentration">How concentrated it is; null where nothing is made.</param>
/// <param name="Countries">Countries that make or use it, the largest maker first, then by reliance on imports, then by code.</param>
public sealed record StageProfile(
    int Commodity, double MadeTonnesPerDay, double CapacityTonnesPerDay, Concentration? Concentration, IReadOnlyList<CountryProfile> Countries)
{
    /// <summary>Capacity over baseline: by what part more could be made; null where nothing is made.</summary>
    public double? Headroom => Over(CapacityTonnesPerDay, MadeTonnesPerDay);

    /// <summary>The stages of a network, the most upstream first.</summary>
    public static IReadOnlyList<StageProfile> Of(SupplyNetwork network)
    {
        var stage = Stage.Baseline(network);
        var capacity = Capacity(network);
        return
        [
            .. Enumerable.Range(0, network.Commodities.Count)
                .OrderByDescending(c => network.Commodities.Rank[c])
                .ThenBy(c => c)
                .Select(commodity => Of(network, stage, capacity, commodity)),
        ];
    }

    internal static double? Over(double capacity, double made) => made > 0 ? (capacity / made) - 1 : null;

    private static StageProfile Of(SupplyNetwork network, Stage stage, double[,] capacity, int commodity)
    {
        double[] made = [.. Enumerable.Range(0, network.Countries.Count).Select(country => stage.Made(country, commodity))];
        var world = made.Sum();
        var countries = Enumerable.Range(0, made.Length)
            .Select(c => new CountryProfile(
                c,
                made[c],
                world > 0 ? made[c] / world : 0,
                capacity[c, commodity],
                Analysis.ImportReliance.Of(made[c], stage.Imported(c, commodity), stage.Exported(c, commodity))))
            .Where(c => c.CapacityTonnesPerDay > 0 || c.ImportReliance is not null)
            .OrderByDescending(c => c.MadeTonnesPerDay)
            .ThenByDescending(c => c.ImportReliance ?? 0)
            .ThenBy(c => c.Country)
            .ToArray();
        return new StageProfile(commodity, world, countries.Sum(c => c.CapacityTonnesPerDay), Concentration.Of(made), countries);
    }

    /// <summary>By country and commodity; a site that makes several things could make all at once.</summary>
    private static double[,] Capacity(SupplyNetwork network)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        var capacity = new double[network.Countries.Count, network.Commodities.Count];
        for (var stock = 0; stock < stocks.Count; stock++)
        {
            if (!stocks.IsInput[stock])
            {
                capacity[sites.Country[stocks.Site[stock]], stocks.Commodity[stock]] += stocks.Coefficient[stock] * sites.CapacityPerDay[stocks.Site[stock]];
            }
        }

        return capacity;
    }
}
