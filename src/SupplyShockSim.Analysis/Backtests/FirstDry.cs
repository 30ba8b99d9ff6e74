using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>When the first consumer of a country had an empty stock.</summary>
/// <param name="Code">The country.</param>
/// <param name="Site">The consumer, or the cohort of it (<c>row/cohort</c>).</param>
/// <param name="Date">The moment.</param>
public sealed record FirstDry(string Code, string Site, DateTime Date)
{
    /// <summary>For each country with a consumer that ran dry, the first to do so; by date, then by country.</summary>
    public static IReadOnlyList<FirstDry> Of(RunRecord record)
    {
        var (network, sites) = (record.Network, record.Network.Sites);
        return
        [
            .. record.Log
                .Where(e => e.Kind == LogKind.StockRanDry && network.Stocks.IsInput[e.Subject] && sites.IsConsumer[network.Stocks.Site[e.Subject]])
                .Select(e => (Site: network.Stocks.Site[e.Subject], e.Time, e.Id))
                .GroupBy(e => sites.Country[e.Site])
                .Select(g => (Country: g.Key, First: g.MinBy(e => (e.Time.Seconds, e.Id))))
                .OrderBy(g => (g.First.Time.Seconds, g.Country))
                .Select(g => new FirstDry(network.Countries.Code[g.Country], sites.Id[g.First.Site], g.First.Time.ToDate(record.Start))),
        ];
    }
}
