namespace SupplyShockSim.Engine;

/// <summary>
/// A rate over time, recorded as its changes: constant between breakpoints, and at a breakpoint already the new value (right-continuous).
/// Before the first breakpoint the value is 0, after the last it stays. Values are per day, so an integral is value times days.
/// Intervals are half-open, [from, to); queries are exact and cost O(log n + breakpoints in the interval).
/// </summary>
public sealed class RateSeries
{
    private SeriesTimes _times = new();
    private double[] _values = [];

    /// <summary>The number of breakpoints.</summary>
    public int Count => _times.Count;

    /// <summary>When the breakpoints are, in seconds since the start; strictly increasing.</summary>
    public ReadOnlySpan<long> Times => _times.Span;

    /// <summary>The value from each breakpoint on, per day; as many as <see cref="Times"/>.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>
    /// Records that the value is <paramref name="value"/> from <paramref name="t"/> on. A second value at the same time replaces the first; an unchanged
    /// value adds no breakpoint.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is before the last breakpoint, or <paramref name="value"/> is not finite.</exception>
    public void Append(SimTime t, double value)
    {
        _times.CheckAppend(t);
        SeriesTimes.CheckFinite(value, nameof(value));
        if (Count > 0 && t.Seconds == _times.Last)
        {
            _times.RemoveLast();
        }

        if (Count > 0 && _values[Count - 1] == value)
        {
            return;
        }

        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(4, checked(2 * Count)));
        }

        _values[Count] = value;
        _times.Add(t.Seconds);
    }

    /// <summary>The value at an instant, per day.</summary>
    public double ValueAt(SimTime t) => Value(_times.IndexAt(t.Seconds));

    /// <summary>Value times days over [from, to).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public double Integral(SimTime from, SimTime to)
    {
        SeriesTimes.CheckInterval(from, to);
        var sum = 0.0;
        var start = from.Seconds;
        for (var i = _times.IndexAt(start); start < to.Seconds; i++)
        {
            var end = _times.EndOf(i, to.Seconds);
            sum += Value(i) * (end - start);
            start = end;
        }

        return sum / SimDuration.SecondsPerDay;
    }

    /// <summary>The mean over [from, to), per day; over an empty interval the value there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public double Mean(SimTime from, SimTime to) => from == to ? ValueAt(from) : Integral(from, to) / (to - from).Days;

    /// <summary>The largest value over [from, to), and since when; over an empty interval the value there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public SeriesPeak Maximum(SimTime from, SimTime to)
    {
        SeriesTimes.CheckInterval(from, to);
        var i = _times.IndexAt(from.Seconds);
        var peak = new SeriesPeak(from, Value(i));
        while (++i < Count && _times[i] < to.Seconds)
        {
            if (_values[i] > peak.Value)
            {
                peak = new SeriesPeak(new SimTime(_times[i]), _values[i]);
            }
        }

        return peak;
    }

    /// <summary>How long the value is above <paramref name="level"/> (not equal to it) within [from, to).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    internal SimDuration TimeAbove(double level, SimTime from, SimTime to)
    {
        SeriesTimes.CheckInterval(from, to);
        var seconds = 0L;
        var start = from.Seconds;
        for (var i = _times.IndexAt(start); start < to.Seconds; i++)
        {
            var end = _times.EndOf(i, to.Seconds);
            if (Value(i) > level)
            {
                seconds += end - start;
            }

            start = end;
        }

        return new SimDuration(seconds);
    }

    /// <summary>The first instant in [from, to) at which the value is above <paramref name="level"/>; null if it never is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public SimTime? FirstAbove(double level, SimTime from, SimTime to)
    {
        SeriesTimes.CheckInterval(from, to);
        var start = from.Seconds;
        for (var i = _times.IndexAt(start); start < to.Seconds; i++)
        {
            if (Value(i) > level)
            {
                return new SimTime(start);
            }

            start = _times.EndOf(i, to.Seconds);
        }

        return null;
    }

    /// <summary>
    /// The instant at which the value last stops being above <paramref name="level"/> within [from, to): <paramref name="to"/> if it is above to the end,
    /// null if it never is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public SimTime? LastAbove(double level, SimTime from, SimTime to)
    {
        SeriesTimes.CheckInterval(from, to);
        if (from == to)
        {
            return null;
        }

        for (var i = _times.IndexAt(to.Seconds - 1); ; i--)
        {
            if (Value(i) > level)
            {
                return new SimTime(_times.EndOf(i, to.Seconds));
            }

            if (i < 0 || _times[i] <= from.Seconds)
            {
                return null;
            }
        }
    }

    /// <summary>An independent copy.</summary>
    public RateSeries Clone() => new() { _times = _times.Clone(), _values = Values.ToArray() };

    /// <summary>The sum at each instant; of no series, a series without breakpoints. Added in the order given.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> or an element is null.</exception>
    public static RateSeries Sum(IEnumerable<RateSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Combine([.. series], static terms => terms.Sum());
    }

    /// <summary><paramref name="a"/> less <paramref name="b"/> at each instant.</summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static RateSeries Difference(RateSeries a, RateSeries b) => Combine([a, b], static terms => terms[0] - terms[1]);

    private static RateSeries Combine(RateSeries[] series, Func<double[], double> combine)
    {
        foreach (var s in series)
        {
            ArgumentNullException.ThrowIfNull(s, nameof(series));
        }

        var result = new RateSeries();
        var next = new int[series.Length];
        var terms = new double[series.Length];
        foreach (var t in SeriesTimes.Union(series.Select(s => s._times)))
        {
            for (var k = 0; k < series.Length; k++)
            {
                if (next[k] < series[k].Count && series[k]._times[next[k]] == t)
                {
                    terms[k] = series[k]._values[next[k]++];
                }
            }

            result.Append(new SimTime(t), combine(terms));
        }

        return result;
    }

    private double Value(int i) => i < 0 ? 0 : _values[i];
}
