using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Markets.Rationing;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>
/// Rerouting (model: section 5.2): each buyer with an unmet need turns to the best lane that is open, qualified and below its limit, by
/// landed cost; an oversubscribed seller rations; who is left short turns to the next best, until nothing moves. What is still
/// unmet then reaches sellers with idle capacity. Each clearing starts the spot purchases of all short buyers anew.
/// </summary>
internal sealed class SpotMarket
{
    private readonly Seller _seller;
    private readonly ShortBuyers _buyers;
    private readonly SpotSellers _sellers;
    private readonly SpotTrade _trade;
    private readonly IdleCapacity _idle;
    private readonly Qualifications _qualifications;
    private int _commodity;

    public SpotMarket(SupplyModel model, Market market, Seller seller)
    {
        _seller = seller;
        _buyers = new ShortBuyers(model, market);
        _sellers = new SpotSellers(model, market, seller);
        _trade = new SpotTrade(model, market, seller, _buyers, _sellers);
        _idle = new IdleCapacity(model, market, seller, _buyers, _sellers);
        _qualifications = new Qualifications(model, market, _buyers);
    }

    public IRationingRule Rationing => _seller.Rule;

    public bool AnyoneShort(int commodity) => _buyers.Of(commodity).Length > 0;

    public void CopyFrom(SpotMarket other)
    {
        _buyers.CopyFrom(other._buyers);
        _sellers.CopyFrom(other._sellers);
        _trade.CopyFrom(other._trade);
    }

    public void Begin(int commodity, long now)
    {
        _commodity = commodity;
        _sellers.Begin(commodity, now);
        _qualifications.Note(commodity);
    }

    /// <inheritdoc cref="SpotSellers.Consider"/>
    public void ConsiderSeller(int seller) => _sellers.Consider(seller);

    /// <inheritdoc cref="SpotTrade.Cut"/>
    public void Cut(int seller, long now) => _trade.Cut(seller, now);

    /// <param name="considered">Buyers whose need or contract supply changed.</param>
    /// <param name="now">This second.</param>
    public void Clear(List<int> considered, long now)
    {
        _sellers.ConsiderCourted();
        _buyers.Find(_commodity, considered, now);
        _trade.KeepPurchases(_commodity, now);
        _trade.Buy(_commodity, now);
        _idle.Request(_commodity);
        _sellers.Tell(now);
    }

    /// <inheritdoc cref="Qualifications"/>
    public void StartQualifications(long now) => _qualifications.Start(now);
}
