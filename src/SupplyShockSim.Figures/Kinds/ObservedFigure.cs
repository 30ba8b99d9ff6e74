using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Exports by month as they were observed, and as each run of a comparison has them.</summary>
internal sealed class ObservedFigure : FigureKind
{
    /// <summary>What was observed is black, a hue that no run of a comparison has.</summary>
    private static readonly Hue Seen = new(ComparisonSource.MostColoured);

    public override string Name => "observed";

    public override string Needs => "a comparison of runs with what was observed (supplyshock compare --observed)";

    public override string Meaning => "exports by month, as observed and in each run, with how far each run is off";

    public override bool IsUsual => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Comparison is not { Observed: [var first, ..] } compared || compared.Comparison.Timeline.Start is not { } start)
        {
            return null;
        }

        var runs = compared.Comparison.Runs;
        var nearest = compared.Observed.Where(o => o.Series.Errors.Count > 0).MinBy(o => o.Series.Errors.Mape);
        return new Figure
        {
            Name = Name,
            Title = nearest is null ? "No judged month was observed"
                : $"{runs[nearest.Run].Name} is {(compared.Observed.Count > 1 ? "nearest to what was observed: " : "")}"
                    + $"{Say.Percent(nearest.Series.Errors.Mape)} off on average, at worst {Say.Percent(nearest.Series.Errors.Worst)}",
            Subtitle = $"Exports, {(first.Series.Code.Length == 0 ? "all destinations together" : first.Series.Name)}, in tonnes per calendar month, "
                + "drawn at the middle of the month. Points: observed.",
            Footnote = ComparisonFrame.Footnote(source, compared),
            X = Axis.Dates(start, compared.Comparison.Timeline.EdgeDays[^1]),
            Y = Axis.Numbers("t/month"),
            Spans = ComparisonFrame.Spans(compared),
            Panels = [new Panel("", [.. Lines(compared, start)])],
            WhenEmpty = "No whole month of the runs was observed.",
        };
    }

    private static IEnumerable<Mark> Lines(ComparisonSource compared, DateTime start)
    {
        var until = compared.Comparison.Timeline.EdgeDays[^1];
        foreach (var held in compared.Observed.OrderByDescending(o => o.Run))
        {
            if (Course(held, held.Series.Simulated, start, until) is { Count: > 0 } course)
            {
                var errors = held.Series.Errors;
                var detail = errors.Count == 0 ? "" : $"{Say.Percent(errors.Mape)} off on average,\nat worst {Say.Percent(errors.Worst)}";
                yield return new LineMark(new Label(compared.Comparison.Runs[held.Run].Name, detail), course, compared.HueOf(held.Run));
            }
        }

        if (Course(compared.Observed[0], compared.Observed[0].Series.Observed, start, until) is { Count: > 0 } observed)
        {
            yield return new PointsMark(new Label("Observed"), observed, Seen);
        }
    }

    private static Polyline Course(ObservedRun held, double[] tonnes, DateTime start, double until)
    {
        var line = new Polyline();
        for (var m = 0; m < tonnes.Length; m++)
        {
            var day = SimTime.FromDate(start, held.Months[m].Start).Days + (held.Months[m].Days / 2.0);
            if (!double.IsNaN(tonnes[m]) && day >= 0 && day <= until)
            {
                line.Add(day, tonnes[m]);
            }
        }

        return line;
    }
}
