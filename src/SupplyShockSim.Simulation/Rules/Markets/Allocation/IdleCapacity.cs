using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>Orders that nobody could fill reach sellers with idle capacity, in proportion to that headroom, and wake them.</summary>
internal sealed class IdleCapacity(RunState state, Needs needs, Offers offers)
{
    public void Request(int commodity) => Walk.Over<BuyersWithSellersSites, Unserved>(state, needs.Of(commodity), new Unserved(this));

    /// <summary>Who was served lacks nothing: what is left is rounding.</summary>
    public void CloseServed(int commodity)
    {
        foreach (var buyer in needs.Of(commodity))
        {
            ref var book = ref state.Buyers[buyer];
            book.Left = needs.IsServed(buyer) ? 0 : book.Left;
        }
    }

    /// <summary>What a lane's seller may be asked for, t/d: what it rations of the buyer's contract it holds as an order already.</summary>
    public static double Lacks(in BuyerNow book, in LaneNow lane) =>
        Math.Max(0, Rounding.Net(book.Left, Math.Max(0, Rounding.Net(lane.Order, lane.Contract))));

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
            headroom += Lacks(book, state.Lanes[lane]) > 0 ? HeadroomOver(state.Lanes[lane]) : 0;
        }

        if (headroom <= 0)
        {
            return;
        }

        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref state.Lanes[index];
            var (own, lacks) = (HeadroomOver(lane), Lacks(book, lane));
            if (own > 0 && lacks > 0)
            {
                offers.Request(lane.FromStock, Math.Min(lane.Room(), lacks * own / headroom), state.CauseOfBuyer(buyer));
            }
        }
    }

    /// <summary>Idle capacity that an unmet order can reach over a lane, t/d.</summary>
    private double HeadroomOver(in LaneNow lane) =>
        lane.Room() > 0
            ? Headroom.Of(state, state.Stocks[lane.FromStock], state.Sellers[lane.FromStock].Orders)
            : 0;

    private readonly struct Unserved(IdleCapacity idle) : IVisit
    {
        public void Visit(int item) => idle.RequestFor(item);
    }
}
