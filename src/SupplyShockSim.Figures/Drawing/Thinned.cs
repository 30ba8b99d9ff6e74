namespace SupplyShockSim.Figures.Drawing;

/// <summary>
/// A curve with no more vertices than can be seen. Where more than four fall into one pixel column only the first, the lowest, the highest and the last
/// are kept, which draws the same picture; within a level stretch only its ends.
/// </summary>
/// <remarks>Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation, PVLDB 7(10), 2014.</remarks>
internal static class Thinned
{
    /// <param name="vertices">Left to right, joined straight.</param>
    /// <param name="pixel">Width of a pixel column on the horizontal axis.</param>
    public static List<(double X, double Y)> Of(IEnumerable<(double X, double Y)> vertices, double pixel)
    {
        var kept = new List<(double X, double Y)>();
        var column = new List<(double X, double Y)>();
        foreach (var (x, y) in vertices)
        {
            if (column.Count > 0 && Math.Floor(x / pixel) > Math.Floor(column[0].X / pixel))
            {
                KeepColumn(kept, column);
                column.Clear();
            }

            column.Add((x, y));
        }

        KeepColumn(kept, column);
        return WithoutMiddles(kept);
    }

    private static void KeepColumn(List<(double X, double Y)> kept, List<(double X, double Y)> column)
    {
        if (column.Count <= 4)
        {
            kept.AddRange(column);
            return;
        }

        var (low, high) = (0, 0);
        for (var i = 1; i < column.Count; i++)
        {
            low = column[i].Y < column[low].Y ? i : low;
            high = column[i].Y > column[high].Y ? i : high;
        }

        foreach (var i in (ReadOnlySpan<int>)[0, Math.Min(low, high), Math.Max(low, high), column.Count - 1])
        {
            kept.Add(column[i]);
        }
    }

    /// <summary>Leaves out points that repeat the last and points in the middle of a level stretch.</summary>
    private static List<(double X, double Y)> WithoutMiddles(List<(double X, double Y)> curve)
    {
        var kept = new List<(double X, double Y)>(curve.Count);
        for (var i = 0; i < curve.Count; i++)
        {
            var isMiddle = i > 0 && i + 1 < curve.Count && curve[i - 1].Y == curve[i].Y && curve[i].Y == curve[i + 1].Y;
            var isRepeat = kept.Count > 0 && kept[^1].X == curve[i].X && kept[^1].Y == curve[i].Y;
            if (!isMiddle && !isRepeat)
            {
                kept.Add(curve[i]);
            }
        }

        return kept;
    }
}
