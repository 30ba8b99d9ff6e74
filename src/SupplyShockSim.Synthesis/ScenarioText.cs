using System.Globalization;

namespace SupplyShockSim.Synthesis;

/// <summary>
/// The scenarios that come with a synthetic network. Of a large one only the totals are kept, and plans may be off by one per cent of normal flow.
/// </summary>
internal static class ScenarioText
{
    /// <summary>Up to so many sites every series is kept, and the run folder tells of every site.</summary>
    private const int MaxSitesInFull = 20_000;

    /// <summary>Nothing happens: there must be no shortfall.</summary>
    public static string Quiet(SyntheticNetworkOptions options) => Text(options, "nothing happens", "");

    /// <summary>A hundredth of the producers, those of one country, are out for 30 days.</summary>
    public static string Shock(SyntheticNetwork network) => Text(network.Options, "one country is out for 30 days",
        $"shocks:\n  - {{type: outage, name: stop, at: [{SmallCountry(network.Firms)}], from: 10 d, for: 30 d}}\n");

    /// <summary>The country whose share of the producers is nearest to a hundredth; in a tiny network it has one at least.</summary>
    private static string SmallCountry(Firms firms)
    {
        var producers = new int[CountryShares.Codes.Length];
        for (var f = 0; f < firms.Count; f++)
        {
            if (firms.Sectors[firms.Sector[f]].Stage != Stage.Consumer)
            {
                producers[firms.Country[f]]++;
            }
        }

        var all = (double)producers.Sum();
        var nearest = Enumerable.Range(0, producers.Length).Where(c => producers[c] > 0).MinBy(c => Math.Abs((producers[c] / all) - 0.01));
        return CountryShares.Codes[nearest];
    }

    private static string Text(SyntheticNetworkOptions options, string what, string shocks) => string.Create(
        CultureInfo.InvariantCulture,
        $"schema: supplyshock/scenario/1\ntitle: Synthetic network of {options.Sites} sites and {options.Lanes} lanes, {what}\nnetwork: .\n"
        + $"start: 2026-01-01\nhorizon: 100 d\n{(options.Sites > MaxSitesInFull ? "market: {tolerance: 1 %}\n" : "")}{shocks}"
        + $"output: {{grid: week{(options.Sites > MaxSitesInFull ? ", record: totals" : "")}}}\n");
}
