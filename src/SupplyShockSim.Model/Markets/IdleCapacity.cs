using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Markets;

/// <summary>Orders that nobody could fill reach sellers with idle capacity, in proportion to that headroom, and wake them.</summary>
internal sealed class IdleCapacity(SupplyModel model, Market market, Seller seller, ShortBuyers buyers, SpotSellers sellers)
{
    public void Request(int commodity)
    {
        foreach (var buyer in buyers.Of(commodity))
        {
            ref var book = ref market.Buyers[buyer];
            if (buyers.IsServed(buyer))
            {
                book.Left = 0;
            }
            else
            {
                Request(buyer, book.Left);
            }
        }
    }

    private void Request(int buyer, double unmet)
    {
        var lanes = model.Network.Stocks.Lanes(buyer);
        var headroom = 0.0;
        foreach (var lane in lanes)
        {
            headroom += HeadroomOver(model.Lanes[lane]);
        }

        if (headroom <= 0)
        {
            return;
        }

        foreach (var index in lanes)
        {
            ref var lane = ref model.Lanes[index];
            var own = HeadroomOver(lane);
            if (own > 0)
            {
                sellers.Request(lane.FromStock, Math.Min(lane.Room(), unmet * own / headroom), market.CauseOfBuyer(buyer));
            }
        }
    }

    /// <summary>Idle capacity that an unmet order can reach over a lane, t/d. A seller that rations the buyer's contract order holds that order already.</summary>
    private double HeadroomOver(in LaneNow lane) =>
        lane.Room() > 0 && Rounding.Net(lane.Order, lane.Contract) <= 0
            ? seller.Headroom(model.Stocks[lane.FromStock], market.Sellers[lane.FromStock].Orders)
            : 0;
}
