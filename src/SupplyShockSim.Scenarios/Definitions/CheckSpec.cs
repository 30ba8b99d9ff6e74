using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>What must hold of a measure of the run. Selectors narrow it down; without one it is that of all consumers.</summary>
public sealed record CheckSpec
{
    [Field("measure", "the measure that is checked", Required = true, Example = "shortfall.total")]
    public MeasureName Measure { get; init; }

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
}
