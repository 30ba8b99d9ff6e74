using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>What a measure is worked out from: a need over [0, End) and when the first control came into force. Sums that several measures share are made once.</summary>
public sealed class NeedInRun
{
    /// <param name="need">Demand and shortfall.</param>
    /// <param name="firstControl">When the first control came into force; null when none did.</param>
    /// <param name="end">The end of the horizon.</param>
    public NeedInRun(NeedSeries need, SimTime? firstControl, SimTime end)
    {
        (Need, FirstControl, End) = (need, firstControl, end);
        DemandTonnes = need.Demand.Integral(SimTime.Zero, end);
        ShortfallTonnes = need.Shortfall.Integral(SimTime.Zero, end);
        FirstShort = need.Shortfall.FirstAbove(0, SimTime.Zero, end);
        Peak = need.Shortfall.Maximum(SimTime.Zero, end);
    }

    public NeedSeries Need { get; }

    public SimTime? FirstControl { get; }

    public SimTime End { get; }

    /// <summary>The integral of the demand.</summary>
    public double DemandTonnes { get; }

    /// <summary>The integral of the shortfall.</summary>
    public double ShortfallTonnes { get; }

    /// <summary>When shortfall first began; null when it never did.</summary>
    public SimTime? FirstShort { get; }

    /// <summary>The largest shortfall, t/d, and when it was first reached.</summary>
    public SeriesPeak Peak { get; }
}
