namespace SupplyShockSim.Simulation.State;

/// <summary>
/// How much of a network a run looks at. The rules are the same, and so, to rounding, are the results: that is what the slow way is there to show.
/// </summary>
internal enum Diligence
{
    /// <summary>Only what may have changed. Every run, unless a test asks otherwise.</summary>
    AsNeeded,

    /// <summary>
    /// The slow reference: every site reviews at every point of the review grid, every sum over lanes is worked out whole, and a market that
    /// clears looks at all of its buyers and sellers.
    /// </summary>
    Everything,
}
