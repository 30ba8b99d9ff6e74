using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Analysis.Calibration;

/// <summary>A parameter as fitted, and how much the fit depends on it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Fitted">Its fitted value.</param>
/// <param name="Less">The loss with this parameter alone lower by a tenth of its range (at most to its end).</param>
/// <param name="More">The loss with it higher by as much.</param>
public sealed record FittedParameter(CalibrationParameter Parameter, Quantity Fitted, double Less, double More);

/// <summary>What a calibration found.</summary>
/// <param name="Seed">The seed of the search.</param>
/// <param name="Parameters">In the order of the scenario.</param>
/// <param name="Loss">Root mean square of the relative errors of the world total over the judged months, as a share.</param>
/// <param name="Runs">Runs of the model that it took.</param>
/// <param name="Searches">The loss that each search ended with, best first: starts that agree speak for a single optimum.</param>
public sealed record CalibrationResult(ulong Seed, IReadOnlyList<FittedParameter> Parameters, double Loss, int Runs, IReadOnlyList<double> Searches);
