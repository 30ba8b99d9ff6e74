namespace SupplyShockSim.Analysis.Synthesis;

/// <summary>The scenarios that come with a synthetic network. Of so many series only the totals are kept.</summary>
internal static class ScenarioText
{
    /// <summary>Nothing happens: there must be no shortfall.</summary>
    public static string Quiet(SyntheticNetworkOptions options) => Text(options, "nothing happens", "");

    /// <summary>A hundredth of the sites, those of one country, are out for 30 days.</summary>
    public static string Shock(SyntheticNetworkOptions options) => Text(options, "one country is out for 30 days",
        $"shocks:\n  - {{type: outage, name: stop, at: [{CountryShares.Small}], from: 10 d, for: 30 d}}\n");

    private static string Text(SyntheticNetworkOptions options, string what, string shocks) => FormattableString.Invariant(
        $"schema: supplyshock/scenario/1\ntitle: Synthetic network of {options.Sites} sites and {options.Lanes} lanes, {what}\nnetwork: .\nstart: 2026-01-01\nhorizon: 100 d\n{shocks}output: {{grid: week, record: totals}}\n");
}
