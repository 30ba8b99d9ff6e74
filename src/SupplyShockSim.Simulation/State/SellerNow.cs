namespace SupplyShockSim.Simulation.State;

/// <summary>What the market keeps of a seller, by output stock: one cache line. Rates in t/d.</summary>
internal struct SellerNow
{
    /// <summary>Contract orders.</summary>
    public double Orders;

    /// <summary>Change of the contract orders that is not in <see cref="Orders"/> yet.</summary>
    public double OrderChange;

    /// <summary>What it ships under contract.</summary>
    public double Granted;

    /// <summary>Still on offer on the spot, once considered in this clearing.</summary>
    public double Offer;

    /// <summary>Sold on the spot, or requested of its idle capacity, in this clearing.</summary>
    public double Beyond;

    /// <summary>The orders with which it was last woken.</summary>
    public double Told;

    /// <summary>The clearing in which it was last considered.</summary>
    public int Stamp;

    /// <summary>First lane of a list that is being worked on (changed orders, or what is asked on the spot), or -1.</summary>
    public int First;

    /// <summary>The log entry behind the last change of its orders.</summary>
    public int Cause;

    /// <summary>Changes added to <see cref="Orders"/> since it was last worked out whole.</summary>
    public byte Additions;

    /// <summary>Listed for the next clearing.</summary>
    public bool Listed;

    /// <summary>It has less than its contract orders; the log entry that says so is in <see cref="RunState.RationCause"/>.</summary>
    public bool Rationed;

    /// <summary>Listed for the clearing at the next point of the review grid.</summary>
    public bool Again;
}
