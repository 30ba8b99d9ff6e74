using System.Text.RegularExpressions;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;

namespace SupplyShockSim.Reports.Tests;

public class HtmlReportTests
{
    [Fact]
    public void The_page_needs_nothing_beside_itself()
    {
        var page = Write(SampleRuns.ManyConsumers());

        Assert.Equal(["http://www.w3.org/2000/svg"], Regex.Matches(page, "https?://[^\"' <]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value)
            .Distinct());
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<link", page);
        Assert.Empty(Regex.Matches(page, "url\\((?!#)", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Ids_are_unique()
    {
        var ids = Regex.Matches(Write(SampleRuns.Halt()), " id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => m.Groups["id"].Value).ToArray();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        var page = Write(SampleRuns.ManyConsumers());

        Assert.Contains("&lt;Tier-1&gt;", page);
        Assert.DoesNotContain("<Tier-1>", page);
    }

    [Fact]
    public void Who_why_which_control_what_it_rests_on_and_the_proof_are_there()
    {
        var page = Write(SampleRuns.Halt());

        Assert.Contains("<h2>Who is short, when and by how much</h2>", page);
        Assert.Contains("<h2>Why Japan, automotive falls short</h2>", page);
        Assert.Contains("China bans all exports of magnet to Japan", page);
        Assert.Contains("Ministry of Commerce, notice 1 of 2026", page);
        Assert.Contains("Rows of the network by how far they can be trusted: 1 assumption, 1 high, 2 inferred, 1 medium and 1 not stated.", page);
        Assert.Contains("trace 0123456789abcdef", page);
    }

    [Fact]
    public void Totals_alone_are_told_by_country_with_the_chain_of_the_first_to_fall_short()
    {
        var page = Write(SampleRuns.Totals());

        Assert.Contains("<h2>Where consumers are short, when and by how much</h2>", page);
        Assert.Contains("<h2>Why Japan falls short</h2>", page);
        Assert.Contains("21 January 2026 (day 20): Japan, automotive fell short by 4 t/d.", page);
        Assert.DoesNotContain("worst moment</th>", page);
        Assert.DoesNotContain("<h2>Who is short", page);
    }

    [Fact]
    public void A_quiet_run_has_a_page_too()
    {
        var page = Write(SampleRuns.Quiet());

        Assert.DoesNotContain("Who is short", page);
        Assert.Contains("The scenario has no control.", page);
    }

    private static string Write(RunOutput output) =>
        HtmlReport.Write(new ReportSource(output, DrawnFigure.Of(FigureCatalog.Fill(output.FigureSource())), Provenance.Of(output)));
}
