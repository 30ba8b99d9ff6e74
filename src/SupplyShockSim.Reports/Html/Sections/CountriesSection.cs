using SupplyShockSim.Analysis;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class CountriesSection : ReportSection
{
    public override string Name => "by country and bloc";

    public override string Meaning => "the measures of each bloc, and of the countries that run short, by material";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var (names, measures) = (source.Network.Countries, source.Measures);
        var countries = Array.FindAll(Ranking.Countries(measures), c => c.Service.IsShort);
        if (countries.Length + measures.Blocs.Count == 0)
        {
            return;
        }

        page.Heading(2, "By country and bloc");
        page.Table(
            "Shortfall by bloc, and by country the largest first",
            ["Country or bloc", "Material", .. ReportTables.Columns(measures, MeasureTables.Groups)],
            measures.Blocs.Select(b => Group("Bloc " + names.Bloc[b.Group], b))
                .Concat(countries.Take(ReportTables.MostRows).Select(c => Group(names.Name[c.Group], c))));
        page.Omitted(countries.Length);

        string[] Group(string name, GroupMeasures group) =>
            [name, source.Network.Commodities.Name[group.Commodity], .. ReportTables.Cells(source.Record, group.Service, MeasureTables.Groups)];
    }
}
