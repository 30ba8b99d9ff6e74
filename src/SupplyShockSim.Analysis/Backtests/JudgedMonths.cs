using SupplyShockSim.Engine;
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
            spec.From ?? Month.Of(SimTime.FromSeconds(first).ToDate(start)).Start,
            spec.Until ?? (SimTime.Zero + run.Spec.Horizon).ToDate(start));
    }

    public bool Contains(Month month) => month.Start >= From && month.End <= Until;
}
