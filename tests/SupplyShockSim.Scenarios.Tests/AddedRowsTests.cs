using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary><c>network: {folder, set, add}</c>: rows that a scenario adds to those of files.</summary>
public class AddedRowsTests
{
    private const string NewMine = "sites: [{id: new, kind: mine, country: CA, technology: {outputs: {metal: 1}}, capacity: 5, opens: 100 d}]";
    private const string NewLane = "lanes: [{from: new, to: plant, of: metal, flow: 0, capacity: 5, transit: 9 d, qualification: 30 d}]";

    private static string Network(string keys) =>
        Networks.Scenario.Replace("network: nets/a", "network: {folder: nets/a, " + keys + "}", StringComparison.Ordinal);

    private static LoadResult Load(string text, params string[] set) =>
        ScenarioLoader.Load("s.yaml", new LoadOptions { Files = Networks.Files().Add("s.yaml", text), Set = set });

    private static Scenario Loaded(string text, params string[] set)
    {
        var result = Load(text, set);
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        return result.Scenario!;
    }

    private static string Told(string text, params string[] set) => Reading.Printed(Load(text, set).Diagnostics);

    [Fact]
    public void Rows_follow_those_of_the_files_and_their_bare_rates_are_the_network_s()
    {
        // The network's rates are t/d; as a scenario's own they would be t/yr.
        var rows = Loaded(Network($"add: {{{NewMine}, {NewLane}}}")).Prepared.Spec.Network;
        Assert.Equal(["mine", "plant", "cars", "new"], rows.Sites.Select(s => s.Id));
        Assert.Equal(5, rows.Sites[3].Capacity!.Value.Value);
        Assert.Equal(5, rows.Lanes[^1].Capacity!.Value.Value);
        Assert.Equal(3, rows.Lanes.Count);
    }

    [Fact]
    public void They_run_with_the_others()
    {
        // The mine is out for good from day 20; the last metal lands on day 40, the new mine opens on day 100 and brings 5 t/d of the 14.
        var outage = "shocks: [{type: outage, at: mine, from: 20 d}]\n";
        var text = Network($"add: {{{NewMine}, {NewLane}}}").Replace(Reading.Ban, outage, StringComparison.Ordinal);
        var network = Loaded(text).Prepared.Network;
        var run = Loaded(text).Prepared.Run();
        var lane = Enumerable.Range(0, network.Lanes.Count).Single(l => network.LaneNameByEnds(l) == "new>plant:metal");
        Assert.Equal(5, run.Dispatch[lane]!.ValueAt(SupplyShockSim.Engine.SimTime.FromDays(200)), 1e-9);
    }

    [Fact]
    public void The_resolved_text_holds_them_with_units_and_reads_back_as_the_same()
    {
        var text = Loaded(Network($"set: {{sites.plant.capacity: 13}}, add: {{{NewMine}, {NewLane}}}")).ResolvedYaml;
        Assert.Contains("capacity: 5 t/d, opens: 100 d", text, StringComparison.Ordinal);
        Assert.Contains("sites.plant.capacity", text, StringComparison.Ordinal);
        Assert.Equal(text, Loaded(text).ResolvedYaml);
    }

    [Fact]
    public void Values_of_them_are_set_and_sampled_under_add()
    {
        var text = Network($"add: {{{NewMine}, {NewLane}}}");
        Assert.Equal(7, Loaded(text, "network.add.sites.new.capacity=7").Prepared.Spec.Network.Sites[3].Capacity!.Value.Value);
        var sampled = Loaded(text + "uncertain: [{set: network.add.sites.new.capacity, uniform: [2 t/d, 8 t/d]}]\n");
        Assert.Equal(5, sampled.Prepared.Spec.Network.Sites[3].Capacity!.Value.Value);
    }

    [Fact]
    public void A_scenario_that_extends_another_may_add_rows()
    {
        var files = Networks.Files().Add("base.yaml", Networks.Scenario).Add("s.yaml", $"extends: base.yaml\nnetwork: {{add: {{{NewMine}}}}}\n");
        var result = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        Assert.Equal(4, result.Scenario!.Prepared.Spec.Network.Sites.Count);
    }

    [Fact]
    public void Every_mistake_is_told_where_it_stands()
    {
        Assert.StartsWith("s.yaml:4:33: error SS201: there is no key 'sits' here", Told(Network("add: {sits: []}")), StringComparison.Ordinal);
        Assert.Contains("error SS205: '5 tons'", Told(Network("add: {" + NewMine.Replace("capacity: 5", "capacity: 5 tons", StringComparison.Ordinal) + "}")),
            StringComparison.Ordinal);

        // What the model finds wrong with an added row is told in the scenario, not in a table of as many rows.
        Assert.Contains("s.yaml:4:46: error SS30", Told(Network("add: {" + NewMine.Replace("id: new", "id: mine", StringComparison.Ordinal) + "}")),
            StringComparison.Ordinal);
        Assert.Contains("error", Told(Network("add: {" + NewLane + "}")), StringComparison.Ordinal);
        Assert.Contains("s.yaml:4:", Told(Network("add: {" + NewLane + "}")), StringComparison.Ordinal);

        // A value that cannot be set is told at its own key.
        Assert.StartsWith("s.yaml:4:33: error SS117: there is no row 'plnt' in nets/a/sites.csv", Told(Network("set: {sites.plnt.capacity: 13}")),
            StringComparison.Ordinal);
    }
}
