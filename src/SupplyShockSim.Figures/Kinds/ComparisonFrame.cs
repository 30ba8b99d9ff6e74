using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What all figures of a comparison share: the axis, the controls, the words, and how far they go.</summary>
internal static class ComparisonFrame
{
    /// <summary>How many cells are drawn: all, unless the last shortfall of all runs lies in the first 40 %; then to twice that time.</summary>
    public static int CellsDrawn(ComparisonSource source)
    {
        var (comparison, timeline) = (source.Comparison, source.Comparison.Timeline);
        if (comparison.Options.Cumulative || comparison.Options.Measure != CurveMeasure.Shortfall)
        {
            return timeline.Count;
        }

        var last = timeline.Count - 1;
        while (last >= 0 && !IsShort(source, last))
        {
            last--;
        }

        var (from, span) = (timeline.EdgeDays[0], timeline.EdgeDays[^1] - timeline.EdgeDays[0]);
        var twice = 2 * (timeline.EdgeDays[last + 1] - from);
        return last < 0 || twice >= 0.8 * span ? timeline.Count : timeline.EdgeDays.TakeWhile(e => e - from < twice).Count();
    }

    public static Axis Across(ComparisonSource source) => source.Comparison.Timeline.Start is { } start
        ? Axis.Dates(start, Until(source))
        : Axis.Between("days since the first control came into force", source.Comparison.Timeline.EdgeDays[0], Until(source));

    /// <summary>The end of what is drawn, in days of the axis.</summary>
    public static double Until(ComparisonSource source) => source.Comparison.Timeline.EdgeDays[CellsDrawn(source)];

    /// <summary>The controls of all runs, those alike in all of them once; then the notes.</summary>
    public static IReadOnlyList<Span> Spans(ComparisonSource source)
    {
        var (comparison, until) = (source.Comparison, Until(source));
        var spans = new List<(string Name, int Run, IReadOnlyList<Window> Windows)>();
        for (var run = 0; run < comparison.Runs.Count; run++)
        {
            foreach (var control in comparison.Runs[run].Record.Controls)
            {
                var windows = control.InForce.Select(w => Within(comparison.Timeline, run, w, until)).OfType<Window>().ToArray();
                if (windows.Length > 0)
                {
                    spans.Add((control.Name, run, windows));
                }
            }
        }

        var alike = spans.GroupBy(s => (s.Name, string.Join(' ', s.Windows))).ToArray();
        return
        [
            .. alike.Select(g => new Span(g.Count() == comparison.Runs.Count || alike.Count(o => o.Key.Name == g.Key.Name) == 1
                ? g.Key.Name
                : $"{g.Key.Name} ({Say.List([.. g.Select(s => comparison.Runs[s.Run].Name)])})", g.First().Windows)),
            .. Notes(source, until),
        ];
    }

    /// <summary>What every figure says below: version, address, traces, and what stood against comparing.</summary>
    public static string Footnote(FigureSource source, ComparisonSource compared)
    {
        var comparison = compared.Comparison;
        var runs = string.Join("; ", comparison.Runs.Select(r =>
            FormattableString.Invariant($"{r.Name}: seed {r.Asked.Scenario.Prepared.Spec.Seed}, trace {r.Record.TraceHash:x16}")));
        return $"SupplyShockSim {source.Version}, comparison {compared.Address}. {runs}. "
            + (comparison.Runs.Any(r => r.Record.Controls.Count > 0) ? "Shaded: controls in force. " : "")
            + (CellsDrawn(compared) < comparison.Timeline.Count ? "Nobody is short after the time drawn. " : "")
            + (compared.Overridden.Count > 0 ? $"Compared anyway, although {Say.List([.. compared.Overridden.Select(o => o.Text)])}." : "");
    }

    /// <summary>What the needs are of, and how runs are told apart, as the end of a subtitle.</summary>
    public static string Scope(ComparisonSource source, ComparisonMode mode)
    {
        var options = source.Comparison.Options;
        return (options.Where.Allowed.Count > 0 ? $" Only {options.Where}." : "")
            + (mode is ComparisonMode.Overlay or ComparisonMode.Index ? $" Dashed: the baseline, {source.Comparison.Runs[source.Comparison.Baseline].Name}." : "")
            + (source.Comparison.Runs.Count - 1 > ComparisonSource.MostColoured
                ? $" In grey: {Say.Count(source.Comparison.Runs.Count - 1 - ComparisonSource.MostColoured, "other run", "other runs")}." : "")
            + (source.Overridden.Count > 0 ? $" Not comparable by {Say.List([.. source.Overridden.Select(o => o.What).Distinct()])}; see below." : "");
    }

    /// <summary>What is counted, and in what: <c>Shortfall in tonnes per day, mean of each week.</c></summary>
    public static string Counted(ComparisonOptions options)
    {
        var what = NameOf(options.Measure);
        var cell = options is { Align: Alignment.Control, Grid: SeriesGrid.Month } ? "week" : options.Grid switch
        {
            SeriesGrid.Day => "day",
            SeriesGrid.Week => "week",
            _ => "month",
        };
        return options.Cumulative ? $"{what} up to each time, in tonnes" : $"{what} in tonnes per day, mean of each {cell}";
    }

    public static string NameOf(CurveMeasure measure) => measure switch
    {
        CurveMeasure.Shortfall => "Shortfall",
        CurveMeasure.Served => "Need met",
        _ => "Need",
    };

    /// <summary>The unit of the curves as they are.</summary>
    public static string UnitOf(ComparisonOptions options) => options.Cumulative ? "t" : "t/d";

    private static bool IsShort(ComparisonSource source, int cell)
    {
        var key = new CurveKey("", "", "");
        return Enumerable.Range(0, source.Comparison.Runs.Count)
                .Any(run => source.Comparison.Curve(run, CurveGrouping.None, key, CurveMeasure.Shortfall)[cell] > 0)
            || source.Draws.Any(d => d.OverTime[cell].Q95 > 0);
    }

    private static Window? Within(Timeline timeline, int run, (SimTime From, SimTime Until) window, double until)
    {
        var (from, to) = (Math.Max(timeline.EdgeDays[0], timeline.Place(run, window.From)), Math.Min(until, timeline.Place(run, window.Until)));
        return from < to ? new Window(from, to) : null;
    }

    private static IEnumerable<Span> Notes(ComparisonSource source, double until) => source.Comparison.Timeline.Start is not { } start
        ? []
        : from note in source.Notes
          let day = SimTime.FromDate(start, note.Date).Days
          where day >= 0 && day <= until
          select new Span($"{note.Date.Short()}: {note.Text}", [new Window(day, day)]);
}
