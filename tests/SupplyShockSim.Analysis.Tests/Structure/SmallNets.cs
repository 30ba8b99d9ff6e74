using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Analysis.Tests.Structure;

/// <summary>
/// Small networks from a line of text: <c>mine>plant:ore 5 20</c> is a lane of 5 t/d that costs 20 USD/t (default 0). Who receives nothing is a mine, who
/// ships nothing a user; every other needs one tonne of each thing that it receives for one of each that it ships. All is in one country.
/// </summary>
internal static class SmallNets
{
    public sealed record Lane(string From, string To, string Of, double Flow, double Cost);

    public static Lane[] Lanes(string text) =>
    [
        .. text.Split(';', StringSplitOptions.TrimEntries).Select(line =>
        {
            var words = line.Split(' ', '>', ':');
            return new Lane(
                words[0], words[1], words[2], double.Parse(words[3], CultureInfo.InvariantCulture),
                words.Length > 4 ? double.Parse(words[4], CultureInfo.InvariantCulture) : 0);
        }),
    ];

    public static SupplyNetwork Of(string text, params (string User, CohortSpec Cohorts)[] cohorts) => Of(Lanes(text), cohorts);

    public static SupplyNetwork Of(IReadOnlyList<Lane> lanes, params (string User, CohortSpec Cohorts)[] cohorts)
    {
        var problems = new List<Problem>();
        var spec = new NetworkSpec
        {
            Rates = "t/d",
            Balance = BalanceRule.Report,
            Commodities = [.. lanes.Select(l => l.Of).Distinct().Select(c => new CommoditySpec { Id = c, Price = new UsdPerTonne(1000) })],
            Sites = [.. lanes.SelectMany(l => new[] { l.From, l.To }).Distinct().Select(id => Site(id, lanes, cohorts))],
            Lanes =
            [
                .. lanes.Select(l => new LaneSpec
                {
                    From = l.From, To = l.To, Of = l.Of, Flow = new TonnesPerDay(l.Flow), Cost = new UsdPerTonne(l.Cost), Transit = SimDuration.FromDays(2),
                }),
            ],
        };
        return NetworkBuilder.Build(spec, new DateTime(2026, 1, 1), "network", problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    public static int Row(this NetworkGraph graph, string id) => Array.IndexOf(graph.Network.Rows.Id, id);

    public static int Commodity(this NetworkGraph graph, string id) => Array.IndexOf(graph.Network.Commodities.Id, id);

    public static string Ids(this NetworkGraph graph, IEnumerable<int> rows) => string.Join(' ', rows.Select(r => graph.Network.Rows.Id[r]));

    /// <summary>Legs as <c>from>to</c>.</summary>
    public static string Say(this NetworkGraph graph, IEnumerable<Leg> legs) =>
        string.Join(' ', legs.Select(l => graph.Network.Rows.Id[l.Source] + ">" + graph.Network.Rows.Id[l.Target]));

    private static SiteSpec Site(string id, IReadOnlyList<Lane> lanes, (string User, CohortSpec Cohorts)[] cohorts)
    {
        var needs = lanes.Where(l => l.To == id).Select(l => l.Of).Distinct().ToDictionary(c => c, _ => 1.0);
        var makes = lanes.Where(l => l.From == id).Select(l => l.Of).Distinct().ToDictionary(c => c, _ => 1.0);
        return makes.Count == 0
            ? new SiteSpec
            {
                Id = id,
                Kind = SiteKind.Consumer,
                Country = "JP",
                Uses = needs,
                Demand = new TonnesPerDay(Math.Max(1, lanes.Where(l => l.To == id).Sum(l => l.Flow))),
                Cohorts = Array.Find(cohorts, c => c.User == id).Cohorts,
            }
            : new SiteSpec
            {
                Id = id,
                Kind = needs.Count == 0 ? SiteKind.Mine : SiteKind.Refinery,
                Country = "JP",
                Technology = new TechnologyRef(null, new TechnologySpec { Inputs = needs, Outputs = makes }),
                Capacity = new TonnesPerDay(100),
            };
    }
}
