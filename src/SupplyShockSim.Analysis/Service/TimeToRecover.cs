using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>How a need came out of the run.</summary>
public enum Recovery
{
    /// <summary>No control came into force, so there is nothing to recover from.</summary>
    NoControl,

    /// <summary>There was no shortfall after the first control.</summary>
    NeverShort,

    /// <summary>Shortfall ended within the horizon and did not come back.</summary>
    Recovered,

    /// <summary>Still short at the end of the horizon: the time to recover is longer than the run.</summary>
    NotRecovered,
}

/// <summary>
/// Time to recover: from the moment the first control comes into force to the end of the last shortfall, in days. Null unless
/// the <see cref="Recovery"/> is <see cref="Recovery.Recovered"/>.
/// </summary>
/// <remarks>
/// Simchi-Levi, Schmidt and Wei, From Superstorms to Factory Fires, Harvard Business Review 92(1/2), 2014: TTR, "the time it would
/// take for a particular node to be restored to full functionality", here of the consumer's supply.
/// </remarks>
public static class TimeToRecover
{
    public static (double? Days, Recovery Recovery) Of(RateSeries shortfall, SimTime? firstControl, SimTime end)
    {
        if (firstControl is not { } start)
        {
            return (null, Recovery.NoControl);
        }

        if (shortfall.LastAbove(0, start, end) is not { } last)
        {
            return (null, Recovery.NeverShort);
        }

        return last < end ? ((last - start).Days, Recovery.Recovered) : (null, Recovery.NotRecovered);
    }
}
