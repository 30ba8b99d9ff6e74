namespace SupplyShockSim.Simulation.Levers;

/// <summary>What policies change of a lane beside its limit, cost and time: what is sent, contracts, rank, and how fast its seller is accepted.</summary>
internal sealed class LaneTerms(Workshop workshop)
{
    /// <summary>Sends an amount (t/d) over a lane, no more than it may carry.</summary>
    public void Send(int lane, double perDay, long now)
    {
        ref var row = ref workshop.Lanes[lane];
        var sent = Math.Min(perDay, row.Limit);
        if (sent != row.Sent)
        {
            row.Sent = sent;
            workshop.Settling.TouchLane(lane, now);
        }
    }

    /// <summary>Takes over a rank, or a pace of acceptance.</summary>
    public void Take(Lever lever, int lane, double value, long now)
    {
        if (lever == Lever.RationRank)
        {
            workshop.RationRank.Make(lane) = value;
            workshop.Market.SellerChanged(workshop.Network.Lanes.FromStock[lane], now);
        }
        else
        {
            workshop.QualificationChange.Make(lane) = value - 1;
        }
    }

    /// <summary>A buyer has under contract with one seller from now on what it had with another, who is accepted by that.</summary>
    /// <param name="from">The lane of the old seller.</param>
    /// <param name="to">The lane of the new seller, to the same buyer.</param>
    /// <param name="perDay">How much, t/d; no more than there is.</param>
    /// <param name="now">The second of the run.</param>
    /// <param name="cause">The log entry that is the reason.</param>
    public void MoveContract(int from, int to, double perDay, long now, int cause)
    {
        ref var old = ref workshop.Lanes[from];
        ref var other = ref workshop.Lanes[to];
        State.Must.Be(old.ToStock == other.ToStock, "a contract that changes its buyer");
        var moved = Math.Min(perDay, old.Flow);
        old.Flow -= moved;
        other.Flow += moved;
        other.Qualified |= !workshop.Network.Lanes.IsOnCall[to];
        Changed(to, now, cause);
    }

    /// <summary>A buyer looks at its lanes anew.</summary>
    public void Changed(int lane, long now, int cause)
    {
        workshop.Follows(now, workshop.ChainOf(Lever.LaneLimit, lane));
        workshop.Market.BuyerChanged(workshop.Network.Lanes.ToStock[lane], now);
        workshop.Reviews.Wake(workshop.Network.Lanes.To[lane], now, cause);
    }
}
