using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Model.Quantities;

namespace SupplyShockSim.Model.Controls;

/// <summary>Raises the landed cost of the selected lanes, and so their place in a buyer's ranking.</summary>
public sealed record Tariff : LaneControlSpec
{
    [Field("rate", "the duty: a share of the commodity's price, or an amount per tonne", Required = true, Example = "25 %")]
    public TariffRate Rate { get; init; }
}
