using System.Globalization;
using SupplyShockSim.Analysis.Backtests;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints a back-test for people.</summary>
internal static class BacktestPrinter
{
    public static void Print(TextWriter writer, string title, Backtest backtest)
    {
        writer.WriteLine(title);
        writer.WriteLine();
        MainSeries(writer, backtest);
        writer.WriteLine();
        PlainTable.Write(
            writer,
            [
                ["", "trough", "of normal", "recovered", "peak", "above normal", "excess t"],
                ShapeRow("observed", backtest.Main.ObservedShape),
                ShapeRow("simulated", backtest.Main.SimulatedShape),
            ],
            column => column is 2 or 5 or 6);
        writer.WriteLine();
        Destinations(writer, backtest);
        if (backtest.Unmatched.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine($"observed, but no destination of the network: {string.Join(", ", backtest.Unmatched)}");
        }

        writer.WriteLine();
        FirstDry(writer, backtest);
    }

    private static void MainSeries(TextWriter writer, Backtest backtest)
    {
        var main = backtest.Main;
        writer.WriteLine(main == backtest.World ? "all destinations together" : main.Name);
        List<IReadOnlyList<string>> rows = [["month", "observed t", "simulated t", "error", "normal t", ""]];
        for (var m = 0; m < backtest.Months.Count; m++)
        {
            rows.Add(
            [
                backtest.Months[m].ToString(), Tonnes(main.Observed[m]), Tonnes(main.Simulated[m]),
                double.IsNaN(main.Observed[m]) ? "" : Percent((main.Simulated[m] / main.Observed[m]) - 1, "+0.0;-0.0;0.0"), Tonnes(main.Normal[m]),
                backtest.IsJudged[m] ? "" : "not judged",
            ]);
        }

        PlainTable.Write(writer, rows, column => column is > 0 and < 5);
        if (main.Errors.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{main.Errors.Count} judged months: MAPE {Percent(main.Errors.Mape, "0.0")}, worst {Percent(main.Errors.Worst, "0.0")}, RMSE {main.Errors.Rmse:0} t, bias {main.Errors.Bias:+0;-0;0} t"));
        }
    }

    private static string[] ShapeRow(string name, Shape? shape) => shape is not { } s
        ? [name, "", "", "", "", "", ""]
        : [name, s.Trough.ToString(), Percent(s.Depth, "0"), s.Recovery?.ToString() ?? "never", s.Peak?.ToString() ?? "", Percent(s.Overshoot, "0"), Tonnes(s.ExcessTonnes)];

    private static void Destinations(TextWriter writer, Backtest backtest)
    {
        writer.WriteLine("simulated by destination, t (in brackets: observed)");
        List<IReadOnlyList<string>> rows = [["month", .. backtest.Destinations.Select(d => d.Name)]];
        for (var m = 0; m < backtest.Months.Count; m++)
        {
            rows.Add([backtest.Months[m].ToString(), .. backtest.Destinations.Select(d => Tonnes(d.Simulated[m]) + (double.IsNaN(d.Observed[m]) ? "" : $" ({Tonnes(d.Observed[m])})"))]);
        }

        PlainTable.Write(writer, rows, column => column > 0);
    }

    private static void FirstDry(TextWriter writer, Backtest backtest)
    {
        writer.WriteLine(backtest.FirstDry.Count == 0 ? "no consumer runs dry" : "first consumer of each country to run dry");
        var countries = backtest.Record.Network.Countries;
        PlainTable.Write(
            writer,
            [.. backtest.FirstDry.Select(f => (string[])[countries.Name[Array.IndexOf(countries.Code, f.Code)], f.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), f.Site])],
            indent: 2);
    }

    private static string Tonnes(double tonnes) => double.IsNaN(tonnes) ? "" : tonnes.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share, string format) => (100 * share).ToString(format, CultureInfo.InvariantCulture) + " %";
}
