namespace SupplyShockSim.Engine;

/// <summary>The times of the breakpoints of a recorded series: strictly increasing, in seconds, grown by doubling.</summary>
internal sealed class SeriesTimes
{
    private long[] _seconds = [];

    public int Count { get; private set; }

    public ReadOnlySpan<long> Span => _seconds.AsSpan(0, Count);

    public long Last => _seconds[Count - 1];

    public long this[int i] => _seconds[i];

    public void Add(long seconds)
    {
        if (Count == _seconds.Length)
        {
            Array.Resize(ref _seconds, Math.Max(4, checked(2 * Count)));
        }

        _seconds[Count++] = seconds;
    }

    public void RemoveLast() => Count--;

    public SeriesTimes Clone() => new() { _seconds = Span.ToArray(), Count = Count };

    /// <summary>The index of the last breakpoint at or before <paramref name="seconds"/>; -1 if there is none.</summary>
    public int IndexAt(long seconds)
    {
        if (Count > 0 && seconds >= _seconds[Count - 1])
        {
            return Count - 1;
        }

        var found = Span.BinarySearch(seconds);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>
    /// The end of the piece that begins at breakpoint <paramref name="i"/> (-1: the piece before the first), no later than <paramref name="limit"/>.
    /// </summary>
    public long EndOf(int i, long limit) => i + 1 < Count ? Math.Min(_seconds[i + 1], limit) : limit;

    public void CheckAppend(SimTime t)
    {
        if (Count > 0 && t.Seconds < Last)
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, $"A series is recorded forward in time: its last breakpoint is at {new SimTime(Last)}.");
        }
    }

    public static void CheckInterval(SimTime from, SimTime to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"The interval ends before it begins, at {from}.");
        }
    }

    public static void CheckFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "A recorded value is a finite number.");
        }
    }

    /// <summary>All breakpoints of several series, ascending, each once.</summary>
    public static long[] Union(IEnumerable<SeriesTimes> all)
    {
        var union = all.SelectMany(t => t.Span.ToArray()).ToArray();
        Array.Sort(union);
        return union.Distinct().ToArray();
    }
}
