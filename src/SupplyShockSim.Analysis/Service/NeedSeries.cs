using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>What someone needs of a commodity over time and what of it is missing, both in t/d of that commodity.</summary>
/// <param name="Demand">Rate of need.</param>
/// <param name="Shortfall">Rate of need not met; between zero and the demand.</param>
public sealed record NeedSeries(RateSeries Demand, RateSeries Shortfall)
{
    /// <summary>The needs of several together, at each instant.</summary>
    public static NeedSeries Sum(IReadOnlyList<NeedSeries> parts)
    {
        if (parts.Count == 1) return parts[0];
        var shortOnes = parts.Select(p => p.Shortfall).Where(s => s.Maximum(SimTime.Zero, SimTime.MaxValue).Value > 0);
        return new NeedSeries(RateSeries.Sum(parts.Select(p => p.Demand)), RateSeries.Sum(shortOnes));
    }
}
