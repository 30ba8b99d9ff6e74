using System.Globalization;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class AssumptionsSection : ReportSection
{
    /// <summary>Rows of the network named for each assumption; the rest are counted.</summary>
    private const int MostNamed = 6;

    public override string Name => "what this rests on";

    public override string Meaning => "how far the rows of the network can be trusted, and what was inferred or assumed";

    /// <inheritdoc/>
    public override bool IsAppendix => true;

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var provenance = source.Provenance;
        page.Heading(2, "What this rests on");
        var counts = provenance.Counts.Select(c => c.Rows.ToString("#,0", CultureInfo.InvariantCulture) + " " + c.Confidence).ToArray();
        if (counts.Length > 0)
        {
            page.Paragraph($"Rows of the network by how far they can be trusted: {Say.List(counts)}.");
        }

        if (provenance.Assumptions.Count == 0)
        {
            return;
        }

        page.Folded(
            $"Inferred and assumed: {Say.Count(provenance.Assumptions.Count, "note", "notes")}",
            onPaper: true,
            () => page.Table(
                "Inferred and assumed",
                ["What the figure is", "How far to trust it", "Based on", "Rows"],
                provenance.Assumptions.Select(a => (string[])[a.Note ?? "no note", a.Confidence, a.Source ?? "no source", Rows(a)])));
        if (provenance.MoreAssumptions > 0)
        {
            page.Paragraph($"and {Say.Count(provenance.MoreAssumptions, "other", "others")}: see the network's files.", "note");
        }
    }

    private static string Rows(Assumption assumption)
    {
        var more = assumption.Rows.Count + assumption.MoreRows - MostNamed;
        return string.Join(", ", assumption.Rows.Take(MostNamed)) + (more > 0 ? $" and {more.ToString("#,0", CultureInfo.InvariantCulture)} more" : "");
    }
}
