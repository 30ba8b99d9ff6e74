using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>
/// Time to survive: how long the need is still met after the first control comes into force, in days (first shortfall at or
/// after that moment, less that moment). Null when there is no shortfall after it, or no control.
/// </summary>
/// <remarks>
/// Simchi-Levi, Schmidt and Wei, From Superstorms to Factory Fires, Harvard Business Review 92(1/2), 2014: TTS, "the maximum
/// duration that the supply chain can match supply with demand after a node disruption".
/// </remarks>
public static class TimeToSurvive
{
    public static double? Of(RateSeries shortfall, SimTime? firstControl, SimTime end) => firstControl is { } start
        ? (shortfall.FirstAbove(0, start, end) - start)?.Days
        : null;
}
