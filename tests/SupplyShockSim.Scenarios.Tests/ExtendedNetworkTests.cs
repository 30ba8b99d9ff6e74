using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Networks that say only how they differ from another.</summary>
public class ExtendedNetworkTests
{
    /// <summary>On <see cref="Networks"/> (mine 14 > plant 10 > cars): a second mine takes over 4 of the 14 t/d, and the plant is larger.</summary>
    private const string Above = """
        extends: a
        rates: t/d
        changed:
          - {set: sites.plant.capacity, to: 15, because: "it was enlarged"}
          - {set: "lanes.mine>plant:metal.flow", to: 10, because: "the new mine takes over"}
          - {set: technologies.magnet-making.ramp, to: 10 %/month, because: "reported"}
        groups: {all: [metal, magnet]}
        sites:
          - {id: new-mine, kind: mine, country: US, technology: {outputs: {metal: 1}}, capacity: 5, note: "opened"}
        lanes:
          - {from: new-mine, to: plant, of: metal, flow: 4, note: "its contract"}
        """;

    private static readonly string Scenario = Networks.Scenario.Replace("network: nets/a", "network: nets/b", StringComparison.Ordinal);

    private static LoadResult Load(string above, params string[] set) => Load(above, Scenario, set);

    private static LoadResult Load(string above, string scenario, string[] set) => ScenarioLoader.Load(
        "s.yaml", new LoadOptions { Files = Networks.Files().Add("nets/b/network.yaml", above).Add("s.yaml", scenario), Set = set });

    private static Scenario Loaded(string above, params string[] set)
    {
        var result = Load(above, set);
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        return result.Scenario!;
    }

    [Fact]
    public void Rows_are_added_and_values_changed()
    {
        var scenario = Loaded(Above);
        var network = scenario.Prepared.Spec.Network;
        Assert.Equal(["mine", "plant", "cars", "new-mine"], network.Sites.Select(s => s.Id));
        Assert.Equal([10.0, 10, 4], network.Lanes.Select(l => l.Flow.Value));
        Assert.Equal(15, network.Sites[1].Capacity!.Value.Value);
        Assert.Equal(0.1 * 12 / 365, network.Technologies[0].Ramp!.Value.SharePerDay, 12);
        Assert.Equal(["metal", "magnet"], network.Groups["all"]);
        Assert.Equal(4, scenario.Inputs.Count(i => i.Path.StartsWith("nets/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rows_are_removed_and_those_above_are_told_where_they_stand()
    {
        const string Bought = """
            extends: ../a
            changed: [{set: "lanes.plant>cars:magnet.flow", to: 4000 t/yr, because: test}]
            removed: [{row: sites.mine, because: closed}, {row: "lanes.mine>plant:metal", because: closed}]
            sites: [{id: other, kind: mine, country: US, technology: {outputs: {metal: 1}}, capacity: 50 t/d, note: opened}]
            lanes: [{from: other, to: plant, of: metal, flow: 13 t/d, note: opened}]
            """;
        // 13 of 14 t/d arrive at the plant, 10.96 of 10 at the cars: told at the lines of the table below, though the row above them is gone.
        Assert.Equal(
            [("nets/a/sites.csv", 3, "SS330"), ("nets/a/sites.csv", 4, "SS330")],
            Load(Bought).Diagnostics.Select(d => (d.File, d.Line, d.Code)));
    }

    [Fact]
    public void The_resolved_text_pins_the_files_of_both()
    {
        var scenario = Loaded(Above);
        Assert.Contains("../a/sites.csv", scenario.ResolvedYaml, StringComparison.Ordinal);
        Assert.Contains(scenario.Origins, o => o.Path == "network.sites[3].capacity" && o.Origin.StartsWith("nets/b/network.yaml:9", StringComparison.Ordinal));
        Assert.Contains(scenario.Origins, o => o.Path == "network.sites[1].capacity" && o.Origin.StartsWith("nets/b/network.yaml:4", StringComparison.Ordinal));
        var again = Load(Above, scenario.ResolvedYaml, []);
        Assert.Equal(scenario.ResolvedYaml, again.Scenario!.ResolvedYaml);
    }

    [Fact]
    public void Overrides_and_variants_reach_rows_of_both()
    {
        var scenario = Loaded(Above, "network.sites.new-mine.capacity=6 t/d", "network.sites.mine.capacity=30 t/d");
        Assert.Equal([30.0, 6], new[] { 0, 3 }.Select(i => scenario.Prepared.Spec.Network.Sites[i].Capacity!.Value.Value));
        var run = scenario.Variant([("network.sites.new-mine.capacity", "7 t/d")], out var diagnostics);
        Assert.Equal("", Reading.Printed(diagnostics));
        Assert.Equal(7, run!.Spec.Network.Sites[3].Capacity!.Value.Value);
    }

    [Theory]
    [InlineData("extends: nowhere", "SS101", "nowhere")]
    [InlineData("extends: b", "SS111", "nets/b")]
    [InlineData("extends: a\nremoved: [{row: sites.mines, because: x}]", "SS117", "mines")]
    [InlineData("extends: a\nremoved: [{row: mine, because: x}]", "SS117", "neither")]
    [InlineData("extends: a\nchanged: [{set: sites.mines.capacity, to: 3, because: x}]", "SS117", "mines")]
    [InlineData("extends: a\nchanged: [{set: sites.mine.capacity, to: 30}]", "SS202", "because")]
    [InlineData("extends: a\nsites: [{id: m, kind: mine, country: US, technology: {outputs: {metal: 1}}}]", "SS117", "reason")]
    [InlineData("extends: a\nremove: []", "SS201", "remove")]
    public void What_is_wrong_is_said_where_it_stands(string above, string code, string word)
    {
        var problem = Load(above).Diagnostics.First(d => d.Code == code);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }
}
