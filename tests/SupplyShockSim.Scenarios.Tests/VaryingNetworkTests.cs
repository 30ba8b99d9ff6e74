using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary><c>network: {scale, sourcing}</c>, and runs that differ from a scenario in a few values.</summary>
public class VaryingNetworkTests
{
    private static readonly string Scaled = Networks.Scenario.Replace(
        "network: nets/a", "network: {folder: nets/a, scale: {cover: x2, qualification: x0.5, headroom: 150 %}, sourcing: dual}", StringComparison.Ordinal);

    private static Scenario Loaded(string text, params string[] set)
    {
        var result = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = Networks.Files().Add("s.yaml", text), Set = set });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        return result.Scenario!;
    }

    private static NetworkSpec Rows(Scenario scenario) => scenario.Prepared.Spec.Network;

    [Fact]
    public void A_scale_may_be_written_as_a_multiple_or_in_per_cent()
    {
        var rows = Rows(Loaded(Scaled));
        Assert.Equal(new NetworkScale { Cover = new Ratio(2), Qualification = new Ratio(0.5), Headroom = new Ratio(1.5) }, rows.Scale);
        Assert.Equal(Sourcing.Dual, rows.Sourcing);
    }

    [Fact]
    public void It_is_set_on_the_command_line_whether_the_scenario_names_a_folder_or_a_map()
    {
        var rows = Rows(Loaded(Networks.Scenario, "network.scale.cover=x4", "network.sourcing=pooled"));
        Assert.Equal((4, Sourcing.Pooled), (rows.Scale.Cover.Value, rows.Sourcing));
        Assert.Equal((4, 0.5), (Rows(Loaded(Scaled, "network.scale.cover=x4")).Scale.Cover.Value, Rows(Loaded(Scaled)).Scale.Qualification.Value));
    }

    [Fact]
    public void A_scenario_that_extends_another_may_scale_its_network()
    {
        var files = Networks.Files().Add("base.yaml", Networks.Scenario).Add("s.yaml", "extends: base.yaml\nnetwork: {scale: {cover: x2}}\n");
        var result = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        Assert.Equal(2, Rows(result.Scenario!).Scale.Cover.Value);
    }

    [Fact]
    public void The_resolved_text_holds_it_and_reads_back_as_the_same()
    {
        var text = Loaded(Scaled).ResolvedYaml;
        Assert.Contains("scale: {cover: 200 %, qualification: 50 %, headroom: 150 %}\n  sourcing: dual\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Loaded(text).ResolvedYaml);
        Assert.DoesNotContain("scale", Loaded(Networks.Scenario).ResolvedYaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_scales_the_network_without_reading_it_again()
    {
        var files = Networks.Files().Add("s.yaml", Networks.Scenario);
        var scenario = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files }).Scenario!;
        files.Add("nets/a/sites.csv", "gone"); // nobody looks
        Assert.Equal(60, Cover(Variant(scenario, ("network.scale.cover", "x2"))));
        Assert.Equal(15, Cover(Variant(scenario, ("network.sites.cars.cover", "15 d"))));
        Assert.Equal(7, Variant(scenario, ("shocks.halt.for", "7 d")).Spec.Shocks[0].For!.Value.Days);
        Assert.Equal(30, Cover(scenario.Prepared));
    }

    [Fact]
    public void A_variant_may_change_what_stands_in_the_network_s_own_yaml()
    {
        var run = Variant(Loaded(Networks.Scenario), ("network.commodities.magnet.price", "70000 USD/t"));
        Assert.Equal(70_000, run.Spec.Network.Commodities[1].Price!.Value.Value);
    }

    [Fact]
    public void Groups_of_a_network_are_read_and_written()
    {
        const string Groups = "groups: {all: [metal, magnet], made: magnet}";
        var text = Networks.Scenario.Replace("of: [magnet]", "of: all", StringComparison.Ordinal);
        var files = Networks.Files().Add("nets/a/network.yaml", Networks.Root + "\n" + Groups).Add("s.yaml", text);
        Assert.Equal(["metal", "magnet"], Rows(ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files }).Scenario!).Groups["all"]);

        var inline = Loaded(Reading.Small.Replace("network:\n", "network:\n  groups: {all: [magnet], made: magnet}\n", StringComparison.Ordinal));
        Assert.Contains("groups: {all: [magnet], made: [magnet]}\n", inline.ResolvedYaml, StringComparison.Ordinal);
        Assert.Equal(inline.ResolvedYaml, Loaded(inline.ResolvedYaml).ResolvedYaml);
    }

    [Theory]
    [InlineData("network.sites.nobody.cover", "1 d", "SS117")]
    [InlineData("network.scale.cover", "1 d", "SS204")]
    [InlineData("network.sourcing", "triple", "SS208")]
    [InlineData("horizon", "1 d", "SS117")]
    public void A_variant_that_cannot_be_made_says_why(string path, string value, string code)
    {
        Assert.Null(Loaded(Networks.Scenario).Variant([(path, value)], out var diagnostics));
        Assert.Equal([code], diagnostics.Select(d => d.Code));
    }

    private static Policies.PreparedRun Variant(Scenario scenario, (string, string) change)
    {
        var run = scenario.Variant([change], out var diagnostics);
        Assert.Equal("", Reading.Printed(diagnostics));
        return run!;
    }

    private static double Cover(Policies.PreparedRun run) =>
        run.Network.Stocks.CoverDays[run.Network.Sites.FirstStock[Array.IndexOf(run.Network.Sites.Id, "cars")]];
}
