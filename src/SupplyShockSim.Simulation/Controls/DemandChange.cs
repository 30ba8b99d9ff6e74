using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>Consumers have their demand multiplied: a boom, a recession, a substitute.</summary>
public sealed record DemandChange : MultiplierSpec
{
    [Field("endUse", "end uses of the consumers")]
    public IReadOnlyList<string> EndUse { get; init; } = [];
}
