using System.Security.Cryptography;
using System.Text;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures;
using SupplyShockSim.Reports.Html;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary><c>compare.html</c>: the comparison on one page that needs nothing beside itself, no network, and may do nothing else than show itself.</summary>
internal static class CompareHtml
{
    /// <summary>The measures of the first table, each with the columns of its difference or without.</summary>
    private static readonly (ServiceMeasure Measure, string Heading, bool WithDifference)[] Columns =
    [
        (MeasureCatalog.ShortfallTotal, "Short t", true),
        (MeasureCatalog.ShortfallPeak, "Peak t/d", true),
        (MeasureCatalog.ServiceLevel, "Service", false),
        (MeasureCatalog.FirstShortfallDay, "First day short", false),
        (MeasureCatalog.TimeToSurvive, "Days to survive", false),
        (MeasureCatalog.TimeToRecover, "Days to recover", false),
    ];

    public static string Write(ComparisonOutput output, IReadOnlyList<Figure> figures)
    {
        var comparison = output.Comparison;
        var page = new HtmlWriter(output.Title, CompareStyle.Css, Policy());
        page.Heading(1, output.Title);
        page.Paragraph(figures.Count > 0 ? figures[0].Title + "." : "", "lead");
        foreach (var obstacle in output.Source.Overridden)
        {
            page.Paragraph($"Not comparable by {obstacle.What}, and compared anyway: {obstacle.Text}.", "warning");
        }

        Inputs(page, comparison);
        Measures(page, comparison);
        page.Heading(2, "Curves");
        foreach (var figure in figures)
        {
            CompareFigure.Write(page, figure);
        }

        page.Heading(2, "Where runs differ most");
        page.List(comparison.Others.Select(i => CompareWords.Largest(comparison, i))
            .Concat(output.Source.Draws.Where(d => d.Run != comparison.Baseline).Select(d => CompareWords.Drawn(comparison, d)))
            .Concat(output.Source.Shares.Select(s => CompareWords.Shares(comparison, s)))
            .Concat(output.Source.Observed.Select(o => CompareWords.Observed(comparison, o))));
        Consumers(page, comparison);
        Cite(page, output);
        return page.Close(CompareScript.Text);
    }

    /// <summary>Nothing is loaded, and only the one style and the one script of the page are used.</summary>
    private static string Policy() =>
        $"default-src 'none'; style-src 'sha256-{Hash(CompareStyle.Css)}'; script-src 'sha256-{Hash(CompareScript.Text)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("\n" + text)));

    private static void Inputs(HtmlWriter page, Comparison comparison)
    {
        page.Heading(2, "What goes in");
        if (comparison.Inputs.Count == 0)
        {
            page.Paragraph("No input differs.");
            return;
        }

        page.Table("The inputs that differ, with where each value stands; all others are alike", ["Input", .. comparison.Runs.Select(r => r.Name)],
            comparison.Inputs.Select(input => (string[])[input.Path, .. input.Values.Select(v => v is null ? "-" : $"{v.Value} ({v.Origin})")]));
    }

    private static void Measures(HtmlWriter page, Comparison comparison)
    {
        page.Heading(2, "What comes out");
        var rows = Columns.Select(c => (Column: c, Row: comparison.Totals.Single(m => m.Measure == c.Measure))).ToArray();
        SortableTable.Write(page, "All needs together; best and worst of all runs are marked",
        [
            "Run",
            .. rows.SelectMany(r => (string[])[r.Column.Heading + "*", .. r.Column.WithDifference ? ["Difference*", "%*"] : Array.Empty<string>()]),
        ],
        Enumerable.Range(0, comparison.Runs.Count).Select(run => (SortableCell[])
        [
            new(comparison.Runs[run].Name + (run == comparison.Baseline ? " (baseline)" : "")),
            .. rows.SelectMany(r => (SortableCell[])
            [
                Value(r.Row, run),
                .. r.Column.WithDifference
                    ? [Signed(r.Row.Difference(run, comparison.Baseline)), Signed(r.Row.Percent(run, comparison.Baseline))]
                    : Array.Empty<SortableCell>(),
            ]),
        ]));
    }

    private static void Consumers(HtmlWriter page, Comparison comparison)
    {
        var rows = comparison.Measures.Where(m => m.Measure == MeasureCatalog.ShortfallTotal && m.Who.Consumer.Length > 0 && m.Values.Any(v => v > 0))
            .OrderByDescending(m => m.Values.Max()).Take(ReportTables.MostRows).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        page.Heading(2, "Who is short");
        int[] others = [.. comparison.Others];
        SortableTable.Write(page, $"Tonnes missing by consumer, the {Say.Count(rows.Length, "one", "ones")} with most; compare.csv has all",
        [
            "Consumer", "Country", .. comparison.Runs.Select(r => r.Name + "*"),
            .. others.Select(i => others.Length == 1 ? "Difference*" : $"{comparison.Runs[i].Name}: difference*"),
        ],
        rows.Select(row => (SortableCell[])
        [
            new(row.Who.Name), new(row.Who.Country), .. row.Values.Select((_, run) => Value(row, run)), .. others.Select(i => Signed(row.Difference(i, comparison.Baseline))),
        ]));
    }

    private static void Cite(HtmlWriter page, ComparisonOutput output)
    {
        page.Heading(2, "To cite it, and to do it again");
        page.Raw("<dl>\n");
        Entry("Address", output.Source.Address);
        Entry("Command", output.Command);
        Entry("Version", "SupplyShockSim " + output.Version);
        foreach (var run in output.Comparison.Runs)
        {
            Entry(run.Name, $"{run.Asked.Path}; seed {run.Asked.Scenario.Prepared.Spec.Seed}; inputs {run.Asked.Scenario.ShortHash}; trace {Data.ManifestJson.Fingerprint(run.Record.TraceHash)}");
        }

        page.Raw("</dl>\n");
        page.Heading(2, "Files and sources");
        page.List(output.Comparison.Runs.SelectMany(r => r.Asked.Scenario.Inputs).Distinct().Select(f => $"{f.Path}: SHA-256 {f.Sha256}")
            .Concat(CompareJson.Sources(output.Comparison)));

        void Entry(string term, string text) => page.Raw("<dt>" + Markup.Escape(term) + "</dt><dd><code>" + Markup.Escape(text) + "</code></dd>\n");
    }

    private static SortableCell Value(MeasureRow row, int run) =>
        new(CompareWords.Value(row, run), row.Values[run], row.Best.Contains(run) ? "best" : row.Worst.Contains(run) ? "worst" : "");

    private static SortableCell Signed(double? value) => new(CompareWords.Signed(value), value);
}
