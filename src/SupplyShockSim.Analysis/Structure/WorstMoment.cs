using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>The worst moment of a run: when the shortfall of all consumers together (t/d) first reaches its peak; null when there is none.</summary>
public static class WorstMoment
{
    public static SimTime? Of(NeedSeries all, SimTime end)
    {
        var peak = all.Shortfall.Maximum(SimTime.Zero, end);
        return peak.Value > 0 ? peak.Time : null;
    }
}
