using SupplyShockSim.Analysis.Attributions;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>An attribution and the run that it divides.</summary>
/// <param name="Attribution">What goes back to what.</param>
/// <param name="TraceHash">Trace of the run under all controls.</param>
public sealed record AttributionSource(Attribution Attribution, ulong TraceHash);
