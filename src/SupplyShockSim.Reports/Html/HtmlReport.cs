namespace SupplyShockSim.Reports.Html;

/// <summary><c>report.html</c>: the run on one page that needs nothing beside itself and prints well.</summary>
internal static class HtmlReport
{
    /// <param name="source">What it is written from.</param>
    /// <param name="sections">Its parts, those of the appendix last; default: <see cref="ReportSections.All"/>.</param>
    public static string Write(ReportSource source, IReadOnlyList<ReportSection>? sections = null)
    {
        var page = new HtmlWriter(source.Output.Title, ReportStyle.Css, facts: source.Facts);
        var isAppendix = false;
        foreach (var section in sections ?? ReportSections.All)
        {
            if (section.IsAppendix && !isAppendix)
            {
                page.Appendix();
                isAppendix = true;
            }

            section.Write(page, source);
        }

        return page.Close();
    }
}
