using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>Orders that nobody could fill reach sellers with idle capacity, in proportion to that headroom, and wake them.</summary>
internal sealed class IdleCapacity(RunState state, Needs needs, Offers offers)
{
    public void Request(int commodity) => Walk.Over<BuyersWithSellersSites, Unserved>(state, needs.Of(commodity), new Unserved(this));

    private void RequestFor(int buyer)
    {
        ref var book = ref state.Buyers[buyer];
        if (needs.IsServed(buyer))
        {
            book.Left = 0;
        }
        else
        {
            Spread(buyer, book);
        }
    }

    private void Spread(int buyer, in BuyerNow book)
    {
        var headroom = 0.0;
        for (var lane = book.FirstLane; lane < book.EndLane; lane++)
        {
            headroom += HeadroomOver(state.Lanes[lane]);
        }

        if (headroom <= 0)
        {
            return;
        }

        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref state.Lanes[index];
            var own = HeadroomOver(lane);
            if (own > 0)
            {
                offers.Request(lane.FromStock, Math.Min(lane.Room(), book.Left * own / headroom), state.CauseOfBuyer(buyer));
            }
        }
    }

    /// <summary>
    /// Idle capacity that an unmet order can reach over a lane, t/d. A seller that rations the buyer's contract order holds that order already.
    /// </summary>
    private double HeadroomOver(in LaneNow lane) =>
        lane.Room() > 0 && Rounding.Net(lane.Order, lane.Contract) <= 0
            ? Headroom.Of(state, state.Stocks[lane.FromStock], state.Sellers[lane.FromStock].Orders)
            : 0;

    private readonly struct Unserved(IdleCapacity idle) : IVisit
    {
        public void Visit(int item) => idle.RequestFor(item);
    }
}
