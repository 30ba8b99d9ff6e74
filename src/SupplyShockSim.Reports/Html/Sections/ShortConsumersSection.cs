using SupplyShockSim.Analysis;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class ShortConsumersSection : ReportSection
{
    public override string Name => "who is short";

    public override string Meaning => "the consumers with a shortfall, the largest first, with the measures of each";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var (network, ranked) = (source.Network, Ranking.ShortConsumers(source.Measures));
        if (ranked.Length == 0)
        {
            return;
        }

        page.Heading(2, "Who is short, when and by how much");
        page.Table(
            "Consumers with a shortfall, the largest first",
            ["Consumer", "Country", "Material", .. ReportTables.Columns(source.Measures, MeasureTables.Consumers)],
            ranked.Take(ReportTables.MostRows).Select(c => (string[])
            [
                network.Rows.Name[c.Row], network.Countries.Name[c.Country], network.Commodities.Name[c.Commodity],
                .. ReportTables.Cells(source.Record, c.Service, MeasureTables.Consumers),
            ]));
        page.Omitted(ranked.Length);
        page.AboutDays();
    }
}
