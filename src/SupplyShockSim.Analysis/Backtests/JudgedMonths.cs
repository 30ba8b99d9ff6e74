using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>The months that are fitted and judged: those the scenario names, or from the first export control to the end of the run.</summary>
/// <param name="From">First day of the first month.</param>
/// <param name="Until">First day after the last month.</param>
public readonly record struct JudgedMonths(DateTime From, DateTime Until)
{
    public static JudgedMonths Of(PreparedRun run, BacktestSpec spec)
    {
        var start = run.Spec.Start;
        var first = run.ExportControls.Where(c => c.InForce.Count > 0).Select(c => c.InForce[0].From.Seconds).DefaultIfEmpty(0).Min();
        return new JudgedMonths(
            spec.From ?? Month.Of(start.AddSeconds(first)).Start,
            spec.Until ?? start.AddSeconds(run.Spec.Horizon.Seconds));
    }

    public bool Contains(Month month) => month.Start >= From && month.End <= Until;
}
