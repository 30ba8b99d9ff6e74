using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Stockpiles;

/// <summary>
/// Goods that lie ready for those who run short, of one country or pooled by several. It lies in the country among them that uses most, so that an
/// export control of that country reaches what it sends to the others.
/// </summary>
/// <remarks>
/// Released is, from one moment to the next, what a member lacks: under <c>shortfall</c> what an empty buyer's arrivals lack of the use it wants;
/// under <c>cover</c> the same for a buyer at or below that cover, and under <c>price</c> for one in a country at or above that price: its stock then
/// stands still. Buyers go on ordering and looking for other
/// sellers as if there were no stockpile. It is filled again as a buyer on the market, who shows itself only once nothing was released for a time.
/// </remarks>
public sealed record Stockpile : AnswerSpec
{
    [Field("of", "the commodity", Required = true, Example = "ndfeb-magnet")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("for", "the countries or blocs whose buyers it serves; several hold it together", Required = true, Example = "[Japan]")]
    public IReadOnlyList<string> Members { get; init; } = [];

    [Field("amount", "how much it holds when full: a mass, or days of the members' baseline use", Required = true, Example = "60 d")]
    public StockAmount Amount { get; init; }

    [Field("fill", "how full it is at the start", Default = "100 %")]
    public Share Fill { get; init; } = Share.All;

    [Field("release", "when goods are released, and how much")]
    public ReleaseSpec Release { get; init; } = new();

    [Field("serves", "whom of the members it serves, and in which order")]
    public ServesSpec Serves { get; init; } = new();

    [Field("transit", "time from the stockpile to a buyer", Default = "0 d")]
    public SimDuration Transit { get; init; }

    [Field("refill", "how it is filled again; default: never", Example = "{after: 30 d, over: 180 d}")]
    public RefillSpec? Refill { get; init; }

    [Field("holding", "cost of keeping it: a share a year of the value of what lies there; default: none", Example = "5 %/yr")]
    public PerYear? Holding { get; init; }

    /// <summary>The one commodity that it holds; nothing where several are named.</summary>
    public string Commodity => Of.Count == 1 ? Of[0] : "";

    /// <inheritdoc/>
    public override string Type => "stockpile";

    /// <inheritdoc/>
    public override string Meaning => "goods lie ready for the buyers of countries who run short";

    /// <inheritdoc/>
    public override string Summary => $"a stockpile of {Amount} of {PolicyWords.Join(Of)} for {PolicyWords.Join(Members)}";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Site;

    /// <inheritdoc/>
    public override bool GrowsNetwork => true;

    /// <summary>The sites it serves.</summary>
    public override int[] Select(Selectors selectors) => selectors.Users("for", Members, "of", Of, Serves.EndUse);

    /// <inheritdoc/>
    public override void AddTo(NetworkAdditions additions, string name)
    {
        var served = Members.Count == 0 ? [] : Select(additions.Selectors);
        if (served.Length == 0 || additions.Network.IndexOf(Commodity) < 0 || additions.IsTaken(name))
        {
            return;
        }

        var (network, commodity) = (additions.Network, additions.Network.IndexOf(Commodity));
        var country = served.GroupBy(s => network.Sites.Country[s])
            .MaxBy(g => g.Sum(s => network.BaselineFlow(network.InputOf(s, commodity))))!.Key;
        additions.Add(new SiteSpec
        {
            Id = name,
            Kind = SiteKind.Stockpile,
            Country = network.Countries.Code[country],
            Technology = new TechnologyRef(null, new TechnologySpec
            {
                Inputs = new Dictionary<string, double> { [Commodity] = 1 },
                Outputs = new Dictionary<string, double> { [Commodity] = 1 },
            }),
            Capacity = new TonnesPerDay(1),
            Opens = NetworkAdditions.Never,
        });
        foreach (var row in additions.RowsOf(served))
        {
            additions.Add(new LaneSpec { From = name, To = row, Of = Commodity, Transit = Transit, IsOnCall = true });
        }

        foreach (var lane in SellersTo(network, served, commodity))
        {
            additions.Add(lane with { To = name, Of = Commodity });
        }
    }

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (Members.Count == 0)
        {
            check.Fault("for", "SS460", "a stockpile for nobody", "name the countries or blocs whose buyers it serves");
        }
        else if (check.Subjects.Length > 0 && check.Network.IndexOf(Commodity) >= 0 && !IsIn(check.Network, check.Name))
        {
            check.Fault("name", "SS461", $"the network has a site that is called '{check.Name}'", "give the answer another name");
        }

        if (check.Subjects.Length > 0 && check.Network.IndexOf(Commodity) < 0)
        {
            check.Fault("of", "SS465", $"'{PolicyWords.Join(Of)}' is several commodities, and a stockpile holds one",
                "name the commodity, or give each its own stockpile");
        }

        if (Release.When is { Cover: not null, Price: not null })
        {
            check.Fault("release.when", "SS462", "both a cover and a price say when goods are released", "keep one of them");
        }

        if (check.Network.IndexOf(Commodity) is var of and >= 0 && double.IsNaN(check.Network.Commodities.PriceUsdPerTonne[of]))
        {
            check.Warn("of", "SS464", $"'{Commodity}' has no price, so that what this answer buys and holds counts nothing", "give the commodity a `price`");
        }

        if (Transit.Seconds < 0 || Release.When.Cover?.Seconds <= 0 || Refill is { } refill && (refill.After.Seconds < 0 || refill.Over.Seconds <= 0))
        {
            check.Fault("", "SS463", "a time of the stockpile below zero, or a cover or a time to fill of nothing", "correct the span");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new StockpileAtWork(bench, resolved, this);

    private static bool IsIn(SupplyNetwork network, string name) =>
        network.SiteCalled(name) is var site and >= 0 && network.Sites.Kind[site] == SiteKind.Stockpile;

    /// <summary>Who sells to the members, over the shortest and cheapest of its ways there: of them the stockpile buys.</summary>
    private static IEnumerable<LaneSpec> SellersTo(SupplyNetwork network, int[] served, int commodity)
    {
        var (lanes, members) = (network.Lanes, served.ToHashSet());
        return Enumerable.Range(0, lanes.Count).Where(l => lanes.Commodity[l] == commodity && members.Contains(lanes.To[l]))
            .GroupBy(l => network.Sites.Row[lanes.From[l]]).Select(g => new LaneSpec
            {
                From = network.Rows.Id[g.Key],
                Transit = SimDuration.FromSeconds(g.Min(l => lanes.TransitSeconds[l])),
                Cost = new UsdPerTonne(g.Min(l => lanes.CostUsdPerTonne[l])),
            });
    }
}
