using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Explanations;

/// <summary>A part of a shortfall that goes back to one cause.</summary>
/// <param name="Control">The control at the beginning of the chain of causes, by its position in the run; null where the log does not lead to one.</param>
/// <param name="Tonnes">How much of the shortfall.</param>
/// <param name="Share">The same as a share of all of it; the shares of an explanation add up to 1.</param>
/// <param name="Entry">The rise of the shortfall that adds most to it; null where none was worth telling.</param>
public sealed record ShortfallCause(int? Control, double Tonnes, double Share, LogEntry? Entry);
