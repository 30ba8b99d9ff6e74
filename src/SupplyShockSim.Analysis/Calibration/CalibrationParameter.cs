using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Analysis.Calibration;

/// <summary>A value of a scenario that is fitted within a range.</summary>
/// <param name="Path">Where it stands, as for <c>--set</c>.</param>
/// <param name="From">The least.</param>
/// <param name="To">The most.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Source">Where the range comes from.</param>
public sealed record CalibrationParameter(string Path, Quantity From, Quantity To, string Meaning, string Source)
{
    /// <summary>The value at a share of the range, 0 to 1, in the unit of the range.</summary>
    public Quantity At(double share) => From with { Value = From.Value + (share * (To.Value - From.Value)) };

    /// <summary>The uncertain inputs of a scenario that are uniform over a range, in their order; others are left as they stand.</summary>
    public static IReadOnlyList<CalibrationParameter> Of(ScenarioSpec scenario) =>
    [
        .. scenario.Uncertain.Where(u => u.Uniform.Count == 2)
            .Select(u => new CalibrationParameter(u.Set, u.Uniform[0], u.Uniform[1], u.Note ?? "", u.Source ?? "")),
    ];
}
