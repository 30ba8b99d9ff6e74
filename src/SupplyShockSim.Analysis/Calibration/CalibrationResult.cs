using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Analysis.Calibration;

/// <summary>A parameter as fitted, and how much the fit depends on it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Fitted">Its fitted value.</param>
/// <param name="Less">The loss with this parameter alone lower by a tenth of its range (at most to its end).</param>
/// <param name="More">The loss with it higher by as much.</param>
public sealed record FittedParameter(CalibrationParameter Parameter, Quantity Fitted, double Less, double More);

/// <summary>A month as observed, and as the fitted values make it.</summary>
/// <param name="Month">The month.</param>
/// <param name="ObservedTonnes">The world total as observed, above zero.</param>
/// <param name="SimulatedTonnes">With the fitted values.</param>
/// <param name="IsHeldOut">The fit did not see it.</param>
public readonly record struct FittedMonth(Month Month, double ObservedTonnes, double SimulatedTonnes, bool IsHeldOut)
{
    /// <summary>Simulated less observed, as a share of what was observed.</summary>
    public double RelativeError => (SimulatedTonnes / ObservedTonnes) - 1;

    /// <summary>Root mean square of the relative errors, as a share; NaN over no month.</summary>
    public static double Loss(IEnumerable<FittedMonth> months) =>
        Math.Sqrt(months.Select(m => m.RelativeError * m.RelativeError).DefaultIfEmpty(double.NaN).Average());
}

/// <summary>What a calibration found.</summary>
/// <param name="Seed">The seed of the search.</param>
/// <param name="Parameters">In the order of the scenario.</param>
/// <param name="Months">The judged months that were observed, in order.</param>
/// <param name="Runs">Runs of the model that it took.</param>
/// <param name="Searches">The loss that each search ended with, best first: starts that agree speak for a single optimum.</param>
public sealed record CalibrationResult(
    ulong Seed, IReadOnlyList<FittedParameter> Parameters, IReadOnlyList<FittedMonth> Months, int Runs, IReadOnlyList<double> Searches)
{
    /// <summary>The loss over the months that were fitted to (<see cref="FittedMonth.Loss"/>).</summary>
    public double Loss => FittedMonth.Loss(Months.Where(m => !m.IsHeldOut));

    /// <summary>The loss over those that were held out; NaN where there is none.</summary>
    public double HeldOutLoss => FittedMonth.Loss(Months.Where(m => m.IsHeldOut));
}
