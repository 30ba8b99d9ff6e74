namespace SupplyShockSim.Policies.Controls;

/// <summary>A shock: what happens to a network. It stands under <c>shocks</c> in a scenario.</summary>
public abstract record ControlSpec : PolicySpec;
