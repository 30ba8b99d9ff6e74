using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Reports.Comparisons;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints a comparison: what goes in that differs, what comes out, and where runs differ most.</summary>
internal static class ComparisonPrinter
{
    /// <summary>Inputs that are printed; the rest are counted.</summary>
    private const int MostInputs = 20;

    /// <summary>The measures of the table, each with the columns of its difference or without.</summary>
    private static readonly (ServiceMeasure Measure, string Heading, bool WithDifference, int Rank)[] Columns =
    [
        (MeasureCatalog.ShortfallTotal, "short t", true, 0),
        (MeasureCatalog.ShortfallPeak, "peak t/d", true, 2),
        (MeasureCatalog.ServiceLevel, "service", false, 4),
        (MeasureCatalog.FirstShortfallDay, "first day short", false, 5),
        (MeasureCatalog.TimeToSurvive, "days to survive", false, 6),
        (MeasureCatalog.TimeToRecover, "days to recover", false, 7),
    ];

    public static void Print(TextWriter writer, int width, ComparisonOutput output, string folder)
    {
        var comparison = output.Comparison;
        Lines(writer, width, [output.Title, .. output.Source.Overridden.Select(o => $"not comparable by {o.What}: {o.Text}")]);
        writer.WriteLine();
        Inputs(writer, width, comparison);
        writer.WriteLine();
        Measures(writer, width, comparison);
        writer.WriteLine();
        Lines(writer, width,
        [
            .. comparison.Others.Select(i => CompareWords.Largest(comparison, i)),
            .. output.Source.Draws.Where(d => d.Run != comparison.Baseline).Select(d => CompareWords.Drawn(comparison, d)),
            .. output.Source.Shares.Select(s => CompareWords.Shares(comparison, s)),
            .. output.Source.Observed.Select(o => CompareWords.Observed(comparison, o)),
        ]);
        writer.WriteLine();
        Lines(writer, width, [$"address {output.Source.Address}, version {output.Version}", $"again: {output.Command}", $"folder: {folder}"]);
    }

    private static void Inputs(TextWriter writer, int width, Comparison comparison)
    {
        if (comparison.Inputs.Count == 0)
        {
            writer.WriteLine("No input differs.");
            return;
        }

        writer.WriteLine("Inputs that differ");
        FittedTable.Write(writer, width, [new FittedColumn("input"), .. comparison.Runs.Select(r => new FittedColumn(r.Name))],
        [
            .. comparison.Inputs.Take(MostInputs).Select(input => (string[])
                [input.Path, .. input.Values.Select(v => v is null ? "-" : v.Origin == "default" ? $"{v.Value} (default)" : $"{v.Value} ({v.Origin})")]),
        ]);
        if (comparison.Inputs.Count > MostInputs)
        {
            writer.WriteLine($"and {Say.Count(comparison.Inputs.Count - MostInputs, "other", "others")}: see compare.json");
        }
    }

    private static void Measures(TextWriter writer, int width, Comparison comparison)
    {
        var rows = Columns.Select(c => (Column: c, Row: comparison.Totals.Single(m => m.Measure == c.Measure))).ToArray();
        FittedTable.Write(writer, width,
        [
            new FittedColumn("run"),
            .. rows.SelectMany(r => (FittedColumn[])
            [
                new FittedColumn(r.Column.Heading, r.Column.Rank, IsRight: true),
                .. r.Column.WithDifference
                    ? [new FittedColumn("difference", r.Column.Rank == 0 ? 0 : 3, IsRight: true), new FittedColumn("%", r.Column.Rank == 0 ? 1 : 3, IsRight: true)]
                    : Array.Empty<FittedColumn>(),
            ]),
        ],
        [
            .. Enumerable.Range(0, comparison.Runs.Count).Select(run => (string[])
            [
                comparison.Runs[run].Name + (run == comparison.Baseline ? " (baseline)" : ""),
                .. rows.SelectMany(r => (string[])
                [
                    Value(r.Row, run),
                    .. r.Column.WithDifference
                        ? [CompareWords.Signed(r.Row.Difference(run, comparison.Baseline)), CompareWords.Signed(r.Row.Percent(run, comparison.Baseline))]
                        : Array.Empty<string>(),
                ]),
            ]),
        ]);
    }

    private static string Value(MeasureRow row, int run) =>
        CompareWords.Value(row, run) + (row.Best.Contains(run) ? " best" : row.Worst.Contains(run) ? " worst" : "");

    private static void Lines(TextWriter writer, int width, IEnumerable<string> texts)
    {
        foreach (var line in texts.SelectMany(t => FittedTable.Wrap(t, width)))
        {
            writer.WriteLine(line);
        }
    }
}
