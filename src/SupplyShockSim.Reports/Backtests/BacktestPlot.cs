using System.Globalization;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Backtests;

/// <summary><c>backtest.svg</c>: the observed and the simulated total by month (or a destination, where only these were observed), with normal and the controls.</summary>
internal static class BacktestPlot
{
    public static string Draw(BacktestOutput output)
    {
        var (backtest, record) = (output.Backtest, output.Backtest.Record);
        var main = backtest.Main;
        var curves = new List<Curve>();
        if (main.IsObserved)
        {
            curves.Add(new Curve("Observed", ShapeWords(main.ObservedShape), Points(main.Observed)));
        }

        curves.Add(new Curve("Simulated", ShapeWords(main.SimulatedShape), Points(main.Simulated)));
        curves.Add(new Curve("Normal", "baseline of the network" + (output.Seasonality.Count > 0 ? " with its season" : ""), Points(main.Normal)));
        var title = main.Errors.Count == 0
            ? "Exports by month as simulated; no judged month was observed"
            : string.Create(CultureInfo.InvariantCulture, $"Exports by month: the simulation is {100 * main.Errors.Mape:0} % off on average, at worst {100 * main.Errors.Worst:0} %");
        return new LineChart
        {
            Text = new ChartText("backtest", title, (main == backtest.World ? "All destinations together" : main.Name) + ", in tonnes per calendar month, drawn at the middle of the month.", Footnote(output), output.Title + ". " + title),
            Unit = "t/month",
            Start = record.Start,
            Days = record.End.Days,
            Bands = [.. record.Controls.Where(c => c.InForce.Count > 0).Select(c => new Band(c.Name, [.. c.InForce.Select(w => new Window(w.From.Days, w.Until.Days))]))],
            Curves = curves,
        }.ToSvg();

        Polyline Points(double[] tonnes)
        {
            var line = new Polyline();
            for (var m = 0; m < tonnes.Length; m++)
            {
                var month = backtest.Months[m];
                if (!double.IsNaN(tonnes[m]))
                {
                    line.Add((month.Start - record.Start).TotalDays + (month.Days / 2.0), tonnes[m]);
                }
            }

            return line;
        }
    }

    private static string ShapeWords(Shape? shape) => shape is not { } s
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"trough {s.Trough}, {100 * s.Depth:0} % of normal\n")
            + (s.Recovery is { } back ? string.Create(CultureInfo.InvariantCulture, $"back {back}, peak +{100 * s.Overshoot:0} % {s.Peak}") : "does not come back");

    private static string Footnote(BacktestOutput output) => string.Create(
        CultureInfo.InvariantCulture,
        $"SupplyShockSim {output.Version}, seed {output.Seed}, mean of {Say.Count(output.Replications, "run", "runs")}, trace {ManifestJson.Fingerprint(output.Backtest.Record.TraceHash)}. Shaded: controls in force. ")
        + (output.Fitted is { } fitted ? $"Fitted: {fitted} " : "Nothing is said of what was fitted. ")
        + (output.NotFitted is { } not ? $"Not fitted: {not}" : "");
}
