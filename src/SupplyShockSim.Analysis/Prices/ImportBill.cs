using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Prices;

/// <summary>
/// What a country pays for what lands from others: landed tonnes at the price of the day there, and the duties on them. A duty as a share of the price is
/// that share of the price of the day. Goods that were held at a border and are set free at once are not in it.
/// </summary>
/// <param name="Country">Index into the network's countries.</param>
/// <param name="Commodity">Index into its commodities; it has a price.</param>
/// <param name="Tonnes">t landed.</param>
/// <param name="GoodsUsd">Their price, USD.</param>
/// <param name="DutyUsd">Duties on them, USD.</param>
public sealed record ImportBill(int Country, int Commodity, double Tonnes, double GoodsUsd, double DutyUsd)
{
    /// <summary>The bills of a run, by country, then commodity.</summary>
    internal static IReadOnlyList<ImportBill> Of(RunRecord record, PriceSeries prices)
    {
        var (lanes, countries) = (record.Network.Lanes, record.Network.Sites.Country);
        var duties = record.Controls.Where(c => c.Duty is not null)
            .SelectMany(c => c.DutyLanes.Select(on => (on.Lane, (c.Duty!.Value, on.InForce)))).ToLookup(d => d.Lane, d => d.Item2);
        return
        [
            .. Enumerable.Range(0, lanes.Count).Where(l => countries[lanes.From[l]] != countries[lanes.To[l]])
                .Select(l => OfLane(record, l, prices, duties[l])).OfType<ImportBill>()
                .GroupBy(b => (b.Country, b.Commodity)).OrderBy(g => g.Key)
                .Select(g => new ImportBill(g.Key.Country, g.Key.Commodity, g.Sum(b => b.Tonnes), g.Sum(b => b.GoodsUsd), g.Sum(b => b.DutyUsd))),
        ];
    }

    private static ImportBill? OfLane(
        RunRecord record, int lane, PriceSeries prices, IEnumerable<(TariffRate Rate, IReadOnlyList<(SimTime From, SimTime Until)> InForce)> duties)
    {
        var (commodity, country) = (record.Network.Lanes.Commodity[lane], record.Network.Sites.Country[record.Network.Lanes.To[lane]]);
        if (record.Arrivals[lane] is not { } lands || prices.Of(commodity, country) is not { } price)
        {
            return null;
        }

        return new ImportBill(
            country,
            commodity,
            lands.Integral(SimTime.Zero, record.End),
            Value(lands, price, SimTime.Zero, record.End, 0, 1),
            duties.Sum(d => d.InForce.Sum(w =>
                Value(lands, price, w.From, w.Until < record.End ? w.Until : record.End, d.Rate.UsdPerTonne, d.Rate.ShareOfPrice))));
    }

    private static double Value(RateSeries lands, RateSeries price, SimTime from, SimTime until, double usdPerTonne, double share)
    {
        var usd = 0.0;
        PairedSeries.ForEach(lands, price, from, until, (a, b, rate, p) => usd += rate * (usdPerTonne + (share * p)) * (b - a).Days);
        return usd;
    }
}
