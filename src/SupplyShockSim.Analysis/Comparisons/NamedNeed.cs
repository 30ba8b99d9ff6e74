using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>A need with the names it is known by in files, so that those of different runs can be matched.</summary>
/// <param name="Consumer">Id of the row; empty where totals only were recorded.</param>
/// <param name="ConsumerName">Its name for people.</param>
/// <param name="Country">Code of the country.</param>
/// <param name="CountryName">Its name for people.</param>
/// <param name="Commodity">Id of the commodity.</param>
/// <param name="CommodityName">Its name for people.</param>
/// <param name="EndUse">What the consumer makes; empty where the network does not say.</param>
/// <param name="Need">Demand and shortfall over time.</param>
public sealed record NamedNeed(
    string Consumer, string ConsumerName, string Country, string CountryName, string Commodity, string CommodityName, string EndUse, NeedSeries Need)
{
    internal static IReadOnlyList<NamedNeed> Of(RunRecord record, RunMeasures measures)
    {
        var (rows, countries, commodities) = (record.Network.Rows, record.Network.Countries, record.Network.Commodities);
        return record.Recorded == RecordScope.Totals
            ?
            [
                .. measures.Countries.Select(g => new NamedNeed(
                    "", "", countries.Code[g.Group], countries.Name[g.Group], commodities.Id[g.Commodity], commodities.Name[g.Commodity], "", g.Need)),
            ]
            :
            [
                .. measures.Consumers.Select(c => new NamedNeed(
                    rows.Id[c.Row], rows.Name[c.Row], countries.Code[c.Country], countries.Name[c.Country], commodities.Id[c.Commodity],
                    commodities.Name[c.Commodity], c.EndUse ?? "", c.Need)),
            ];
    }
}
