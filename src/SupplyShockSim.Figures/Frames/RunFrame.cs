using System.Globalization;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What all figures of a run share: how far they go, the controls, the footnote.</summary>
internal static class RunFrame
{
    /// <summary>
    /// How far figures are drawn: to the end of the run, unless the last shortfall (and the band of the draws) ends in its first 40 %; then to twice
    /// that day, which leaves room to see things settle.
    /// </summary>
    public static SimTime Until(RunSource run)
    {
        var end = run.Record.End;
        if (run.Measures.Totals.Service.LastShortfallDay is not { } last)
        {
            return end;
        }

        var twice = SimTime.FromDays(2 * Math.Max(last, RangeBand.LastDay(run)));
        return twice.Days < 0.8 * end.Days ? twice : end;
    }

    /// <summary>Dates from the start of the run as far as it is drawn.</summary>
    public static Axis Dates(RunSource run) => Axis.Dates(run.Record.Start, Until(run).Days);

    /// <summary>Where a figure comes from, so that a copied picture can be traced.</summary>
    public static string Footnote(FigureSource source, RunSource run)
    {
        var record = run.Record;
        return Origin(source, run)
            + (record.Controls.Count == 0 ? "No control was in force." : "Shaded: controls in force.")
            + (Until(run) < record.End
                ? $" Nobody is short after the time drawn{RangeBand.Also(run)}; the run goes on to {record.Start.At(record.End).Spoken()}."
                : "");
    }

    /// <summary>The same for figures that show neither controls nor a course of time.</summary>
    public static string Origin(FigureSource source, RunSource run) => source.Origin(run.Record.TraceHash)
        + (source.Others.Count == 0 ? $"Scenario: {source.Title}. "
            : "Runs: " + string.Join("; ", source.All.Select(s => string.Create(CultureInfo.InvariantCulture,
                $"{s.Name}: {s.Title} (seed {s.Seed}, trace {s.Run!.Record.TraceHash:x16})"))) + ". ")
        + Only(source.Choice);

    /// <summary>What was left out because some only was asked for.</summary>
    public static string Only(FigureChoice choice) => choice.Where.Count == 0 ? "" : $"Drawn only: {choice.Where.Words()}. ";

    /// <summary>The controls that are in force within what is drawn.</summary>
    public static IReadOnlyList<Span> Spans(RunSource run)
    {
        var until = Until(run);
        return
        [
            .. run.Record.Controls
                .Select(c => new Span(c.Name,
                    [.. c.InForce.Where(w => w.From < until).Select(w => new Window(w.From.Days, Math.Min(w.Until.Days, until.Days)))]))
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
