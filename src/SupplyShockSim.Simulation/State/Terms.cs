namespace SupplyShockSim.Simulation.State;

/// <summary>What holds throughout a run.</summary>
/// <param name="End">Second at which the run ends.</param>
/// <param name="ReviewSeconds">How often an unsettled site looks at its plan: the review grid counts in multiples of it from the start.</param>
/// <param name="AdjustmentDays">Time over which a stock is brought back to its target.</param>
/// <param name="Tolerance">How far a plan may be off before it is changed, as a share of normal flow.</param>
/// <param name="IsThorough">The run is the slow reference (see <see cref="Diligence.Everything"/>).</param>
internal sealed record Terms(long End, long ReviewSeconds, double AdjustmentDays, double Tolerance, bool IsThorough);
