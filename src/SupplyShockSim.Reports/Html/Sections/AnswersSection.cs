using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class AnswersSection : ReportSection
{
    public override string Name => "answers";

    public override string Meaning => "what was done about it, the tonnes it moved, when, and what it cost the public";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var record = source.Record;
        if (record.Answers.Count == 0)
        {
            return;
        }

        page.Heading(2, "Answers");
        page.Table(
            "What was done about it, and its public cost in millions of US dollars",
            ["Answer", "What it does", "Paid by", "Cost*", "Discounted*", "Tonnes*", "First used*", "Opened*", "Left, t*"],
            record.Answers.Select(a => Row(record, a)));
        page.Paragraph("A cost below zero is earned. Payments are discounted to the start of the run, at the rate that the answer states.", "note");
    }

    private static string[] Row(RunRecord record, AnswerRecord answer)
    {
        var told = record.Controls[answer.Control];
        return
        [
            told.Name, told.Summary, answer.PaidBy ?? "not stated", Say.Number(answer.PublicCostUsd / 1e6),
            answer.DiscountPerYear > 0 ? $"{Say.Number(answer.DiscountedCostUsd / 1e6)} at {Say.Percent(answer.DiscountPerYear)}" : "",
            Say.Number(answer.Tonnes), Date(record, answer.FirstUsed, "never"), Date(record, answer.Opened, ""),
            answer.LeftTonnes is { } left ? Say.Number(left) : "",
        ];
    }

    private static string Date(RunRecord record, SimTime? moment, string none) => moment is { } at ? record.Start.At(at).Iso() : none;
}
