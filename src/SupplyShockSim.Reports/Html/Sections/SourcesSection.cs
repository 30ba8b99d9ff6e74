
namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class SourcesSection : ReportSection
{
    public override string Name => "sources";

    public override string Meaning => "what the network and the controls cite";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var provenance = source.Provenance;
        if (provenance.Sources.Count == 0)
        {
            return;
        }

        page.Heading(3, "Sources");
        page.List(provenance.Sources);
        if (provenance.MoreSources > 0)
        {
            page.Paragraph($"and {Say.Count(provenance.MoreSources, "other", "others")}: see the network's files.", "note");
        }
    }
}
