using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>Orders that nobody could fill reach sellers with idle capacity, in proportion to that headroom, and wake them.</summary>
internal sealed class IdleCapacity(SupplyModel model, Market market, Seller seller, ShortBuyers buyers, SpotSellers sellers)
{
    public void Request(int commodity)
    {
        var all = buyers.Of(commodity);
        for (var i = 0; i < all.Length; i++)
        {
            market.FetchBuyers(all, i);
            FetchSites(all, i + 2);
            var buyer = all[i];
            ref var book = ref market.Buyers[buyer];
            if (buyers.IsServed(buyer))
            {
                book.Left = 0;
            }
            else
            {
                Request(buyer, book);
            }
        }
    }

    private void FetchSites(ReadOnlySpan<int> all, int at)
    {
        if (at < all.Length && !buyers.IsServed(all[at]))
        {
            ref var book = ref market.Buyers[all[at]];
            for (var lane = book.FirstLane; lane < book.EndLane; lane++)
            {
                model.Sites.Fetch(model.Stocks[model.Lanes[lane].FromStock].Site);
            }
        }
    }

    private void Request(int buyer, in BuyerNow book)
    {
        var headroom = 0.0;
        for (var lane = book.FirstLane; lane < book.EndLane; lane++)
        {
            headroom += HeadroomOver(model.Lanes[lane]);
        }

        if (headroom <= 0)
        {
            return;
        }

        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref model.Lanes[index];
            var own = HeadroomOver(lane);
            if (own > 0)
            {
                sellers.Request(lane.FromStock, Math.Min(lane.Room(), book.Left * own / headroom), market.CauseOfBuyer(buyer));
            }
        }
    }

    /// <summary>Idle capacity that an unmet order can reach over a lane, t/d. A seller that rations the buyer's contract order holds that order already.</summary>
    private double HeadroomOver(in LaneNow lane) =>
        lane.Room() > 0 && Rounding.Net(lane.Order, lane.Contract) <= 0
            ? seller.Headroom(model.Stocks[lane.FromStock], market.Sellers[lane.FromStock].Orders)
            : 0;
}
