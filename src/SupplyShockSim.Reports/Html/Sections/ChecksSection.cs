using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class ChecksSection : ReportSection
{
    public override string Name => "checks";

    public override string Meaning => "the checks of the scenario, each with its limit, the value and how far it is from failing";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        if (CheckWords.Count(source.Output.Checks) is not { } count)
        {
            return;
        }

        page.Heading(2, "Checks");
        page.Table(count, ["Check", "Of", "Limit", "Value", "Margin", "Outcome"], source.Output.Checks.Select(c => CheckWords.Row(c).ToArray()));
    }
}
