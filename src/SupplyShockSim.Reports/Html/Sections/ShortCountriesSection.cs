using SupplyShockSim.Analysis;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class ShortCountriesSection : ReportSection
{
    public override string Name => "where consumers are short";

    public override string Meaning => "the countries with a shortfall, in place of the consumers, where totals only were recorded";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var ranked = Ranking.ShortCountries(source.Measures);
        if (source.Record.Recorded != RecordScope.Totals || ranked.Length == 0)
        {
            return;
        }

        page.Heading(2, "Where consumers are short, when and by how much");
        page.Table(
            "Countries with a shortfall, the largest first; tonnes of all materials added up",
            ["Country", .. ReportTables.Columns(source.Measures, MeasureTables.Countries)],
            ranked.Take(ReportTables.MostRows).Select(c => (string[])
                [source.Network.Countries.Name[c.Group], .. ReportTables.Cells(source.Record, c.Service, MeasureTables.Countries)]));
        page.Omitted(ranked.Length);
        page.AboutDays();
    }
}
