using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Reports.Tests.Figures;

/// <summary>
/// Where the goods of a chain stand that goes in two lines and in a circle: ore (9 t/d, China) and clay (2 t/d, Myanmar) are made into oxide and heavy oxide,
/// these into alloy (8 t/d) and plain alloy (2 t/d, of oxide alone), these into magnets of two kinds (nine tenths) and scrap (one tenth), which China makes
/// into oxide again.
/// </summary>
public class SankeyColumnsTests
{
    [Fact]
    public void Goods_of_one_step_share_a_column_and_its_shares_add_up()
    {
        var figure = Figure();
        var before = figure.Panels[0].Marks[0].Data.ToDictionary(d => (Column: (int)d.X, d.Series), d => Math.Round(d.Y, 6));

        Assert.Equal(["clay and ore", "heavy and oxide", "alloy and plain", "magnet and plain-magnet", "users"], figure.X.Categories);
        Assert.Equal(
            new()
            {
                [(0, "China > China")] = Math.Round(900 / 11.0, 6),
                [(0, "Myanmar > China")] = Math.Round(200 / 11.0, 6),
                // 8 t/d of oxide and 2 of heavy oxide; 2 of oxide go to South Korea.
                [(1, "China > China")] = Math.Round(1000 / 12.0, 6),
                [(1, "China > South Korea")] = Math.Round(200 / 12.0, 6),
                [(2, "China > Japan")] = 80,
                [(2, "South Korea > South Korea")] = 20,
                [(3, "Japan > Germany")] = 80,
                [(3, "South Korea > Germany")] = 20,
            },
            before);
        Assert.All(before.GroupBy(b => b.Key.Column), column => Assert.Equal(100, column.Sum(b => b.Value), 3));
        Assert.Contains("Not drawn, as it flows back: scrap.", figure.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_a_tenth_of_its_column_or_less_is_left_out_and_named()
    {
        // 1 t/d of clay to 9 of ore, 1 of heavy oxide to 10 of oxide.
        var figure = Figure(heavy: 0.125);

        Assert.Equal(["ore", "oxide", "alloy and plain", "magnet and plain-magnet", "users"], figure.X.Categories);
        Assert.Contains("Not drawn, together at most 10 % of a column: clay and heavy.", figure.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_are_shares_of_the_baseline_before_and_while_controls_are_in_force()
    {
        // Before, China sends Japan 9.5 t/d and Germany 1, Japan itself 3: 13.5 in all. From day 30 to 120 nothing leaves China for Japan.
        var figure = FigureCatalog.All.Single(k => k.Name == "sankey").Build(SampleRuns.Halt().FigureSource())!;
        var (before, during) = (Streams(0), Streams(1));

        Assert.Equal(["magnet", "users"], figure.X.Categories);
        Assert.Equal(950 / 13.5, before["China > Japan"], 9);
        Assert.Equal(100 / 13.5, before["China > Germany"], 9);
        Assert.Equal(300 / 13.5, before["Japan > Japan"], 9);
        Assert.Equal(["China > Germany", "Japan > Japan"], during.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(300 / 13.5, during["Japan > Japan"], 9);
        Assert.Equal("Magnet from China to Japan: 0 t/d while controls are in force, 9.5 t/d before", figure.Title);

        Dictionary<string, double> Streams(int panel) => figure.Panels[panel].Marks[0].Data.ToDictionary(d => d.Series, d => d.Y);
    }

    private static Figure Figure(double heavy = 0.25)
    {
        var clay = 8 * heavy;
        var spec = new RunSpec
        {
            Network = new NetworkSpec
            {
                Commodities =
                [
                    .. ((string[])["scrap", "magnet", "plain-magnet", "alloy", "plain", "heavy", "oxide", "clay", "ore"])
                        .Select(id => new CommoditySpec { Id = id }),
                ],
                Technologies =
                [
                    Technology("mining", [], [("ore", 1)]), Technology("clay-mining", [], [("clay", 1)]),
                    Technology("separation", [("ore", 1)], [("oxide", 1)]), Technology("heavy-separation", [("clay", 1)], [("heavy", 1)]),
                    Technology("alloying", [("oxide", 1), ("heavy", heavy)], [("alloy", 1)]), Technology("plain-alloying", [("oxide", 1)], [("plain", 1)]),
                    Technology("pressing", [("alloy", 1)], [("magnet", 0.9), ("scrap", 0.1)]),
                    Technology("plain-pressing", [("plain", 1)], [("plain-magnet", 0.9), ("scrap", 0.1)]),
                    Technology("recycling", [("scrap", 1)], [("oxide", 1)]),
                ],
                Sites =
                [
                    Maker("mine", "CN", "mining"), Maker("clay-mine", "MM", "clay-mining"), Maker("plant", "CN", "separation"),
                    Maker("heavy-plant", "CN", "heavy-separation"), Maker("foundry", "CN", "alloying"), Maker("plain-foundry", "KR", "plain-alloying"),
                    Maker("press", "JP", "pressing"), Maker("plain-press", "KR", "plain-pressing"), Maker("recycler", "CN", "recycling"),
                    User("motors", "magnet", 7.2), User("speakers", "plain-magnet", 1.8),
                ],
                Lanes =
                [
                    Lane("mine", "plant", "ore", 9), Lane("clay-mine", "heavy-plant", "clay", clay), Lane("plant", "foundry", "oxide", 7),
                    Lane("plant", "plain-foundry", "oxide", 2), Lane("recycler", "foundry", "oxide", 1), Lane("heavy-plant", "foundry", "heavy", clay),
                    Lane("foundry", "press", "alloy", 8), Lane("plain-foundry", "plain-press", "plain", 2), Lane("press", "motors", "magnet", 7.2),
                    Lane("plain-press", "speakers", "plain-magnet", 1.8), Lane("press", "recycler", "scrap", 0.8),
                    Lane("plain-press", "recycler", "scrap", 0.2),
                ],
            },
            Start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
            Horizon = SimDuration.FromDays(100),
            Shocks = [new ExportBan { By = ["Japan"], From = When.After(SimDuration.FromDays(30)), For = SimDuration.FromDays(60) }],
        };
        var problems = new List<Problem>();
        var record = PreparedRun.Prepare(spec, problems)?.Run() ?? throw new InvalidOperationException(string.Join('\n', problems));
        var source = SampleRuns.Halt().FigureSource() with { Run = new RunSource(record, Measures.Of(record)), Ranges = null };
        return FigureCatalog.All.Single(k => k.Name == "sankey").Build(source)!;
    }

    private static TechnologySpec Technology(string id, (string Of, double PerUnit)[] inputs, (string Of, double PerUnit)[] outputs) =>
        new() { Id = id, Inputs = inputs.ToDictionary(i => i.Of, i => i.PerUnit), Outputs = outputs.ToDictionary(o => o.Of, o => o.PerUnit) };

    private static SiteSpec Maker(string id, string country, string technology) =>
        new() { Id = id, Kind = SiteKind.Refinery, Country = country, Technology = new TechnologyRef(technology, null) };

    private static SiteSpec User(string id, string of, double demand) => new()
    {
        Id = id,
        Kind = SiteKind.Consumer,
        Country = "DE",
        Uses = new Dictionary<string, double> { [of] = 1 },
        Demand = new TonnesPerDay(demand),
    };

    private static LaneSpec Lane(string from, string to, string of, double flow) =>
        new() { From = from, To = to, Of = of, Flow = new TonnesPerDay(flow), Transit = SimDuration.FromDays(1) };
}
