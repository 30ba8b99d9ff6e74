namespace SupplyShockSim.Simulation.Controls;

/// <summary>Sites have their capacity multiplied: a closure driven by price, an environmental order, an expansion.</summary>
public sealed record CapacityChange : MultiplierSpec;
