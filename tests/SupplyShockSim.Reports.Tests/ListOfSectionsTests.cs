using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;

namespace SupplyShockSim.Reports.Tests;

/// <summary>A section of the report is one file: what is in the list is written, in its order, for every run, and documented.</summary>
public class ListOfSectionsTests
{
    private sealed class Farewell : ReportSection
    {
        public override string Name => "farewell";

        public override string Meaning => "a last word";

        public override void Write(HtmlWriter page, ReportSource source) => page.Paragraph("That was " + source.Output.Title);
    }

    [Fact]
    public void One_more_section_stands_where_the_list_has_it()
    {
        var html = HtmlReport.Write(Source(SampleRuns.Quiet()), [.. ReportSections.All, new Farewell()]);

        Assert.True(html.IndexOf("Proof", StringComparison.Ordinal) < html.IndexOf("That was ", StringComparison.Ordinal));
        Assert.DoesNotContain("That was ", HtmlReport.Write(Source(SampleRuns.Quiet())), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_writes_something_for_some_run_and_fails_for_none()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in SampleRuns.All.Values)
        {
            var source = Source(sample());
            var empty = new HtmlWriter("t", "").Close();
            foreach (var section in ReportSections.All)
            {
                var page = new HtmlWriter("t", "");
                section.Write(page, source);
                if (page.Close() != empty)
                {
                    written.Add(section.Name);
                }
            }
        }

        Assert.Equal(ReportSections.All.Select(s => s.Name).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_section_is_documented()
    {
        var readme = Readme.Of("SupplyShockSim.Reports");
        Assert.All(ReportSections.All, s => Assert.Contains($"| {s.Name} | {s.Meaning} |", readme, StringComparison.Ordinal));
    }

    private static ReportSource Source(RunOutput output) => new(output, DrawnFigure.Of(FigureCatalog.Fill(output.FigureSource())), Provenance.Of(output));
}
