using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class SourcesSection : ReportSection
{
    public override string Name => "sources";

    public override string Meaning => "what the network and the controls cite";

    /// <inheritdoc/>
    public override bool IsAppendix => true;

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var provenance = source.Provenance;
        if (provenance.Sources.Count == 0)
        {
            return;
        }

        page.Heading(2, "Sources");
        page.Folded(Say.Count(provenance.Sources.Count, "source", "sources"), onPaper: true, () => page.List(provenance.Sources.Select(s => Told(s, source.Facts))));
        if (provenance.MoreSources > 0)
        {
            page.Paragraph($"and {Say.Count(provenance.MoreSources, "other", "others")}: see the network's files.", "note");
        }
    }

    /// <summary>A source that begins with the id of a fact, with the text in which the fact stands.</summary>
    private static string Told(string source, FactBook facts) =>
        facts.Find(source.Split(' ', ':')[0]) is { } fact && !source.Contains(fact.Source, StringComparison.Ordinal) ? $"{source}: {fact.Source}" : source;
}
