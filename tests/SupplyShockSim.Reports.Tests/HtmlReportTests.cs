using System.Text.RegularExpressions;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;

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
    public void Nothing_in_it_may_run_or_be_fetched() =>
        Assert.Contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;",
            Write(SampleRuns.Halt()), StringComparison.Ordinal);

    [Fact]
    public void The_contents_lead_to_every_part()
    {
        var page = Write(SampleRuns.Ranged());
        var (nav, rest) = (page[page.IndexOf("<nav", StringComparison.Ordinal)..page.IndexOf("</nav>", StringComparison.Ordinal)], page);
        var links = Regex.Matches(nav, "href=\"#(?<to>[^\"]+)\">(?<text>[^<]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var parts = Regex.Matches(rest, "<h2 id=\"(?<to>[^\"]+)\">(?<text>[^<]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

        Assert.True(parts.Count > 5);
        Assert.Equal(parts.Select(m => (m.Groups["to"].Value, m.Groups["text"].Value)), links.Select(m => (m.Groups["to"].Value, m.Groups["text"].Value)));
        Assert.DoesNotContain("<h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_wide_scrolls_by_itself_and_can_be_reached_from_the_keyboard()
    {
        var page = Write(SampleRuns.ManyConsumers());
        int Count(string of) => Regex.Matches(page, of, RegexOptions.None, TimeSpan.FromSeconds(5)).Count;

        Assert.Equal(Count("<table>") + Count("<svg "), Count("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"[^\"]+\">\n<(table|svg)"));
    }

    [Fact]
    public void Chains_beyond_the_third_and_assumptions_are_folded()
    {
        var page = Write(SampleRuns.Halt());
        Assert.Contains("<details class=\"paper\"><summary>Inferred and assumed: 2 notes</summary>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("other falls short</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_of_facts_lead_to_where_they_stand()
    {
        var facts = "id,source,url,note\nM-1,\"Survey, 2024\",https://example.org/s?a=1&b=2,x\nM-2,Talk,none,\nM-3,Page,javascript:alert(1),\n"u8.ToArray();
        var files = new NamedFiles(new Dictionary<string, Func<Stream>> { ["net/facts.csv"] = () => new MemoryStream(facts) });
        var book = FactBook.Beside([new InputFile("net/sites.csv", ""), new InputFile("net/lanes.csv", "")], files);
        var page = new HtmlWriter("", "", facts: book);
        page.Paragraph("M-1 <of> M-2, M-3 and XM-1; (M-1)");

        const string Link = "<a href=\"https://example.org/s?a=1&amp;b=2\" title=\"Survey, 2024\" rel=\"noreferrer\">M-1</a>";
        Assert.Equal(1, book.Count);
        Assert.Contains($"<p>{Link} &lt;of&gt; M-2, M-3 and XM-1; ({Link})</p>", page.Close(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lower_reliance_while_imports_are_missing_does_not_read_as_a_gain()
    {
        // Wherever the reliance of a country fell at the worst moment, what is missing then stands beside it.
        var output = SampleRuns.Halt();
        Assert.Contains(output.Measures.Reliance, r => r.Worst < r.Baseline);
        var page = Write(output);

        Assert.Contains("Missing at the worst moment</th>", page, StringComparison.Ordinal);
        Assert.Contains("A lower reliance then is no gain", page, StringComparison.Ordinal);
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

        Assert.Contains(">Who is short, when and by how much</h2>", page);
        Assert.Contains("<h3>Why Japan, automotive falls short</h3>", page);
        Assert.Contains("China bans all exports of magnet to Japan", page);
        Assert.Contains("Ministry of Commerce, notice 1 of 2026", page);
        Assert.Contains("Rows of the network by how far they can be trusted: 1 assumption, 1 high, 2 inferred, 1 medium and 1 not stated.", page);
        Assert.Contains("trace 0123456789abcdef", page);
    }

    [Fact]
    public void Totals_alone_are_told_by_country_with_the_chain_of_the_first_to_fall_short()
    {
        var page = Write(SampleRuns.Totals());

        Assert.Contains(">Where consumers are short, when and by how much</h2>", page);
        Assert.Contains(">Why Japan falls short</h2>", page);
        Assert.Contains("21 January 2026 (day 20): Japan, automotive fell short by 4 t/d.", page);
        Assert.DoesNotContain("worst moment</th>", page);
        Assert.DoesNotContain(">Who is short, when", page);
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
