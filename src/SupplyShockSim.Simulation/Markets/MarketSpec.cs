using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>How unmet need finds supply.</summary>
public enum Allocation
{
    /// <summary>Every buyer for itself, best landed cost first.</summary>
    Market,

    /// <summary>All offers and needs of a commodity are matched together: the highest priority first, then most tonnes, then least cost.</summary>
    Coordinated,
}

/// <summary>The rules every market of a run follows.</summary>
[ReservedKey("elasticity", "write `prices: {scarcity: 0.3}`, and the `elasticity` of consumers in the network")]
public sealed record MarketSpec
{
    [Field("allocation", "how unmet need finds supply: market (every buyer for itself) or coordinated (by priority, tonnes, cost)", Default = "market")]
    public Allocation Allocation { get; init; } = Allocation.Market;

    [Field("rationing", "who is served when a seller is short: pro-rata, by-history, priority, progressive, domestic-first or price", Default = "pro-rata")]
    public string Rationing { get; init; } = "pro-rata";

    [Field("review", "how often an unsettled site looks at its plan; days when no unit is given", Default = "1 d")]
    public SimDuration Review { get; init; } = SimDuration.FromDays(1);

    [Field("adjustment", "time over which a stock is brought back to its target; days when no unit is given", Default = "30 d")]
    public SimDuration Adjustment { get; init; } = SimDuration.FromDays(30);

    /// <summary>
    /// How far a plan may be off before it is changed, as a share of normal flow: a correction, a change of orders or an unmet need below it
    /// is not acted on until it has added up. Stocks, flows and shortfall stay exact. It sets how far a small disturbance
    /// travels, and so what a run of a large network costs.
    /// </summary>
    [Field("tolerance", "how far a plan may be off before it is changed, as a share of normal flow", Default = "0 %", Example = "0.1 %")]
    public Share Tolerance { get; init; }

    /// <summary>How long contracts last; null: to the end of the run.</summary>
    [Field("term", "how long contracts last before they are made anew, an equal part of them each month; default: for ever", Example = "1 yr", Since = "0.2")]
    public SimDuration? Term { get; init; }

    [Field("prices", "how prices move: {} for all defaults; default: they stand still", Example = "{scarcity: 0.3}", Since = "0.2")]
    public PriceSpec? Prices { get; init; }

    [Field("caution", "how buyers that a control touches build up more cover; default: they do not")]
    public CautionSpec? Caution { get; init; }
}

/// <summary>
/// Precautionary stocking. Counted from the day a control that touches the buyer is announced (or starts, where nothing was
/// announced), the buyer's target rises by <see cref="More"/> over <see cref="Build"/>, stays for <see cref="Keep"/>, and falls
/// back over <see cref="Build"/>, in daily steps.
/// </summary>
public sealed record CautionSpec
{
    [Field("more", "extra days of cover wanted", Required = true, Example = "20 d")]
    public SimDuration More { get; init; }

    [Field("build", "time over which the extra cover is built", Default = "30 d")]
    public SimDuration Build { get; init; } = SimDuration.FromDays(30);

    [Field("keep", "how long it is kept once built; default: to the end")]
    public SimDuration? Keep { get; init; }
}
