using System.Text;

namespace SupplyShockSim.Reports.Charts;

/// <summary>
/// A curve on its way into a picture: vertices in pixels, left to right. Where more than four fall into one pixel column only the
/// first, the lowest, the highest and the last are kept, which draws the same picture.
/// </summary>
/// <remarks>Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation, PVLDB 7(10), 2014.</remarks>
internal sealed class Outline
{
    private readonly List<(double X, double Y)> _kept = [];
    private readonly List<(double X, double Y)> _column = [];

    public void Add(double x, double y)
    {
        if (_column.Count > 0 && Math.Floor(x) > Math.Floor(_column[0].X)) CloseColumn();
        _column.Add((x, y));
    }

    /// <summary>The curve as SVG path data.</summary>
    public string Path()
    {
        CloseColumn();
        var path = new StringBuilder();
        var (lastX, lastY) = ("", "");
        for (var i = 0; i < _kept.Count; i++)
        {
            // Within a level stretch only the ends count.
            if (i > 0 && i + 1 < _kept.Count && _kept[i - 1].Y == _kept[i].Y && _kept[i].Y == _kept[i + 1].Y) continue;
            var (x, y) = (Svg.Px(_kept[i].X), Svg.Px(_kept[i].Y));
            if (path.Length == 0) path.Append('M').Append(x).Append(' ').Append(y);
            else if (x == lastX && y == lastY) continue;
            else if (y == lastY) path.Append('H').Append(x);
            else if (x == lastX) path.Append('V').Append(y);
            else path.Append('L').Append(x).Append(' ').Append(y);
            (lastX, lastY) = (x, y);
        }

        return path.ToString();
    }

    private void CloseColumn()
    {
        if (_column.Count <= 4)
        {
            _kept.AddRange(_column);
        }
        else
        {
            var (low, high) = (0, 0);
            for (var i = 1; i < _column.Count; i++)
            {
                if (_column[i].Y < _column[low].Y) low = i;
                if (_column[i].Y > _column[high].Y) high = i;
            }

            _kept.Add(_column[0]);
            _kept.Add(_column[Math.Min(low, high)]);
            _kept.Add(_column[Math.Max(low, high)]);
            _kept.Add(_column[^1]);
        }

        _column.Clear();
    }
}
