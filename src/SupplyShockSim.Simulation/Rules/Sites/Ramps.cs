using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// How far wanted activity may have risen, for the sites that rise no faster than a ramp. A ramp may use the time since the last
/// decision, or since the last point of the review grid where that is later: so it is all one whether a site slept or decided at each point that what it
/// did was right. Reviewed several times in one instant, a site starts from the same point each time.
/// </summary>
internal sealed class Ramps(RunState state)
{
    /// <summary>The most activity (t/d) that a site with a ramp may want at its review now, wanting <paramref name="wanted"/> so far.</summary>
    public double Reachable(int site, double wanted, long now)
    {
        ref var ramp = ref state.Ramps.Make(site);
        if (ramp.ReviewedAt < now)
        {
            ramp.From = wanted;
            ramp.Days = (now - Math.Max(ramp.ReviewedAt, LastPoint(now))) / (double)SimDuration.SecondsPerDay;
            ramp.ReviewedAt = now;
        }

        return ramp.From + (state.Network.Sites.RampPerDay[site] * state.Network.Sites.CapacityPerDay[site] * ramp.Days);
    }

    /// <summary>The last point of the review grid before a second; one period before the start for second 0.</summary>
    private long LastPoint(long now) => (((now + state.ReviewSeconds - 1) / state.ReviewSeconds) - 1) * state.ReviewSeconds;
}
