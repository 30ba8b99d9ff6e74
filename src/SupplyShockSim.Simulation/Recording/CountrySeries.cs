using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>Demand and shortfall of all consumers of one country for one commodity.</summary>
/// <param name="Country">Index into the network's countries.</param>
/// <param name="Commodity">Index into its commodities.</param>
/// <param name="Demand">t/d.</param>
/// <param name="Shortfall">t/d.</param>
public sealed record CountrySeries(int Country, int Commodity, RateSeries Demand, RateSeries Shortfall);
