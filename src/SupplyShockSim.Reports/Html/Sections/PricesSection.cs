namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class PricesSection : ReportSection
{
    public override string Name => "prices";

    public override string Meaning => "how far prices rose by material and country, import bills and duties, and the value of what is missing";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        if (source.Measures.Prices is not { } prices)
        {
            return;
        }

        var (network, record) = (source.Network, source.Record);
        var moved = prices.Prices.Where(p => p.Peak > 1).OrderByDescending(p => p.Peak).ThenBy(p => p.Commodity).ThenBy(p => p.Country).ToArray();
        page.Heading(2, "Prices");
        page.Table(
            "Price over the reference price, the highest first",
            ["Country", "Material", "Highest*", "On*", "Mean*", "At the end*"],
            moved.Take(ReportTables.MostRows).Select(p => (string[])
            [
                network.Countries.Name[p.Country], network.Commodities.Name[p.Commodity], Say.Number(p.Peak), record.Start.At(p.PeakDay).Iso(),
                Say.Number(p.Mean), Say.Number(p.End),
            ]));
        page.Omitted(moved.Length);
        page.Paragraph("Prices rise with the share of a country's orders that nobody has promised, and with the cost of inputs. How far is a matter of the "
            + "scenario's elasticities, and is not fitted to observed prices.", "note");
        var bills = prices.ImportBills.GroupBy(b => b.Country).Select(g => (Country: g.Key, Goods: g.Sum(b => b.GoodsUsd), Duty: g.Sum(b => b.DutyUsd)))
            .OrderByDescending(b => b.Goods).ToArray();
        if (bills.Length > 0)
        {
            var atRisk = prices.ValuesAtRisk.ToDictionary(v => v.Country, v => v.Usd);
            page.Table(
                "Import bills, duties and the value of what is missing, in millions of US dollars",
                ["Country", "Imports*", "Duties*", "Missing goods*"],
                bills.Take(ReportTables.MostRows).Select(b => (string[])
                [
                    network.Countries.Name[b.Country], Say.Number(b.Goods / 1e6), Say.Number(b.Duty / 1e6),
                    Say.Number(atRisk.GetValueOrDefault(b.Country) / 1e6),
                ]));
            page.Omitted(bills.Length);
        }
    }
}
