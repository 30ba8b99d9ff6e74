using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>A long run on the network of one year is warned of, unless something in it moves.</summary>
public class LongRunTests
{
    private const string Horizon = "horizon: 300 d";
    private const string ThreeYears = "horizon: 3 yr";

    private const string Project =
        "{type: capacity-project, name: new plant, kind: magnet-plant, country: Japan, technology: magnet-making, capacity: 1 t/d, construction: 1 yr}";

    [Fact]
    public void The_warning_stands_at_the_horizon_and_says_what_to_do()
    {
        var told = Assert.Single(Load(ThreeYears));
        Assert.Equal((DiagnosticSeverity.Warning, "SS556", "s.yaml", 3, 10), (told.Severity, told.Code, told.File, told.Line, told.Column));
        Assert.Equal("'nets/a' is the network of one year, and nobody grows, builds or renews contracts in the 3 years of the run", told.Message);
        Assert.Contains("`market: {term: 1 yr}`", told.Hint);
    }

    [Theory] // from 2026-01-01, 2027-07-02 is day 547 and 2027-07-04 day 549
    [InlineData("horizon: 18 months", false)]
    [InlineData("horizon: 548 d", false)]
    [InlineData("horizon: 549 d", true)]
    [InlineData("until: 2027-07-02", false)]
    [InlineData("until: 2027-07-04", true)]
    public void Beyond_eighteen_months(string end, bool isTold) => Assert.Equal(isTold ? ["SS556"] : [], Codes(Load(end)));

    [Theory]
    [InlineData("  - {type: demand-change, at: [cars], to: 120 %, from: 1 yr}\n")]
    [InlineData("  - {type: capacity-change, at: [plant], to: 120 %, from: 1 yr}\n")]
    [InlineData("  - {type: price-change, of: [magnet], to: 80 %, from: 1 yr}\n")]
    [InlineData("responses:\n  - " + Project + "\n")]
    [InlineData("responses:\n  - {type: recycling, of: magnet, into: {magnet: 90 %}, collection: 20 %, lifetime: 10 yr, in: [Japan]}\n")]
    [InlineData("responses:\n  - {type: substitution, of: magnet, at: [cars], after: 30 d, limit: 30 %, pace: 10 %/yr}\n")]
    [InlineData("market: {term: 1 yr}\n")]
    public void What_moves_the_world_by_itself_leaves_it_out(string more) => Assert.Empty(Load(ThreeYears, more));

    [Theory]
    [InlineData("  - {type: tariff, by: China, rate: 25 %}\n")]
    [InlineData("  - {type: outage, at: [plant], for: 10 d}\n")]
    [InlineData("responses:\n  - {type: stockpile, name: reserve, of: magnet, for: [Japan], amount: 60 d}\n")]
    public void What_is_only_done_to_it_does_not(string more) => Assert.Equal(["SS556"], Codes(Load(ThreeYears, more)));

    [Theory]
    [InlineData("2027-01-01", false)]
    [InlineData("2026-01-01", true)] // it is there from the start
    [InlineData("2029-06-01", true)] // after the end, 2028-12-31
    public void A_site_that_opens_within_the_run_leaves_it_out(string opens, bool isTold)
    {
        var site = $"{{id: twin, kind: magnet-plant, country: JP, technology: magnet-making, capacity: 1, opens: {opens}}}";
        var text = Networks.Scenario.Replace(Horizon, ThreeYears, StringComparison.Ordinal)
            .Replace("network: nets/a", $"network: {{folder: nets/a, add: {{sites: [{site}]}}}}", StringComparison.Ordinal);
        Assert.Equal(isTold ? ["SS556"] : [], Codes(Load(Networks.Files().Add("s.yaml", text))));
    }

    [Fact]
    public void A_network_in_the_scenario_and_a_run_in_which_nothing_happens_are_not_warned_of()
    {
        var sketch = (Reading.Small + Reading.Ban).Replace(Horizon, ThreeYears, StringComparison.Ordinal);
        Assert.Empty(Load(new MemoryFiles().Add("s.yaml", sketch)));
        var quiet = Networks.Scenario.Replace(Horizon, ThreeYears, StringComparison.Ordinal).Replace(Reading.Ban, "", StringComparison.Ordinal);
        Assert.Empty(Load(Networks.Files().Add("s.yaml", quiet)));
    }

    [Fact]
    public void What_could_not_be_read_is_not_told_to_be_missing() =>
        Assert.Equal(["SS208"], Codes(Load(ThreeYears, "  - {type: demand-chnge, at: [cars], to: 120 %}\n")));

    private static IReadOnlyList<Diagnostic> Load(string end, string more = "") =>
        Load(Networks.Files().Add("s.yaml", Networks.Scenario.Replace(Horizon, end, StringComparison.Ordinal) + more));

    private static IReadOnlyList<Diagnostic> Load(MemoryFiles files) => ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files }).Diagnostics;

    private static IEnumerable<string> Codes(IReadOnlyList<Diagnostic> told) => told.Select(d => d.Code);
}
