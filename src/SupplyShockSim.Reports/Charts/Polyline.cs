using SupplyShockSim.Engine;

namespace SupplyShockSim.Reports.Charts;

/// <summary>A curve as its vertices, straight from one to the next, left to right; two at one place where it jumps.</summary>
internal sealed class Polyline
{
    private double[] _x = new double[16];
    private double[] _y = new double[16];

    public int Count { get; private set; }

    public ReadOnlySpan<double> X => _x.AsSpan(0, Count);

    public ReadOnlySpan<double> Y => _y.AsSpan(0, Count);

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Most { get; private set; } = double.NegativeInfinity;

    public void Add(double x, double y)
    {
        if (Count == _x.Length)
        {
            Array.Resize(ref _x, 2 * Count);
            Array.Resize(ref _y, 2 * Count);
        }

        (_x[Count], _y[Count]) = (x, y);
        Count++;
        Least = Math.Min(Least, y);
        Most = Math.Max(Most, y);
    }

    /// <summary>A rate as steps over [0, end], in days.</summary>
    public static Polyline Steps(RateSeries series, SimTime end)
    {
        var last = series.ValueAt(SimTime.Zero);
        var steps = new Polyline();
        steps.Add(0, last);
        for (var i = 0; i < series.Count && series.Times[i] < end.Seconds; i++)
        {
            if (series.Times[i] <= 0)
            {
                continue;
            }

            var day = new SimTime(series.Times[i]).Days;
            steps.Add(day, last);
            steps.Add(day, last = series.Values[i]);
        }

        steps.Add(end.Days, last);
        return steps;
    }
}
