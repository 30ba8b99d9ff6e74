using System.Text.Json;
using SupplyShockSim.Analysis.Prices;
using SupplyShockSim.Network;

namespace SupplyShockSim.Reports.Data;

/// <summary>Prices in <c>metrics.json</c>: indices, import bills, duties and the value at risk; left out where prices did not move.</summary>
internal static class PricesJson
{
    public static void Write(Utf8JsonWriter json, SupplyNetwork network, PriceMeasures? measures)
    {
        if (measures is null)
        {
            return;
        }

        var (commodities, countries) = (network.Commodities.Id, network.Countries);
        json.Objects("prices", measures.Prices, p =>
        {
            json.WriteString("commodity", commodities[p.Commodity]);
            json.WriteString("country", countries.InFiles(p.Country));
            json.WriteNumber("mean", p.Mean);
            json.WriteNumber("peak", p.Peak);
            json.WriteNumber("peakDay", p.PeakDay);
            json.WriteNumber("end", p.End);
        });
        json.Objects("importBills", measures.ImportBills, b =>
        {
            json.WriteString("country", countries.InFiles(b.Country));
            json.WriteString("commodity", commodities[b.Commodity]);
            json.WriteNumber("tonnes", b.Tonnes);
            json.WriteNumber("goods", b.GoodsUsd);
            json.WriteNumber("duties", b.DutyUsd);
        });
        json.NumberOrNull("tariffRevenue", measures.TariffRevenueUsd);
        json.Objects("valueAtRisk", measures.ValuesAtRisk, v =>
        {
            json.WriteString("country", countries.InFiles(v.Country));
            json.WriteNumber("usd", v.Usd);
        });
    }
}
