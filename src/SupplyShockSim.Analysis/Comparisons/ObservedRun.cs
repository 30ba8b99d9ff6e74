using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>A run of a comparison held against exports that were observed, month by month.</summary>
/// <param name="Run">Position of the run.</param>
/// <param name="Series">The series that is looked at: the world, or the first destination that was observed.</param>
/// <param name="Months">The whole months of the run.</param>
public sealed record ObservedRun(int Run, BacktestSeries Series, IReadOnlyList<Month> Months)
{
    /// <summary>Every run that has an export control; the others move nothing that could have been observed.</summary>
    public static IReadOnlyList<ObservedRun> Of(IReadOnlyList<ComparedRun> runs, ObservedFile observed, CancellationToken cancellation = default)
    {
        var held = new List<ObservedRun>();
        for (var run = 0; run < runs.Count; run++)
        {
            var scenario = runs[run].Asked.Scenario;
            if (ExportLanes.Of(scenario.Prepared).Destinations.Count > 0)
            {
                var backtest = Backtest.Of(scenario.Prepared, scenario.Spec.Backtest ?? new BacktestSpec(), observed, cancellation);
                held.Add(new ObservedRun(run, backtest.Main, backtest.Months));
            }
        }

        return held;
    }
}
