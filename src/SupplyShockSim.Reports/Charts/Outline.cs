using System.Text;

namespace SupplyShockSim.Reports.Charts;

/// <summary>
/// A curve as SVG path data. Where more than four vertices fall into one pixel column only the first, the lowest, the highest and the
/// last are kept, which draws the same picture; within a level stretch only its ends.
/// </summary>
/// <remarks>Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation, PVLDB 7(10), 2014.</remarks>
internal static class Outline
{
    /// <param name="pixels">The curve, in pixels.</param>
    public static string Path(Polyline pixels)
    {
        var kept = Thinned(pixels);
        var path = new StringBuilder();
        var (lastX, lastY) = ("", "");
        for (var i = 0; i < kept.Count; i++)
        {
            if (i > 0 && i + 1 < kept.Count && kept.Y[i - 1] == kept.Y[i] && kept.Y[i] == kept.Y[i + 1])
            {
                continue;
            }

            var (x, y) = (Svg.Px(kept.X[i]), Svg.Px(kept.Y[i]));
            if (path.Length == 0)
            {
                path.Append('M').Append(x).Append(' ').Append(y);
            }
            else if (x == lastX && y == lastY)
            {
                continue;
            }
            else if (y == lastY)
            {
                path.Append('H').Append(x);
            }
            else if (x == lastX)
            {
                path.Append('V').Append(y);
            }
            else
            {
                path.Append('L').Append(x).Append(' ').Append(y);
            }

            (lastX, lastY) = (x, y);
        }

        return path.ToString();
    }

    private static Polyline Thinned(Polyline pixels)
    {
        var kept = new Polyline();
        for (int first = 0, end; first < pixels.Count; first = end)
        {
            end = first + 1;
            while (end < pixels.Count && Math.Floor(pixels.X[end]) <= Math.Floor(pixels.X[first]))
            {
                end++;
            }

            KeepColumn(kept, pixels, first, end);
        }

        return kept;
    }

    private static void KeepColumn(Polyline kept, Polyline pixels, int first, int end)
    {
        var (low, high) = (first, first);
        for (var i = first; i < end; i++)
        {
            if (end - first <= 4)
            {
                kept.Add(pixels.X[i], pixels.Y[i]);
            }

            if (pixels.Y[i] < pixels.Y[low])
            {
                low = i;
            }

            if (pixels.Y[i] > pixels.Y[high])
            {
                high = i;
            }
        }

        if (end - first <= 4)
        {
            return;
        }

        foreach (var i in (ReadOnlySpan<int>)[first, Math.Min(low, high), Math.Max(low, high), end - 1])
        {
            kept.Add(pixels.X[i], pixels.Y[i]);
        }
    }
}
