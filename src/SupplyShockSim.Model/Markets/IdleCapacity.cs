using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Markets;

/// <summary>Orders that nobody could fill reach sellers with idle capacity, in proportion to that headroom, and wake them.</summary>
internal sealed class IdleCapacity(SupplyModel model, Market market, Seller seller, ContractBook contracts, ShortBuyers buyers, SpotSellers sellers)
{
    public void Request(int commodity)
    {
        foreach (var buyer in buyers.Of(commodity))
        {
            if (buyers.IsServed(buyer))
            {
                buyers.Left[buyer] = 0;
            }
            else
            {
                Request(buyer, buyers.Left[buyer]);
            }
        }
    }

    private void Request(int buyer, double unmet)
    {
        var lanes = model.Network.Stocks.Lanes(buyer);
        var headroom = 0.0;
        foreach (var lane in lanes)
        {
            headroom += HeadroomOver(lane);
        }

        if (headroom <= 0)
        {
            return;
        }

        foreach (var lane in lanes)
        {
            var own = HeadroomOver(lane);
            if (own > 0)
            {
                sellers.Request(model.Network.Lanes.FromStock[lane], Math.Min(model.Lanes.Room(lane), unmet * own / headroom), market.CauseOfBuyer(buyer));
            }
        }
    }

    /// <summary>Idle capacity that an unmet order can reach over a lane, t/d. A seller that rations the buyer's contract order holds that order already.</summary>
    private double HeadroomOver(int lane) =>
        model.Lanes.Room(lane) > 0 && Rounding.Net(model.Lanes.Order[lane], model.Lanes.Contract[lane]) <= 0
            ? seller.Headroom(model.Network.Lanes.FromStock[lane], contracts.OrdersAt(model.Network.Lanes.FromStock[lane]))
            : 0;
}
