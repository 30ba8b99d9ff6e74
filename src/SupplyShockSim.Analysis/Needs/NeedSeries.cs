using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>What someone needs of a commodity over time and what of it is missing, both in t/d of that commodity.</summary>
/// <param name="Demand">Rate of need.</param>
/// <param name="Shortfall">Rate of need not met; between zero and the demand.</param>
public sealed record NeedSeries(RateSeries Demand, RateSeries Shortfall)
{
    /// <summary>The needs of several together, at each instant.</summary>
    public static NeedSeries Sum(IReadOnlyList<NeedSeries> parts) =>
        new(RateSum.Of([.. parts.Select(p => p.Demand)]), RateSum.Of([.. parts.Select(p => p.Shortfall)]));
}
