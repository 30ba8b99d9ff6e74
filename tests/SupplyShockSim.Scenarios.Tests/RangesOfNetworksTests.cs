using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary><c>range</c> beside the values of a network, and <c>uncertain: network</c> that draws from them.</summary>
public class RangesOfNetworksTests
{
    /// <summary>Two mines of 12 and 2 t/d supply what the plant of <see cref="Networks"/> needs: 14 t/d.</summary>
    private const string Sites = """
        id,kind,country,technology,capacity,range,cover,uses,demand,endUse,source
        mine,mine,AU,{outputs: {metal: 1}},20,,,,,,guess
        other,mine,US,{outputs: {metal: 1}},20,"[10, 9125 t]",,,,,weak
        plant,magnet-plant,CN,magnet-making,12,,"{metal: 10 d, magnet: 5 d}",,,,
        cars,consumer,JP,,,,30 d,{magnet: 1},10,automotive,
        """;

    private const string Lanes = """
        from,to,of,flow,range
        mine,plant,metal,12,
        other,plant,metal,2,"[365 t, 8]"
        plant,cars,magnet,10,
        """;

    private const string Uncertain = "uncertain: [network, {set: shocks.halt.for, uniform: [10 d, 20 d]}]\n";

    private static LoadResult Load(string text, params string[] set) => ScenarioLoader.Load("s.yaml", new LoadOptions
    {
        Files = Networks.Files().Add("nets/a/sites.csv", Sites).Add("nets/a/lanes.csv", Lanes).Add("s.yaml", text),
        Set = set,
    });

    private static Scenario Loaded(string text, params string[] set)
    {
        var result = Load(text, set);
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        return result.Scenario!;
    }

    [Fact]
    public void Each_row_with_a_range_is_one_input()
    {
        var inputs = Loaded(Networks.Scenario + Uncertain).Spec.Uncertain;
        Assert.Equal(
            ["shocks.halt.for", "network.sites.other.capacity", "network.lanes.other>plant:metal.flow"],
            inputs.Select(u => u.Set));
        Assert.Equal("triangular: 1 t/d, 2 t/d, 8 t/d", inputs[2].Words); // 365 t are those of a year
        Assert.Equal(("weak", "triangular"), (inputs[1].Source, inputs[1].Words[..10]));
        Assert.Equal(2, Loaded(Networks.Scenario + "uncertain: network\n").Spec.Uncertain.Count);
    }

    [Fact]
    public void A_value_that_is_sampled_or_set_otherwise_is_not_drawn_from_its_range()
    {
        const string Own = "uncertain: [network, {set: 'network.lanes.other>plant:metal.flow', uniform: [1 t/d, 3 t/d]}]\n";
        Assert.Equal(["uniform: 1 t/d, 3 t/d", "triangular: 10 t/d, 20 t/d, 25 t/d"], Loaded(Networks.Scenario + Own).Spec.Uncertain.Select(u => u.Words));
        Assert.Equal(["uniform: 1 t/d, 3 t/d"], Loaded(Networks.Scenario + Own, "network.sites.other.capacity=21 t/d").Spec.Uncertain.Select(u => u.Words));
    }

    /// <summary>The lane is drawn at 6, so that the mine ships 8; a capacity drawn below what leaves is what leaves.</summary>
    [Fact]
    public void A_draw_balances_the_network_again()
    {
        var scenario = Loaded(Networks.Scenario + Uncertain);
        var run = scenario.Variant([("network.lanes.other>plant:metal.flow", "6 t/d"), ("network.sites.other.capacity", "5 t/d")], out var diagnostics);
        Assert.Equal("", Reading.Printed(diagnostics));
        Assert.Equal([8, 6, 10], run!.Spec.Network.Lanes.Select(l => Math.Round(l.Flow.Value, 9)));
        Assert.Equal(6, run.Spec.Network.Sites[1].Capacity!.Value.Value, 9);
        Assert.Equal([12, 2, 10], scenario.Prepared.Spec.Network.Lanes.Select(l => l.Flow.Value));
    }

    [Fact]
    public void The_resolved_text_spells_the_ranges_out_and_reads_back_as_the_same()
    {
        var text = Loaded(Networks.Scenario + Uncertain).ResolvedYaml;
        Assert.Contains("triangular: [1 t/d, 2 t/d, 8 t/d]", text, StringComparison.Ordinal);
        Assert.Equal(text, Loaded(text).ResolvedYaml);
    }

    [Theory]
    [InlineData("uncertain: networks\n", "SS203")]
    [InlineData("uncertain: [network, network]\n", "SS553")]
    public void What_is_no_range_is_said(string uncertain, string code) =>
        Assert.Contains(code, Load(Networks.Scenario + uncertain).Diagnostics.Select(d => d.Code));

    [Fact]
    public void A_network_without_ranges_has_none_to_draw()
    {
        var files = Networks.Files().Add("s.yaml", Networks.Scenario + "uncertain: network\n");
        Assert.Equal(["SS553"], ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files }).Diagnostics.Select(d => d.Code));
    }
}
