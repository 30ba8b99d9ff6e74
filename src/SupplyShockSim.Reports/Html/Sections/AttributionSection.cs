namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class AttributionSection : ReportSection
{
    public override string Name => "what goes back to which control";

    public override string Meaning => "of a scenario with several controls, how much of the shortfall each accounts for, by Shapley's value over all subsets of them";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        if (source.Record.Controls.Count < 2)
        {
            return;
        }

        page.Heading(2, "What goes back to which control");
        if (source.Output.Attribution is not { } attribution)
        {
            page.Paragraph($"The scenario has {source.Record.Controls.Count} controls. How much each accounts for takes a run of each subset of them: supplyshock attribute does that.");
            return;
        }

        var all = attribution.Whole - attribution.Without;
        page.Paragraph("A control's share is the mean of what it adds over all orders in which the controls may come (Shapley 1953); the shares add up to the whole.");
        page.Table($"Of {Say.Number(attribution.Whole)} t missing, {Say.Number(attribution.Without)} t are without any control", ["Control", "t*", "Share*"],
            attribution.Shares.Select(s => (string[])[s.Control, Say.Number(s.Value), all == 0 ? "-" : Say.Percent(s.Value / all)]));
    }
}
