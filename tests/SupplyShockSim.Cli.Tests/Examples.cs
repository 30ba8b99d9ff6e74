namespace SupplyShockSim.Cli.Tests;

/// <summary>Scenarios whose answer can be worked out by hand.</summary>
internal static class Examples
{
    /// <summary>
    /// A ban from day 10 to day 30. The last tonne lands at day 15 (transit 5 d), the 8 days of cover end at day 23, the first new
    /// tonne lands at day 35: short for 12 d of 4 t/d, 48 t.
    /// </summary>
    public const string Halt = """
        schema: supplyshock/scenario/1
        title: A halt of twenty days
        start: 2026-01-01
        horizon: 200 d
        network:
          rates: t/d
          commodities: [{id: ore}]
          sites:
            - {id: pit, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 10}
            - {id: smelter, kind: consumer, country: JP, uses: {ore: 1}, demand: 4, cover: 8 d, endUse: automotive}
          lanes:
            - {from: pit, to: smelter, of: ore, flow: 4, transit: 5 d}
        shocks:
          - {type: export-ban, name: halt, by: Australia, of: [ore], to: [Japan], from: 10 d, for: 20 d}
        """;

    /// <summary>The network of <see cref="Halt"/> by itself.</summary>
    public static string Network
    {
        get
        {
            var lines = Halt.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
            var first = Array.IndexOf(lines, "network:") + 1;
            return string.Join('\n', lines[first..Array.IndexOf(lines, "shocks:")].Select(l => l[2..])) + "\n";
        }
    }

    /// <summary>The same over a hundred years, with a quota that renews each month and a review every six seconds: long enough to be interrupted.</summary>
    public static string Long => Halt
        .Replace("horizon: 200 d", "horizon: 100 yr\nmarket: {review: 6 s}", StringComparison.Ordinal)
        .Replace("{type: export-ban, name: halt,", "{type: export-quota, name: quota, amount: 30 t, period: month,", StringComparison.Ordinal)
        .Replace(", from: 10 d, for: 20 d}", "}", StringComparison.Ordinal);
}
