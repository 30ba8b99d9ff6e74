using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>Where exports are counted.</summary>
public enum Counted
{
    /// <summary>When they leave the exporter: exports.</summary>
    Dispatch,

    /// <summary>When they reach the buyer: imports.</summary>
    Arrivals,
}

/// <summary>
/// How a run is held against an observed series of exports by month. The parameters that <c>calibrate</c> fits are the inputs under
/// <c>uncertain</c> that are <c>uniform</c> over their range; their fitted values are what stands in the scenario.
/// </summary>
public sealed record BacktestSpec
{
    [Field("from", "first day of the first month that is fitted and judged; default: the month in which the first control starts", Example = "2025-04-01")]
    public DateTime? From { get; init; }

    [Field("until", "first day of the month after the last one that is fitted and judged; default: the end of the run", Example = "2026-01-01")]
    public DateTime? Until { get; init; }

    [Field("counted", "dispatch: when goods leave; arrivals: when they land, for statistics of imports", Default = "dispatch")]
    public Counted Counted { get; init; } = Counted.Dispatch;

    [Field("seasonality", "exports in each calendar month, January first, as multiples of the year's mean rate: what the run says by month is multiplied by them; default: none")]
    public IReadOnlyList<double> Seasonality { get; init; } = [];

    [Field("replications", "runs with other draws of which the mean is taken", Default = "1")]
    public int Replications { get; init; } = 1;

    [Field("fitted", "what was fitted, and to what; stands under the plot")]
    public string? Fitted { get; init; }

    [Field("notFitted", "what was not fitted; stands under the plot")]
    public string? NotFitted { get; init; }

    [Field("source", "where the seasonality comes from; kept in the manifest")]
    public string? Source { get; init; }
}
