using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class ControlsSection : ReportSection
{
    public override string Name => "controls";

    public override string Meaning => "what was imposed, when it was in force, and its source";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var record = source.Record;
        page.Heading(2, "Controls");
        if (record.Controls.Count == 0)
        {
            page.Paragraph("The scenario has no control.");
            return;
        }

        page.Table(
            "What was imposed, and when it was in force",
            ["Control", "Type", "What it does", "In force", "Source"],
            record.Controls.Select(c => (string[])[c.Name, c.Type, c.Summary, InForce(record, c), c.Source ?? "not stated"]));
    }

    private static string InForce(RunRecord record, ControlRecord control) => control.InForce.Count == 0
        ? "never within the run"
        : string.Join("; ", control.InForce.Select(w =>
            $"{record.Start.At(w.From).Iso()} to {(w.Until < record.End ? record.Start.At(w.Until).Iso() : "the end")}"));
}
