using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Calibration;

/// <summary>How hard to search.</summary>
/// <param name="Seed">Seed of the starting points; the model's own draws are those of the scenario.</param>
/// <param name="Screened">Points tried at first, spread over the ranges (a Latin hypercube).</param>
/// <param name="Searches">Best of those from which a simplex search starts.</param>
/// <param name="Evaluations">Points that each search, and the last search from the best of them, may try.</param>
/// <param name="Threads">Points tried at a time; the result does not depend on it.</param>
public sealed record CalibrationOptions(ulong Seed = 1, int Screened = 60, int Searches = 3, int Evaluations = 70, int Threads = 2);

/// <summary>
/// Fits the parameters of a scenario to the observed world total over the judged months that are not held out, and to nothing else.
/// </summary>
/// <remarks>
/// Every point is judged with the same random draws (the scenario's seed and replications 0, 1, …), so the loss is a function of
/// the point alone. The loss is the root mean square of the relative errors, so that a month in the trough weighs as much as one
/// at the peak. Order: screen a Latin hypercube, search from the best points, search once more from the best end with a small
/// simplex, then move each parameter alone by a tenth of its range to see what it does.
/// </remarks>
public sealed class Calibrator
{
    private const double FirstSize = 0.15;
    private const double LastSize = 0.03;
    private const double Nudge = 0.1;

    private readonly Scenario _scenario;
    private readonly BacktestSpec _spec;
    private readonly IReadOnlyList<CalibrationParameter> _parameters;
    private readonly ExportLanes _lanes;
    private readonly Seasonality _season;
    private readonly SimDuration _horizon;
    private readonly (Month Month, double Tonnes)[] _observed;
    private readonly IReadOnlySet<Month> _heldOut;
    private int _runs;

    /// <param name="scenario">With the parameters as its uniform uncertain inputs.</param>
    /// <param name="observed">With the world total in at least as many judged months as there are parameters, not counting those held out.</param>
    /// <param name="holdOut">Months that the fit does not see; default: none.</param>
    /// <exception cref="ArgumentException">There is no parameter, not enough is observed, or a month to hold out is not observed.</exception>
    public Calibrator(Scenario scenario, ObservedFile observed, HoldOut? holdOut = null)
    {
        (_scenario, _spec, _parameters) = (scenario, scenario.Spec.Backtest ?? new BacktestSpec(), CalibrationParameter.Of(scenario.Spec));
        _lanes = ExportLanes.Of(scenario.Prepared);
        _season = new Seasonality(_spec.Seasonality);
        var window = JudgedMonths.Of(scenario.Prepared, _spec);
        var run = scenario.Prepared.Spec;
        var months = Month.Within(run.Start, (SimTime.Zero + run.Horizon).ToDate(run.Start)).Where(window.Contains).ToHashSet();
        _observed =
        [
            .. observed.Rows.Where(r => r.Destination == ObservedFile.World && r.Tonnes > 0 && months.Contains(r.Month)).OrderBy(r => r.Month)
                .Select(r => (r.Month, r.Tonnes)),
        ];
        _heldOut = (holdOut ?? HoldOut.None).Of([.. _observed.Select(o => o.Month)]);
        if (_parameters.Count == 0)
        {
            throw new ArgumentException("nothing to fit: the scenario has no uncertain input that is uniform over a range", nameof(scenario));
        }

        var fitted = _observed.Length - _heldOut.Count;
        if (fitted < _parameters.Count)
        {
            var among = _heldOut.Count > 0 ? "left to fit" : "observed";
            throw new ArgumentException(
                FormattableString.Invariant($"{fitted} months of the {ObservedFile.World} total are {among}, too few for {_parameters.Count} parameters"),
                nameof(observed));
        }

        _horizon = SimTime.FromDate(run.Start, _observed[^1].Month.End) - SimTime.Zero;
    }

    /// <summary>Searches.</summary>
    /// <param name="options">How hard.</param>
    /// <param name="progress">Told how many runs were made; from several threads.</param>
    /// <param name="cancellation">Ends it early.</param>
    public CalibrationResult Fit(CalibrationOptions options, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        _runs = 0;
        var screened = All(Screened(options), point => (Point: point, Loss: Loss(point)));
        var starts = screened.OrderBy(s => s.Loss).Take(options.Searches).Select(s => s.Point).ToArray();
        var searches = All(starts, start => BoundedNelderMead.Minimise(Loss, start, FirstSize, options.Evaluations)).OrderBy(s => s.Loss).ToArray();
        var best = BoundedNelderMead.Minimise(Loss, searches[0].Point, LastSize, options.Evaluations).Point;
        var nudged = All(
            [.. _parameters.SelectMany((_, k) => (double[][])[Moved(best, k, -Nudge), Moved(best, k, Nudge)])],
            Loss);
        return new CalibrationResult(
            options.Seed,
            [.. _parameters.Select((p, k) => new FittedParameter(p, p.At(best[k]), nudged[2 * k], nudged[(2 * k) + 1]))],
            MonthsAt(Values(best), cancellation),
            _runs,
            [.. searches.Select(s => s.Loss)]);

        double Loss(double[] point)
        {
            cancellation.ThrowIfCancellationRequested();
            var runs = Interlocked.Add(ref _runs, _spec.Replications);
            progress?.Invoke(runs);
            return LossAt(Values(point), cancellation);
        }

        (string, string)[] Values(double[] point) => [.. _parameters.Select((p, k) => (p.Path, p.At(point[k]).ToString()))];

        TOut[] All<TIn, TOut>(IReadOnlyList<TIn> inputs, Func<TIn, TOut> of)
        {
            var outputs = new TOut[inputs.Count];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
            Parallel.For(0, inputs.Count, parallel, i => outputs[i] = of(inputs[i]));
            return outputs;
        }
    }

    /// <summary>The loss over the months that are fitted to, with other values in the scenario.</summary>
    /// <exception cref="ArgumentException">A value cannot stand there.</exception>
    public double LossAt(IReadOnlyList<(string Path, string Value)> values, CancellationToken cancellation = default) =>
        FittedMonth.Loss(MonthsAt(values, cancellation).Where(m => !m.IsHeldOut));

    private FittedMonth[] MonthsAt(IReadOnlyList<(string Path, string Value)> values, CancellationToken cancellation)
    {
        var run = _scenario.Variant(values, out var diagnostics)
            ?? throw new ArgumentException(string.Join("; ", diagnostics.Select(d => d.Message)), nameof(values));
        var shortened = run.WithHorizon(_horizon).WithRecord(RecordScope.All);
        var exports = Enumerable.Range(0, _spec.Replications)
            .Select(k => MonthlyExports.Of(shortened.WithReplication(k).Run(cancellation), _lanes, _season, _spec.Counted)).ToArray();
        var mean = MonthlyExports.Mean(exports);
        var world = mean.World;
        var simulated = mean.Months.Select((m, i) => (m, world[i])).ToDictionary(m => m.m, m => m.Item2);
        return [.. _observed.Select(o => new FittedMonth(o.Month, o.Tonnes, simulated[o.Month], _heldOut.Contains(o.Month)))];
    }

    private static double[] Moved(double[] point, int k, double by)
    {
        double[] moved = [.. point];
        moved[k] = Math.Clamp(moved[k] + by, 0, 1);
        return moved;
    }

    private double[][] Screened(CalibrationOptions options)
    {
        var stream = new RandomStreams(options.Seed).Stream("calibration");
        var columns = _parameters.Select(_ => LatinHypercube.Column(stream, options.Screened)).ToArray();
        return [.. Enumerable.Range(0, options.Screened).Select(i => columns.Select(c => c[i]).ToArray())];
    }
}
