using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>
/// How prices move: one index for each commodity and buying country, 1 at the start; price = reference price x index. While a share s of the orders of the
/// country's buyers is promised by no supplier, the index goes towards min(<see cref="Cap"/>, (1 - s)^(-1/<see cref="Scarcity"/>)), by
/// exp(-review/<see cref="Adjustment"/>) at each point of the review grid; see <c>Rules/Prices</c>.
/// </summary>
[Since("0.2")]
public sealed record PriceSpec
{
    [Field("scarcity", "how far orders must fall for a rise of price: the absolute short-run elasticity that clears the market", Default = "0.3")]
    public double Scarcity { get; init; } = 0.3;

    [Field("cap", "the most that an index can be", Default = "10")]
    public double Cap { get; init; } = 10;

    [Field("adjustment", "time in which an index comes nearer to where it goes, by a factor of e", Default = "30 d")]
    public SimDuration Adjustment { get; init; } = SimDuration.FromDays(30);
}
