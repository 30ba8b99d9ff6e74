using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Transit;

/// <summary>Goods that left after a transit time was shortened and wait for older ones before them.</summary>
internal sealed class Bunching(RunState state)
{
    /// <inheritdoc cref="BunchNow.Until"/>
    public long Until(int lane) => state.Bunching[lane].Until;

    /// <summary>Tonnes that have bunched, true at the last <see cref="Advance"/>.</summary>
    public double Tonnes(int lane) => state.Bunching[lane].Tonnes;

    /// <summary>Brings what has bunched forward to a second; call while bunching only, before the dispatch changes.</summary>
    public void Advance(int lane, long now)
    {
        ref var bunch = ref state.Bunching.Make(lane);
        bunch.Tonnes += state.Lanes[lane].Dispatch * (now - bunch.Since) / SimDuration.SecondsPerDay;
        bunch.Since = now;
    }

    public void Begin(int lane, long now, long until, double tonnes) =>
        state.Bunching.Make(lane) = new BunchNow { Until = until, Tonnes = tonnes, Since = now };

    public void End(int lane)
    {
        if (state.Bunching.IsMade)
        {
            ref var bunch = ref state.Bunching.Make(lane);
            (bunch.Until, bunch.Tonnes) = (0, 0);
        }
    }
}
