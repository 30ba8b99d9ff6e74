using System.Globalization;
using SupplyShockSim.Analysis.Calibration;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints what a calibration found: never how well it fits without how well it does where it did not look, or that nobody looked.</summary>
internal static class CalibrationPrinter
{
    public static void Print(TextWriter writer, CalibrationResult result)
    {
        var heldOut = result.Months.Where(m => m.IsHeldOut).Select(m => m.Month).ToArray();
        var fitted = result.Months.Count - heldOut.Length;
        writer.WriteLine($"root mean square of the relative errors: {Percent(result.Loss)} in {Months(fitted)} fitted, "
            + (heldOut.Length > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Percent(result.HeldOutLoss)} in {heldOut.Length} held out ({string.Join(", ", heldOut)})")
                : "none held out: it says how well the values fit, not how well they foretell (--hold-out)"));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"values fitted: {result.Parameters.Count}, to {Months(fitted)}; search seed {result.Seed}, {result.Runs} runs; ")
            + $"searches ended at {string.Join(", ", result.Searches.Select(Percent))}");
        writer.WriteLine();
        List<IReadOnlyList<string>> rows = [["parameter", "fitted", "range", "loss if lower", "loss if higher"]];
        rows.AddRange(result.Parameters.Select(p => (string[])
        [
            p.Parameter.Path, Rounded(p.Fitted), $"{p.Parameter.From} to {p.Parameter.To}", Percent(p.Less), Percent(p.More),
        ]));
        PlainTable.Write(writer, rows, column => column is 3 or 4);
        writer.WriteLine();
        writer.WriteLine("lower and higher: this parameter alone by a tenth of its range; losses over the months fitted");
        writer.WriteLine();
        rows = [["month", "observed t", "simulated t", "error", ""]];
        rows.AddRange(result.Months.Select(m => (string[])
        [
            m.Month.ToString(), Tonnes(m.ObservedTonnes), Tonnes(m.SimulatedTonnes), Percent(m.RelativeError), m.IsHeldOut ? "held out" : "",
        ]));
        PlainTable.Write(writer, rows, column => column is > 0 and < 4);
    }

    private static string Months(int count) => count == 1 ? "1 month" : string.Create(CultureInfo.InvariantCulture, $"{count} months");

    private static string Rounded(Quantity quantity) =>
        (quantity with { Value = double.Parse(quantity.Value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) }).ToString();

    private static string Tonnes(double tonnes) => tonnes.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
