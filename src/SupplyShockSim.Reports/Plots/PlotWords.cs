using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Plots;

/// <summary>What all plots of a run share.</summary>
internal static class PlotWords
{
    /// <summary>
    /// How far plots are drawn: to the end of the run, unless the last shortfall ends in its first 40 %; then to twice
    /// that day, which leaves room to see things settle.
    /// </summary>
    public static SimTime Until(RunOutput output)
    {
        var end = output.Record.End;
        if (output.Measures.Totals.Service.LastShortfallDay is not { } last)
        {
            return end;
        }

        var twice = SimTime.FromDays(2 * last);
        return twice.Days < 0.8 * end.Days ? twice : end;
    }

    /// <summary>Where a plot comes from, so that a copied picture can be traced.</summary>
    public static string Footnote(RunOutput output)
    {
        var record = output.Record;
        var until = Until(output);
        var origin = string.Create(
            CultureInfo.InvariantCulture,
            $"SupplyShockSim {output.Version}, seed {output.Seed}, trace {ManifestJson.Fingerprint(record.TraceHash)}. Scenario: {output.Title}. ");
        return origin
            + (record.Controls.Count == 0 ? "No control was in force." : "Shaded: controls in force.")
            + (until < record.End ? $" Nobody is short after the time drawn; the run goes on to {record.Start.At(record.End).Spoken()}." : "");
    }

    public static IReadOnlyList<Band> Bands(RunOutput output)
    {
        var until = Until(output);
        return
        [
            .. output.Record.Controls
                .Select(c => new Band(c.Name, [.. c.InForce.Where(w => w.From < until).Select(w => new Window(w.From.Days, Math.Min(w.Until.Days, until.Days)))]))
                .Where(b => b.Windows.Count > 0),
        ];
    }

    /// <summary>The course of a figure in a few words: <c>57.5 d at first, then 46.4 to 60</c>.</summary>
    public static string Course(double first, double least, double most, string unit)
    {
        var (f, l, m) = (Say.Number(first), Say.Number(least), Say.Number(most));
        return l == m ? $"{f} {unit} throughout"
            : l == f ? $"{f} {unit} at first, up to {m}"
            : m == f ? $"{f} {unit} at first, down to {l}"
            : $"{f} {unit} at first, then {l} to {m}";
    }
}
