namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>What is wrong with a value, before its place is known.</summary>
internal sealed record Fault(string Code, string Message, string? Hint = null);
