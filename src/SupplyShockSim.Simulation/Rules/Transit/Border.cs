using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Transit;

/// <summary>What is held at the far end of lanes (controls with <c>inTransit: stop</c>).</summary>
internal sealed class Border(RunState state)
{
    /// <inheritdoc cref="BorderNow.Share"/>
    public double Share(int lane) => state.Border[lane].Share;

    /// <inheritdoc cref="BorderNow.Tonnes"/>
    public double Tonnes(int lane) => state.Border[lane].Tonnes;

    /// <summary>Brings what is held forward to a second; call before the share or the arriving rate changes.</summary>
    public void Advance(int lane, long now)
    {
        if (state.Border.IsMade)
        {
            ref var border = ref state.Border.Make(lane);
            border.Tonnes += state.Lanes[lane].Arriving * border.Share * (now - border.Since) / SimDuration.SecondsPerDay;
            border.Since = now;
        }
    }

    public void Hold(int lane, double share, long now)
    {
        if (!state.Border.IsMade && share == 0)
        {
            return;
        }

        Advance(lane, now);
        ref var border = ref state.Border.Make(lane);
        border.Since = now;
        border.Share = share;
    }

    /// <summary>Holds back its share of a lump; returns what passes.</summary>
    public double Pass(int lane, double tonnes)
    {
        if (!state.Border.IsMade)
        {
            return tonnes;
        }

        ref var border = ref state.Border.Make(lane);
        var passes = tonnes * (1 - border.Share);
        border.Tonnes += tonnes - passes;
        return passes;
    }

    /// <summary>Sets free what is held; returns the tonnes.</summary>
    public double Release(int lane, long now)
    {
        if (!state.Border.IsMade)
        {
            return 0;
        }

        Advance(lane, now);
        ref var border = ref state.Border.Make(lane);
        var tonnes = border.Tonnes;
        border.Tonnes = 0;
        return tonnes;
    }
}
