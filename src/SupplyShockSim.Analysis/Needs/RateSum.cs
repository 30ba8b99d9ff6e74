using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>
/// The sum of many rates at each instant, added in pairs of halves: with n breakpoints in k series the cost grows as n log k, and the
/// sum of zeros is exactly zero.
/// </summary>
public static class RateSum
{
    /// <summary>The sum from the start on; of no series, a series without breakpoints.</summary>
    public static RateSeries Of(IReadOnlyList<RateSeries> series) => series.Count == 0 ? new RateSeries() : Of(series, 0, series.Count);

    private static RateSeries Of(IReadOnlyList<RateSeries> series, int first, int count)
    {
        if (count == 1)
        {
            return series[first];
        }

        var half = count / 2;
        var sum = new RateSeries();
        PairedSeries.ForEach(
            Of(series, first, half), Of(series, first + half, count - half), SimTime.Zero, SimTime.MaxValue, (from, _, a, b) => sum.Append(from, a + b));
        return sum;
    }
}
