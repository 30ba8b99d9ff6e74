using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>What must hold of a measure of the run. Selectors narrow it down; without one it is that of all consumers.</summary>
public sealed record CheckSpec
{
    [Field("measure", "shortfall.total, shortfall.peak, shortfall.first, shortfall.last, demand.total, serviceLevel, timeToSurvive or timeToRecover", Required = true, Example = "shortfall.total")]
    public string Measure { get; init; } = "";

    [Field("consumer", "id of a consumer")]
    public string? Consumer { get; init; }

    [Field("country", "country of the consumers")]
    public string? Country { get; init; }

    [Field("commodity", "the commodity")]
    public string? Commodity { get; init; }

    [Field("endUse", "end use of the consumers")]
    public string? EndUse { get; init; }

    [Field("below", "the measure must be below this", Example = "500 t")]
    public Quantity? Below { get; init; }

    [Field("above", "the measure must be above this")]
    public Quantity? Above { get; init; }

    [Field("equals", "the measure must be this, within the tolerance")]
    public Quantity? Equal { get; init; }

    [Field("tolerance", "relative difference that still counts as equal", Default = "0.0001 %")]
    public Network.Quantities.Ratio Tolerance { get; init; } = new(1e-6);

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }

    /// <summary>The measures that can be checked, and what each one is.</summary>
    public static IReadOnlyDictionary<string, Dimension> Measures { get; } = new Dictionary<string, Dimension>(StringComparer.Ordinal)
    {
        ["shortfall.total"] = Dimension.Mass,
        ["shortfall.peak"] = Dimension.Flow,
        ["shortfall.first"] = Dimension.Time,
        ["shortfall.last"] = Dimension.Time,
        ["demand.total"] = Dimension.Mass,
        ["serviceLevel"] = Dimension.Fraction,
        ["timeToSurvive"] = Dimension.Time,
        ["timeToRecover"] = Dimension.Time,
    };
}
