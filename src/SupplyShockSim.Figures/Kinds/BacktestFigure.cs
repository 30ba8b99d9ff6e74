using System.Globalization;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>The observed and the simulated total by month (or a destination, where only these were observed), with normal and the controls.</summary>
internal sealed class BacktestFigure : FigureKind
{
    public override string Name => "backtest";

    public override string Needs => "a back-test";

    public override string Meaning => "exports by month, observed and simulated, against normal";

    public override bool ShowsObserved => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Backtest is not { } held)
        {
            return null;
        }

        var (backtest, record, main) = (held.Backtest, held.Backtest.Record, held.Backtest.Main);
        var title = main.Errors.Count == 0
            ? "Exports by month as simulated; no judged month was observed"
            : string.Create(CultureInfo.InvariantCulture,
                $"Exports by month: the simulation is {100 * main.Errors.Mape:0} % off on average, at worst {100 * main.Errors.Worst:0} %");
        return new Figure
        {
            Name = Name,
            Title = title,
            Subtitle = (main == backtest.World ? "All destinations together" : main.Name) + ", in tonnes per calendar month, drawn at the middle of the month.",
            Footnote = Footnote(source, held),
            Description = source.Title + ". " + title,
            X = Axis.Dates(record.Start, record.End.Days),
            Y = Axis.Numbers("t/month"),
            Spans = [.. record.Controls.Where(c => c.InForce.Count > 0)
                .Select(c => new Span(c.Name, [.. c.InForce.Select(w => new Window(w.From.Days, w.Until.Days))]))],
            Panels = [new Panel("", [.. Lines(held)])],
            WhenEmpty = "The run has no whole calendar month.",
        };
    }

    /// <summary>What was observed lies in front.</summary>
    private static IEnumerable<LineMark> Lines(BacktestSource held)
    {
        var (backtest, main) = (held.Backtest, held.Backtest.Main);
        var normal = new Label("Normal", "baseline of the network" + (held.IsSeasonal ? " with its season" : ""));
        var lines = new List<LineMark>
        {
            new(normal, Course(backtest, main.Normal), new Hue(2)),
            new(new Label("Simulated", ShapeWords(main.SimulatedShape)), Course(backtest, main.Simulated), new Hue(1)),
        };
        if (main.IsObserved)
        {
            lines.Add(new LineMark(new Label("Observed", ShapeWords(main.ObservedShape)), Course(backtest, main.Observed), new Hue(0)));
        }

        return lines.Where(line => line.Course.Count > 0);
    }

    private static Polyline Course(Backtest backtest, double[] tonnes)
    {
        var line = new Polyline();
        for (var m = 0; m < tonnes.Length; m++)
        {
            var month = backtest.Months[m];
            if (!double.IsNaN(tonnes[m]))
            {
                line.Add(SimTime.FromDate(backtest.Record.Start, month.Start).Days + (month.Days / 2.0), tonnes[m]);
            }
        }

        return line;
    }

    private static string ShapeWords(Shape? shape) => shape is not { } s
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"trough {s.Trough}, {100 * s.Depth:0} % of normal\n")
            + (s.Recovery is { } back ? string.Create(CultureInfo.InvariantCulture, $"back {back}, peak +{100 * s.Overshoot:0} % {s.Peak}")
                : "does not come back");

    private static string Footnote(FigureSource source, BacktestSource held) =>
        source.Origin(held.Backtest.Record.TraceHash, $", mean of {Say.Count(held.Replications, "run", "runs")}") + "Shaded: controls in force. "
        + (held.Fitted is { } fitted ? $"Fitted: {fitted} " : "Nothing is said of what was fitted. ")
        + (held.NotFitted is { } not ? $"Not fitted: {not}" : "");
}
