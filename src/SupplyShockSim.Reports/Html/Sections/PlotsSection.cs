namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class PlotsSection : ReportSection
{
    public override string Name => "plots";

    public override string Meaning => "the figures of the folder";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        foreach (var figure in source.Figures)
        {
            page.Raw("<figure>\n");
            page.Scrolled(figure.Figure.Title, () => page.Raw(figure.Svg));
            page.Raw("</figure>\n");
        }
    }
}
