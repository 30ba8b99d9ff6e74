using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>
/// A measure that checks may name. Which there are is for whoever works them out to say, and to hand in with the load (see
/// <see cref="Loading.LoadOptions.Measures"/>): scenarios stand below the measures.
/// </summary>
/// <param name="Key">Its name in a check: <c>shortfall.total</c>.</param>
/// <param name="Dimension">What it is.</param>
/// <param name="Meaning">What it is, in one phrase.</param>
public sealed record CheckedMeasure(string Key, Dimension Dimension, string Meaning);

/// <summary>The name of a measure as written in a check; default where none was written.</summary>
/// <param name="Key">As in <see cref="CheckedMeasure.Key"/>.</param>
public readonly record struct MeasureName(string? Key)
{
    public override string ToString() => Key ?? "";
}
