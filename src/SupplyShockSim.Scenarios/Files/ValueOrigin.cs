namespace SupplyShockSim.Scenarios.Files;

/// <summary>A value as used, and where it comes from.</summary>
/// <param name="Path">Keys and positions from the scenario's root: <c>shocks[0].share</c>.</param>
/// <param name="Value">The value as YAML, in the units used for output.</param>
/// <param name="Origin"><c>file:line:col</c>, <c>--set:number:col</c> or <c>default</c>.</param>
public sealed record ValueOrigin(string Path, string Value, string Origin);
