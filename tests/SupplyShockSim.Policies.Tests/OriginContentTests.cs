using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Controls.Origin;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>A plant in Viet Nam makes magnets, half of Chinese, half of Australian alloy; Japan buys them, 10 t/d.</summary>
public sealed class OriginContentTests
{
    private static NetworkSpec Net(double fromChina = 5, double voyage = 0) => new()
    {
        Commodities = [Commodity("alloy", 20_000), Commodity("magnet", 100_000)],
        Technologies =
        [
            new TechnologySpec
            {
                Id = "making", Inputs = new Dictionary<string, double> { ["alloy"] = 1 }, Outputs = new Dictionary<string, double> { ["magnet"] = 1 },
            },
        ],
        Sites =
        [
            Plant("cn", "CN", Makes("alloy"), 20), Plant("au", "AU", Makes("alloy"), 20),
            Plant("plant", "VN", new TechnologyRef("making", null), 20), Buyer("jp", "JP", "magnet", 10),
        ],
        Lanes = [Lane("cn", "plant", "alloy", fromChina, voyage), Lane("au", "plant", "alloy", 10 - fromChina, voyage), Lane("plant", "jp", "magnet", 10)],
    };

    private static OriginContent Rule(double threshold) =>
        new() { By = ["CN"], Of = ["magnet"], To = ["JP"], Threshold = new Share(threshold), From = Day(10), For = Days(20) };

    private static RunRecord Run(OriginContent rule, params ControlSpec[] more) => Runs.Run(Net(), 100, [rule, .. more]);

    [Fact]
    public void Goods_at_the_threshold_are_caught() => Run(Rule(0.5)).Expect("jp", 200, 10, 30);

    [Fact]
    public void Goods_below_it_are_not() => Run(Rule(0.51)).Expect("jp", 0, null, null);

    [Fact]
    public void By_value_the_same_goods_have_a_tenth() // half of 20,000 USD in 100,000
    {
        Run(Rule(0.1) with { Measure = ContentMeasure.Value }).Expect("jp", 200, 10, 30);
        Run(Rule(0.11) with { Measure = ContentMeasure.Value }).Expect("jp", 0, null, null);
    }

    [Fact]
    public void What_is_made_with_a_listed_technology_is_caught_whatever_its_content() =>
        Run(Rule(0.99) with { Technology = ["making"] }).Expect("jp", 200, 10, 30);

    [Fact]
    public void A_share_of_the_ban_lets_the_rest_pass() => Run(Rule(0.5) with { Share = new Share(0.4) }).Expect("jp", 80, 10, 30);

    [Fact]
    public void Under_a_licence_goods_pass_when_it_is_granted() => Run(
        Rule(0.5) with { Then = ContentThen.Licence, Review = DurationDistribution.FixedDays(5) }).Expect("jp", 50, 10, 15);

    [Fact]
    public void Content_comes_with_the_goods_after_their_voyage()
    {
        // From day 12 on Australia sends all, ten days away: the last Chinese alloy lands on day 22. A rule of day 20 catches what is made then, one from
        // day 24 on catches nothing.
        var halt = new ExportBan { By = ["CN"], Of = ["alloy"], From = Day(12) };
        Runs.Run(Net(5, 10), 100, [Rule(0.001) with { From = Day(20), For = Days(1) }, halt]).Expect("jp", 10, 20, 21);
        Runs.Run(Net(5, 10), 100, [Rule(0.001) with { From = Day(24) }, halt]).Expect("jp", 0, null, null);
    }

    [Fact]
    public void A_fork_goes_as_the_whole()
    {
        var halt = new ExportBan { By = ["CN"], Of = ["alloy"], Share = new Share(0.7), From = Day(12) };
        var prepared = Runs.Prepare(Net(5, 10), 100, [Rule(0.3), halt]);
        var whole = prepared.Run();
        var original = prepared.Open();
        original.RunUntil(SimTime.FromDays(18.5));
        var fork = original.Fork();
        Assert.Equal(whole.TraceHash, fork.Run().TraceHash);
        Assert.Equal(whole.TraceHash, original.Run().TraceHash);
    }

    [Fact]
    public void A_rule_that_catches_nothing_moves_nothing_and_sleeps()
    {
        var run = Run(Rule(0.9));
        Assert.Equal(10, run.DispatchAt("plant>jp:magnet", 50));
        Assert.InRange(run.Events, 2, 8);
    }

    [Fact]
    public void Contents_of_all_origins_add_up_to_one()
    {
        var network = Runs.Prepare(Net(3), 10).Network;
        ContentTrace[] traces = [.. new[] { "CN", "AU" }.Select(c =>
            new ContentTrace(network, [.. network.Sites.Country.Select(k => network.Countries.Code[k] == c)], byValue: false))];
        var sum = traces.Sum(t => t.Content(network.Stock("plant:magnet:out")));
        Assert.Equal(1, sum, 1e-12);
        Assert.Equal(0.3, traces[0].Content(network.Stock("jp:magnet:in")), 1e-12);
    }
}
