namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>A buyer in need, by input stock, with its class: 0 is the highest priority.</summary>
internal readonly record struct Lacking(int Stock, double Rank, int Priority, int Class)
{
    public bool IsLevelWith(in Lacking other) => Rank == other.Rank && Priority == other.Priority;

    public int ComparedTo(in Lacking other) =>
        other.Rank.CompareTo(Rank) is var byRank && byRank != 0 ? byRank
        : Priority.CompareTo(other.Priority) is var byPriority && byPriority != 0 ? byPriority
        : Stock.CompareTo(other.Stock);
}

/// <summary>A seller, by output stock: what it has and could make for those who are being served, in whole units, and the arcs over which that comes.</summary>
internal record struct Supply(int Stock)
{
    public long Goods { get; set; }

    public long Idle { get; set; }

    public int GoodsArc { get; set; }

    public int IdleArc { get; set; }
}

/// <summary>A lane that could carry more, with the places of its buyer and its seller.</summary>
internal record struct Match(int Lane, int Buyer, int Seller)
{
    /// <summary>Landed cost in whole steps, above that of the cheapest lane.</summary>
    public long Cost { get; set; }

    public int Arc { get; set; }

    /// <summary>What it carries when goods are divided among priorities, in whole units.</summary>
    public long Settled { get; set; }

    /// <summary>What is to be requested of the seller's idle capacity, t/d.</summary>
    public double Requested { get; set; }
}
