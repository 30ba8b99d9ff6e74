using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Analysis.Tests.Backtests;

namespace SupplyShockSim.Analysis.Tests.Comparisons;

/// <summary>Runs of the sketch to be compared.</summary>
internal static class Compared
{
    /// <summary>
    /// A halt of so many days: Japan, with three days of cover, is short of 10 t/d for all days but three, the US of 5 t/d and Korea of 2 t/d throughout,
    /// each a day after the halt begins.
    /// </summary>
    public static string Halt(int days, string from = "10 d", string more = "", string start = "2026-01-01", string horizon = "100 d") => $"""
        start: {start}
        horizon: {horizon}
        shocks:
          - {"{"}type: export-ban, name: halt, by: China, from: {from}, for: {days} d{"}"}
        {more}

        """;

    public static ComparedScenario Asked(string name, string rest, string version = "1") => new(name, Sketch.Of(rest), version);

    public static ComparedRun Run(string name, string rest)
    {
        var asked = Asked(name, rest);
        var record = asked.Scenario.Prepared.Run();
        return new ComparedRun(asked, record, Measures.Of(record));
    }

    public static Comparison Of(ComparisonOptions options, params ComparedRun[] runs) => Comparison.Of(runs, 0, options)!;
}
