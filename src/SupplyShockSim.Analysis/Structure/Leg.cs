using QuikGraph;

namespace SupplyShockSim.Analysis;

/// <summary>What one row of a network ships to another of one commodity: all lanes between their cohorts together.</summary>
/// <param name="Source">The seller, as an index into the network's rows.</param>
/// <param name="Target">The buyer, likewise.</param>
/// <param name="Commodity">Index into the network's commodities.</param>
/// <param name="FlowTonnesPerDay">Contract flow; 0 for a leg that could be opened.</param>
/// <param name="CostUsdPerTonne">Freight and handling, of the cheapest lane.</param>
/// <param name="TransitDays">Time under way, of the same lane.</param>
public sealed record Leg(int Source, int Target, int Commodity, double FlowTonnesPerDay, double CostUsdPerTonne, double TransitDays) : IEdge<int>
{
    /// <summary>Whether anything flows in the baseline.</summary>
    public bool IsInUse => FlowTonnesPerDay > 0;
}
