namespace SupplyShockSim.Network.Quantities;

/// <summary>How far a flow, a demand or a capacity may lie from the value written beside it.</summary>
/// <param name="Least">The least, t/d.</param>
/// <param name="Most">The most, t/d.</param>
public readonly record struct FlowRange(TonnesPerDay Least, TonnesPerDay Most);
