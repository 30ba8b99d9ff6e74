using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

public class ResolvedTests
{
    internal const string Everything = """
        schema: supplyshock/scenario/1
        title: "Everything: at once, with #"
        start: 2026-01-01T06:00
        until: 2027-03-01
        seed: 18446744073709551615
        market: {rationing: progressive, review: 12 h, caution: {more: 20 d}}
        network:
          rates: kt/yr
          balance: report
          commodities: [{id: metal, price: 110 USD/kg, source: "x: y"}, {id: magnet, price: 60000}]
          technologies:
            - {id: magnet-making, inputs: {metal: 1.4}, outputs: {magnet: 1}}
          countries: [{id: XW, name: Rest of the world}]
          blocs: {allies: [JP, US, "NO"]}
          sites:
            - {id: mine, kind: mine, country: AU, technology: {outputs: {metal: 1}, note: "a, b"}, capacity: 20, ramp: 7.3 %/wk, opens: 90 min}
            - {id: plant, kind: magnet-plant, country: CN, technology: magnet-making, capacity: 0.1 kg/s, cover: {metal: 10 d, magnet: 5.5 d}}
            - {id: cars, kind: consumer, country: JP, uses: {magnet: 1}, demand: 10 t/d, cover: 30 d, endUse: automotive, cohorts: {n: 8, cover: {lognormal: [30 d, 0.6]}}}
          lanes:
            - {from: mine, to: plant, of: metal, flow: 14 t/d, transit: 20 d}
            - {id: "a>b: c", from: plant, to: cars, of: magnet, flow: 10 t/d, capacity: 15 t/d, transit: 7 d, cost: 0.4 USD/kg}
        shocks:
          - {type: export-ban, by: allies, from: 2026-02-01, until: 2026-03-01, announced: 3 d, share: 33.3 %, suspended: {from: 40 d, until: 50 d}, inTransit: stop}
          - {type: export-licence, by: China, review: {triangular: [30 d, 45 d, 90.5 d]}, approval: [{at: 2026-04-04, to: 25 %}, {at: 200 d, to: 95 %}], decisionsPerDay: 0.5, reapply: 0 d}
          - {type: export-quota, amount: 150000 kg, period: quarter, sharing: pro-rata}
          - {type: tariff, name: duty, rate: 25 %}
          - {type: tariff, rate: 0.4 USD/kg}
          - {type: outage, at: mine, ramp: 30 d, for: 1 wk}
          - {type: demand-change, schedule: [{at: 2026-06-01, to: 120 %}]}
          - {type: transit-change, lanes: ["a>b: c"], closed: true}
        uncertain:
          - {set: shocks.duty.rate, uniform: [10 %, 30 %], base: 20 %}
          - {set: "network.lanes.a>b: c.transit", lognormal: [10 d, 0.3]}
        checks:
          - {measure: shortfall.total, consumer: cars, below: 500 t}
          - {measure: serviceLevel, above: 90 %}
        output: {grid: month}
        """;

    [Fact]
    public void A_resolved_scenario_resolves_to_itself()
    {
        var text = Reading.Valid(Everything).Resolved();
        Assert.Equal(text, Reading.Valid(text).Resolved());
    }

    [Fact]
    public void A_resolved_scenario_says_what_was_used()
    {
        var text = Reading.Valid(Everything).Resolved();
        Assert.Contains("horizon: 10170 h\n", text); // 1 January 2026 06:00 to 1 March 2027 is 423 d 18 h = 10,170 h
        Assert.Contains("{type: tariff, name: duty, from: 0 d, rate: 20 %}", text); // the base value of the uncertain input
        Assert.Contains("{type: export-ban, name: export-ban-1, ", text);
        Assert.Contains("{set: shocks.duty.rate, uniform: [10 %, 30 %]}", text);
        Assert.Contains("demand: 10 t/d", text);
        Assert.Contains("price: 110000 USD/t", text);
    }

    [Fact]
    public void An_override_has_the_last_word_over_a_base_value()
    {
        var text = Reading.Valid(Everything, options: new LoadOptions { Set = ["shocks.duty.rate=5 %", "market.rationing=priority"], Seed = 7 }).Resolved();
        Assert.Contains("name: duty, from: 0 d, rate: 5 %}", text);
        Assert.Contains("rationing: priority", text);
        Assert.Contains("seed: 7\n", text);
        Assert.Equal(text, Reading.Valid(text).Resolved());
    }

    [Fact]
    public void A_network_in_files_is_named_with_their_hashes_and_changes()
    {
        var files = Networks.Files();
        string[] set = ["network.sites.cars.cover=12 d", "network.sites.plant.cover={metal: 3 d}", "network.commodities.metal.price=5 USD/kg"];
        var read = Reading.Valid(Networks.Scenario, files, new LoadOptions { Set = set });
        Assert.Equal(12, read.Run.Network.Sites[2].Cover.Days("magnet"));
        Assert.Equal(3, read.Run.Network.Sites[1].Cover.Days("metal"));
        Assert.Equal(5000, read.Run.Network.Commodities[0].Price!.Value.Value);
        Assert.Equal(["s.yaml", "nets/a/network.yaml", "nets/a/sites.csv", "nets/a/lanes.csv"], read.Session.Inputs.Select(i => i.Path));

        var text = read.Resolved();
        Assert.Contains("  folder: nets/a\n", text);
        Assert.Contains("sites.cars.cover: 12 d", text);
        var again = Reading.Valid(text, Networks.Files());
        Assert.Equal(text, again.Resolved());
        Assert.Equal(12, again.Run.Network.Sites[2].Cover.Days("magnet"));

        var changed = Reading.Text(text, Networks.Files().Add("nets/a/lanes.csv", Networks.Lanes + "\n"));
        Assert.Contains("SS119", Reading.Printed(changed.Diagnostics));
    }

    [Fact]
    public void A_resolved_scenario_can_stand_in_another_folder()
    {
        var text = Reading.Valid(Networks.Scenario, Networks.Files()).Resolved();
        var files = Networks.Files().Add("runs/x/scenario.resolved.yaml", text);
        var result = ScenarioLoader.Load("runs/x/scenario.resolved.yaml", new LoadOptions { BaseFolder = "", Files = files });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        Assert.Equal(text, result.Scenario!.ResolvedYaml);
    }

    [Fact]
    public void A_network_beside_its_scenario_is_named_too()
    {
        var written = Networks.Scenario.Replace("network: nets/a", "network: .", StringComparison.Ordinal);
        Assert.NotEqual(Networks.Scenario, written);
        var result = ScenarioLoader.Load("nets/a/s.yaml", new LoadOptions { Files = Networks.Files().Add("nets/a/s.yaml", written) });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        var text = result.Scenario!.ResolvedYaml;
        Assert.Contains("  folder: \".\"\n", text);

        var again = ScenarioLoader.Load("nets/a/again.yaml", new LoadOptions { Files = Networks.Files().Add("nets/a/again.yaml", text) });
        Assert.Equal("", Reading.Printed(again.Diagnostics));
        Assert.Equal(text, again.Scenario!.ResolvedYaml);
    }

    [Theory]
    [InlineData("a/b", "a/b/net", "net")]
    [InlineData("a/b", "a/net", "../net")]
    [InlineData("", "net", "net")]
    [InlineData("a", "net", "../net")]
    [InlineData("/x/a", "/x/net", "../net")]
    [InlineData("..", "../net", "net")]
    [InlineData("a", "/x/net", "/x/net")]
    [InlineData("a/b", "a/b", ".")]
    [InlineData("/x/a", "/x/a", ".")]
    public void Paths_are_written_from_the_scenarios_folder(string folder, string path, string written)
    {
        Assert.Equal(written, FilePath.From(folder, path));
        Assert.Equal(path, FilePath.In(folder, written));
    }
}
