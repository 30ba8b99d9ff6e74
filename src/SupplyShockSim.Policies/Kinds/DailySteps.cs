using SupplyShockSim.Engine;

namespace SupplyShockSim.Policies;

/// <summary>
/// A slope from 0 to 1 as a staircase of daily steps, each at the slope's mean over its day. So the area is that of the slope, also where
/// the slope ends within a day.
/// </summary>
internal static class DailySteps
{
    /// <summary>Height of the step that begins now: 0 to 1.</summary>
    /// <param name="elapsed">Seconds since the slope began, 0 or more.</param>
    /// <param name="length">Length of the slope in seconds; 0 rises at once.</param>
    public static double Height(long elapsed, long length)
    {
        var rising = Math.Min(length - elapsed, SimDuration.SecondsPerDay);
        if (rising <= 0)
        {
            return 1;
        }

        var risen = rising * (elapsed + (rising / 2.0)) / length;
        return (risen + SimDuration.SecondsPerDay - rising) / SimDuration.SecondsPerDay;
    }
}
