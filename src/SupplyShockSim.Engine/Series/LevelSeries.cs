namespace SupplyShockSim.Engine;

/// <summary>
/// A level over time, recorded as its changes of course: straight between breakpoints, with a jump at a breakpoint where the level recorded
/// is not the one reached. At a breakpoint the value is already the new one (right-continuous). Before the first breakpoint it is 0, after
/// the last the line goes on. Rates are per day, so an integral is level times days. Intervals are half-open, [from, to);
/// queries are exact up to the rounding of their result and cost O(log n + breakpoints in the interval).
/// </summary>
public sealed class LevelSeries
{
    private SeriesTimes _times = new();
    private Line[] _lines = [];

    private readonly record struct Line(double Level, double RatePerDay)
    {
        public double After(long seconds) => RatePerDay == 0 ? Level : Level + (RatePerDay * seconds / SimDuration.SecondsPerDay);
    }

    /// <summary>A stretch of one line within an interval asked for, in seconds, and the levels at its two ends.</summary>
    private readonly record struct Piece(long Start, long End, double First, double Last)
    {
        public double Seconds => End - Start;
    }

    /// <summary>The number of breakpoints.</summary>
    public int Count => _times.Count;

    /// <summary>When the breakpoints are, in seconds since the start; strictly increasing.</summary>
    public ReadOnlySpan<long> Times => _times.Span;

    /// <summary>The level at breakpoint <paramref name="index"/>, and its change per day from there on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such breakpoint.</exception>
    public (double Level, double RatePerDay) this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return (_lines[index].Level, _lines[index].RatePerDay);
        }
    }

    /// <summary>
    /// Records that the level is <paramref name="level"/> at <paramref name="t"/> and changes by <paramref name="ratePerDay"/> from there on. A second
    /// record at the same time replaces the first; one that lies on the line already recorded adds no breakpoint.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is before the last breakpoint, or a number is not finite.</exception>
    public void Append(SimTime t, double level, double ratePerDay)
    {
        _times.CheckAppend(t);
        SeriesTimes.CheckFinite(level, nameof(level));
        SeriesTimes.CheckFinite(ratePerDay, nameof(ratePerDay));
        if (Count > 0 && t.Seconds == _times.Last)
        {
            _times.RemoveLast();
        }

        if (Count > 0 && _lines[Count - 1].RatePerDay == ratePerDay && LevelAt(Count - 1, t.Seconds) == level)
        {
            return;
        }

        if (Count == _lines.Length)
        {
            Array.Resize(ref _lines, Math.Max(4, checked(2 * Count)));
        }

        _lines[Count] = new Line(level, ratePerDay);
        _times.Add(t.Seconds);
    }

    /// <summary>The level at an instant.</summary>
    public double ValueAt(SimTime t) => LevelAt(_times.IndexAt(t.Seconds), t.Seconds);

    /// <summary>Level times days over [from, to).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public double Integral(SimTime from, SimTime to)
    {
        var sum = 0.0;
        foreach (var p in Pieces(from, to))
        {
            sum += 0.5 * (p.First + p.Last) * p.Seconds;
        }

        return sum / SimDuration.SecondsPerDay;
    }

    /// <summary>The mean level over [from, to); over an empty interval the level there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public double Mean(SimTime from, SimTime to) => from == to ? ValueAt(from) : Integral(from, to) / (to - from).Days;

    /// <summary>
    /// The least upper bound of the level over [from, to), and when it is first reached, or approached before a jump down; over an empty interval the level
    /// there.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public SeriesPeak Maximum(SimTime from, SimTime to)
    {
        var peak = new SeriesPeak(from, ValueAt(from));
        foreach (var p in Pieces(from, to))
        {
            if (p.First > peak.Value)
            {
                peak = new SeriesPeak(new SimTime(p.Start), p.First);
            }

            if (p.Last > peak.Value)
            {
                peak = new SeriesPeak(new SimTime(p.End), p.Last);
            }
        }

        return peak;
    }

    /// <summary>How long the level is above <paramref name="level"/> within [from, to), to the nearest second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    internal SimDuration TimeAbove(double level, SimTime from, SimTime to)
    {
        var seconds = 0.0;
        foreach (var p in Pieces(from, to))
        {
            if (Above(p, level) is var (start, end))
            {
                seconds += end - start;
            }
        }

        return new SimDuration((long)Math.Round(seconds));
    }

    /// <summary>When the level first rises above <paramref name="level"/> within [from, to), rounded down to a second; null if it never does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public SimTime? FirstAbove(double level, SimTime from, SimTime to)
    {
        foreach (var p in Pieces(from, to))
        {
            if (Above(p, level) is var (start, _))
            {
                return new SimTime(p.Start + (long)Math.Floor(start));
            }
        }

        return null;
    }

    /// <summary>
    /// When the level last stops being above <paramref name="level"/> within [from, to), rounded up to a second: <paramref name="to"/> if it is above to
    /// the end, null if it never is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval ends before it begins.</exception>
    public SimTime? LastAbove(double level, SimTime from, SimTime to)
    {
        SimTime? last = null;
        foreach (var p in Pieces(from, to))
        {
            if (Above(p, level) is var (_, end))
            {
                last = new SimTime(p.Start + (long)Math.Ceiling(end));
            }
        }

        return last;
    }

    /// <summary>An independent copy.</summary>
    public LevelSeries Clone() => new() { _times = _times.Clone(), _lines = _lines.AsSpan(0, Count).ToArray() };

    /// <summary>The sum at each instant; of no series, a series without breakpoints. Added in the order given.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> or an element is null.</exception>
    public static LevelSeries Sum(IEnumerable<LevelSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        LevelSeries[] all = [.. series];
        foreach (var s in all)
        {
            ArgumentNullException.ThrowIfNull(s, nameof(series));
        }

        var result = new LevelSeries();
        var at = new int[all.Length];
        Array.Fill(at, -1);
        foreach (var t in SeriesTimes.Union(all.Select(s => s._times)))
        {
            double level = 0, rate = 0;
            for (var k = 0; k < all.Length; k++)
            {
                if (at[k] + 1 < all[k].Count && all[k]._times[at[k] + 1] == t)
                {
                    at[k]++;
                }

                level += all[k].LevelAt(at[k], t);
                if (at[k] >= 0)
                {
                    rate += all[k]._lines[at[k]].RatePerDay;
                }
            }

            result.Append(new SimTime(t), level, rate);
        }

        return result;
    }

    private double LevelAt(int i, long seconds) => i < 0 ? 0 : _lines[i].After(seconds - _times[i]);

    private IEnumerable<Piece> Pieces(SimTime from, SimTime to)
    {
        SeriesTimes.CheckInterval(from, to);
        var start = from.Seconds;
        for (var i = _times.IndexAt(start); start < to.Seconds; i++)
        {
            var end = _times.EndOf(i, to.Seconds);
            yield return new Piece(start, end, LevelAt(i, start), LevelAt(i, end));
            start = end;
        }
    }

    /// <summary>The part of a piece that lies above a level, in seconds from its start; null if none does.</summary>
    private static (double Start, double End)? Above(Piece p, double level)
    {
        if (p.First <= level && p.Last <= level)
        {
            return null;
        }

        if (p.First >= level && p.Last >= level)
        {
            return (0, p.Seconds);
        }

        var crossing = p.Seconds * ((level - p.First) / (p.Last - p.First));
        return p.Last > level ? (crossing, p.Seconds) : (0, crossing);
    }
}
