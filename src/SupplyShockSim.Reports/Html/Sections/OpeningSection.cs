using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class OpeningSection : ReportSection
{
    public override string Name => "opening";

    public override string Meaning => "the title, the result in two or three sentences, what was not recorded, over what time, and the contents";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var record = source.Record;
        page.Heading(1, source.Output.Heading);
        page.Paragraph(Headline.Of(record, source.Measures, source.Output.Ranges), "lead");
        foreach (var warning in source.Output.Warnings)
        {
            page.Paragraph(WarningWords.Line(warning), "warning");
        }

        if (Recorded.Missing(record.Recorded) is { } missing)
        {
            page.Paragraph(missing, "note");
        }

        page.Paragraph($"{record.Start.Spoken()} to {record.Start.At(record.End).Spoken()}, {Say.Number(record.End.Days)} days. Tonnes are of the material named; days count from the start.", "note");
        page.Contents();
    }
}
