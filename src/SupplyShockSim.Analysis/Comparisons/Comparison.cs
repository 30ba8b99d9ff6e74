namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>
/// Runs held against a baseline: what goes in that differs, their measures, and their curves cell by cell. A run compared with itself differs by exactly
/// zero in every value.
/// </summary>
public sealed class Comparison
{
    private readonly Dictionary<CurveGrouping, IReadOnlyList<CurveTable>> _tables = [];
    private readonly IReadOnlyList<IReadOnlyList<NamedNeed>> _needs;

    private Comparison(IReadOnlyList<ComparedRun> runs, int baseline, ComparisonOptions options, Timeline timeline)
    {
        (Runs, Baseline, Options, Timeline) = (runs, baseline, options, timeline);
        _needs = [.. runs.Select(r => r.Needs.Where(options.Where.LetsThrough).ToArray())];
        Inputs = InputDifference.Of([.. runs.Select(r => r.Asked)]);
        Measures = MeasureTable.Of(runs, options.Where);
        var finest = Table(CurveGrouping.Finest);
        Largest = [.. Others.Select(i => LargestDifference.Of(i, finest[i], finest[baseline], Groups(CurveGrouping.Finest), options.Measure)).OfType<LargestDifference>()];
    }

    /// <summary>In the order in which they were named.</summary>
    public IReadOnlyList<ComparedRun> Runs { get; }

    /// <summary>Position of the run that the others are held against.</summary>
    public int Baseline { get; }

    public ComparisonOptions Options { get; }

    public Timeline Timeline { get; }

    /// <summary>What goes in that differs.</summary>
    public IReadOnlyList<InputDifference> Inputs { get; }

    /// <summary>All measures in every run.</summary>
    public IReadOnlyList<MeasureRow> Measures { get; }

    /// <summary>Of each run that differs from the baseline at all, where and when it does most.</summary>
    public IReadOnlyList<LargestDifference> Largest { get; }

    /// <summary>Positions of all runs but the baseline.</summary>
    public IEnumerable<int> Others => Enumerable.Range(0, Runs.Count).Where(i => i != Baseline);

    /// <summary>Whether some run differs from the baseline by more than the tolerance.</summary>
    public bool Differs => Largest.Any(l => l.Share > Options.Tolerance);

    /// <summary>The measures of all needs together.</summary>
    public IEnumerable<MeasureRow> Totals => Measures.TakeWhile(m => m.Who == NeedName.All);

    /// <summary>Compares runs.</summary>
    /// <param name="runs">At least two, whose names differ.</param>
    /// <param name="baseline">Position of the one that the others are held against.</param>
    /// <param name="options">How.</param>
    /// <returns>The comparison; null where the runs have no time in common.</returns>
    public static Comparison? Of(IReadOnlyList<ComparedRun> runs, int baseline, ComparisonOptions options) =>
        Timeline.Of(runs, options.Align, options.Grid) is { } timeline ? new Comparison(runs, baseline, options, timeline) : null;

    /// <summary>The groups of a grouping that any run has, with their names, in order.</summary>
    public IReadOnlyList<(CurveKey Key, string Name)> Groups(CurveGrouping by) =>
    [
        .. _needs.SelectMany(n => n).Select(n => (Key: CurveKey.Of(n, by), Name: CurveKey.NameOf(n, by))).DistinctBy(g => g.Key).OrderBy(g => g.Key),
    ];

    /// <summary>The curve of a run, cell by cell, as it is.</summary>
    public IReadOnlyList<double> Curve(int run, CurveGrouping by, CurveKey key, CurveMeasure measure) => Table(by)[run].Of(key, measure);

    /// <summary>A run less the baseline, cell by cell.</summary>
    public IReadOnlyList<double> Difference(int run, CurveGrouping by, CurveKey key, CurveMeasure measure) =>
        [.. Curve(run, by, key, measure).Zip(Curve(Baseline, by, key, measure), (a, b) => a - b)];

    /// <summary>A run in percent of the baseline, cell by cell; not a number where the baseline is zero.</summary>
    public IReadOnlyList<double> Quotient(int run, CurveGrouping by, CurveKey key, CurveMeasure measure) =>
        [.. Curve(run, by, key, measure).Zip(Curve(Baseline, by, key, measure), (a, b) => b == 0 ? double.NaN : 100 * a / b)];

    /// <summary>
    /// A run in percent of its own value in the last whole cell before its first control (of its first cell where it begins with one, or has none), cell by
    /// cell; not a number where that is zero.
    /// </summary>
    public IReadOnlyList<double> Index(int run, CurveGrouping by, CurveKey key, CurveMeasure measure)
    {
        var curve = Curve(run, by, key, measure);
        var edges = Timeline.EdgesOf(run);
        var control = Runs[run].FirstControl;
        var before = control is { } c ? Enumerable.Range(0, curve.Count).TakeWhile(i => edges[i + 1] <= c).DefaultIfEmpty(0).Last() : 0;
        return [.. curve.Select(v => curve[before] == 0 ? double.NaN : 100 * v / curve[before])];
    }

    private IReadOnlyList<CurveTable> Table(CurveGrouping by)
    {
        if (!_tables.TryGetValue(by, out var tables))
        {
            tables = [.. Runs.Select((_, i) => CurveTable.Of(_needs[i], by, Timeline.EdgesOf(i), Options.Cumulative))];
            _tables.Add(by, tables);
        }

        return tables;
    }
}
