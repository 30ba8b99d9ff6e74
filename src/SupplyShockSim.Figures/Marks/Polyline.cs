using SupplyShockSim.Engine;

namespace SupplyShockSim.Figures;

/// <summary>A curve as its points, left to right: straight from one to the next, or in steps.</summary>
public sealed class Polyline
{
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];

    /// <summary>True where each value holds until the next point, false where points are joined straight.</summary>
    public bool IsSteps { get; init; }

    public int Count => _x.Count;

    public double FirstY => _y[0];

    public double LastY => _y[^1];

    public double LastX => _x[^1];

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Most { get; private set; } = double.NegativeInfinity;

    public IEnumerable<(double X, double Y)> Points => _x.Zip(_y);

    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the point lies left of the last.</exception>
    public void Add(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y) || (Count > 0 && x < _x[^1]))
        {
            throw new ArgumentOutOfRangeException(nameof(x), FormattableString.Invariant($"({x}, {y}) cannot be the next point of a curve"));
        }

        _x.Add(x);
        _y.Add(y);
        Least = Math.Min(Least, y);
        Most = Math.Max(Most, y);
    }

    /// <summary>The points joined straight: those of steps with one more at each jump.</summary>
    public IEnumerable<(double X, double Y)> Vertices()
    {
        for (var i = 0; i < Count; i++)
        {
            if (IsSteps && i > 0)
            {
                yield return (_x[i], _y[i - 1]);
            }

            yield return (_x[i], _y[i]);
        }
    }

    /// <summary>A rate as steps over [0, end], in days; the last point repeats the last value at the end.</summary>
    public static Polyline Steps(RateSeries series, SimTime end)
    {
        var last = series.ValueAt(SimTime.Zero);
        var steps = new Polyline { IsSteps = true };
        steps.Add(0, last);
        for (var i = 0; i < series.Count && series.Times[i] < end.Seconds; i++)
        {
            if (series.Times[i] > 0)
            {
                steps.Add(new SimTime(series.Times[i]).Days, last = series.Values[i]);
            }
        }

        steps.Add(end.Days, last);
        return steps;
    }
}
