namespace SupplyShockSim.Simulation.State;

/// <summary>What the market keeps of a buyer, by input stock: one cache line. Rates in t/d.</summary>
internal struct BuyerNow
{
    /// <summary>What it looks for beyond its contracts.</summary>
    public double Unmet;

    /// <summary>What of that it has not found yet in this clearing, or did not find in the last.</summary>
    public double Left;

    /// <summary>Need that contracts do not carry.</summary>
    public double Open;

    /// <summary>Spot purchases that it keeps for now, and the second for which that was decided.</summary>
    public double Kept;

    public long KeptAt;

    /// <summary>Contract flow of the baseline.</summary>
    public double Contracted;

    /// <summary>Its lanes stand side by side, from here to <see cref="EndLane"/>.</summary>
    public int FirstLane;

    public int EndLane;

    /// <summary>How many of its lanes, the cheapest first, have nothing more to give in this clearing.</summary>
    public int Exhausted;

    /// <summary>Its lanes stand in order of landed cost (see <see cref="RunState.LanesByCost"/>).</summary>
    public bool IsSorted;

    /// <summary>Listed for the next clearing.</summary>
    public bool Listed;

    public bool IsShort;

    /// <summary>Listed for the clearing at the next point of the review grid.</summary>
    public bool Again;

    /// <summary>Contracts carry so much again that the buyer would give up spot purchases that it keeps for now; by more than rounding.</summary>
    public readonly bool Keeps => Kept > 0 && Kept - Open > Rounding.OrderChange * Kept;
}
