namespace SupplyShockSim.Reports.Html;

/// <summary><c>report.html</c>: the run on one page that needs nothing beside itself and prints well.</summary>
internal static class HtmlReport
{
    /// <param name="source">What it is written from.</param>
    /// <param name="sections">Its parts; default: <see cref="ReportSections.All"/>.</param>
    public static string Write(ReportSource source, IReadOnlyList<ReportSection>? sections = null)
    {
        var page = new HtmlWriter(source.Output.Title, ReportStyle.Css);
        foreach (var section in sections ?? ReportSections.All)
        {
            section.Write(page, source);
        }

        return page.Close();
    }
}
