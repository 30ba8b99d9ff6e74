using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>Two rates side by side: the pieces of time on which both are constant.</summary>
internal static class PairedSeries
{
    public delegate void Piece(SimTime from, SimTime to, double a, double b);

    /// <summary>Calls <paramref name="piece"/> for each stretch of [from, to) on which neither rate changes, in order.</summary>
    public static void ForEach(RateSeries a, RateSeries b, SimTime from, SimTime to, Piece piece)
    {
        var (i, j) = (After(a, from), After(b, from));
        for (var start = from; start < to;)
        {
            var end = SimTime.FromSeconds(Math.Min(to.Seconds, Math.Min(TimeOf(a, i), TimeOf(b, j))));
            piece(start, end, ValueBefore(a, i), ValueBefore(b, j));
            if (TimeOf(a, i) == end.Seconds)
            {
                i++;
            }

            if (TimeOf(b, j) == end.Seconds)
            {
                j++;
            }

            start = end;
        }
    }

    /// <summary>Index of the first breakpoint later than <paramref name="t"/>.</summary>
    private static int After(RateSeries series, SimTime t)
    {
        var found = series.Times.BinarySearch(t.Seconds);
        return found >= 0 ? found + 1 : ~found;
    }

    private static long TimeOf(RateSeries series, int index) => index < series.Count ? series.Times[index] : long.MaxValue;

    private static double ValueBefore(RateSeries series, int index) => index > 0 ? series.Values[index - 1] : 0;
}
