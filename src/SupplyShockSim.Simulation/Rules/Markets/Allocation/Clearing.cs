using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>The clearing under way, as an allocation sees it: one commodity's needs, offers and lanes; and the only way to grant.</summary>
internal sealed class Clearing(RunState state, RunAttention attention, Needs needs, Offers offers)
{
    public int Commodity { get; private set; }

    public long Now { get; private set; }

    public Needs Needs => needs;

    public Offers Offers => offers;

    /// <summary>Each buyer's lanes, the cheapest first.</summary>
    public LanesByCost Lanes { get; } = new(state);

    public void Begin(int commodity, long now) => (Commodity, Now) = (commodity, now);

    /// <summary>The lane carries so much more (t/d) of what its seller offers to a buyer in need.</summary>
    public void Grant(int index, double amount)
    {
        ref var lane = ref state.Lanes[index];
        ref var seller = ref state.Sellers[lane.FromStock];
        Must.Be(amount >= 0 && lane.Qualified, "a grant below zero, or from a seller that the buyer does not accept");
        lane.Spot += amount;
        Must.Be(lane.Contract + lane.Spot <= lane.Limit * (1 + Rounding.OrderChange), "a grant beyond the room of a lane");
        attention.Settling.TouchLane(index, Now);
        state.Buyers[lane.ToStock].Left -= amount;
        seller.Beyond += amount;
        seller.Cause = state.CauseOfBuyer(lane.ToStock);
    }
}
