namespace SupplyShockSim.Model.Markets;

/// <summary>What the market keeps of a seller, by output stock; rates in t/d.</summary>
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

    /// <summary>Sold on the spot, and requested of its idle capacity, in this clearing.</summary>
    public double Sold;

    public double Requested;

    /// <summary>The orders with which it was last woken.</summary>
    public double Told;

    /// <summary>The clearing in which it was last considered.</summary>
    public long Stamp;

    /// <summary>First lane of a list that is being worked on (changed orders, or what is asked on the spot), or -1.</summary>
    public int First;

    /// <summary>Changes added to <see cref="Orders"/> since it was last worked out whole.</summary>
    public int Additions;

    /// <summary>The log entry behind the last change of its orders, and the one that says why it rations.</summary>
    public int Cause;

    public int RationCause;

    /// <summary>Listed for the next clearing.</summary>
    public bool Listed;

    public bool Rationed;
}
