namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>The hold model on the queue of .NET with a comparer that keeps the order: no handles, no cancelling, no trace hash.</summary>
internal sealed class HoldOnPriorityQueue
{
    private readonly PriorityQueue<Work, FifoPriority> _queue;
    private readonly long[] _delays;
    private readonly double _secondsPerEvent;
    private long _end;
    private long _sequence;
    private long _checksum;
    private int _draw;

    public HoldOnPriorityQueue(long[] delays, int pending)
    {
        _delays = delays;
        _secondsPerEvent = Delays.SecondsPerEvent(delays, pending);
        _queue = new PriorityQueue<Work, FifoPriority>(pending, new FifoPriority.Comparer());
        for (var i = 0; i < pending; i++)
        {
            Schedule(0, (byte)(i & 3), new Work(i & 3, i));
        }
    }

    /// <summary>Runs about so many events and returns a checksum of all run so far, equal to that of <see cref="HoldOnCalendar"/>.</summary>
    public long Run(int events)
    {
        _end += (long)(events * _secondsPerEvent);
        while (_queue.TryPeek(out var e, out var at) && at.Time <= _end)
        {
            _queue.Dequeue();
            _checksum = (_checksum * 31) + at.Time + e.Target;
            Schedule(at.Time, at.Phase, e);
        }

        return _checksum;
    }

    private void Schedule(long now, byte phase, Work e) =>
        _queue.Enqueue(e, new FifoPriority(now + _delays[_draw++ & (Delays.Count - 1)], phase, _sequence++));
}
