namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>The hold model on the queue of .NET with a comparer that keeps the order: no handles, no cancelling, no trace hash.</summary>
internal sealed class HoldOnPriorityQueue
{
    private readonly PriorityQueue<Work, FifoPriority> _queue;
    private readonly long[] _delays;
    private long _sequence;
    private long _checksum;
    private int _draw;

    public HoldOnPriorityQueue(long[] delays, int pending)
    {
        _delays = delays;
        _queue = new PriorityQueue<Work, FifoPriority>(pending, new FifoPriority.Comparer());
        for (var i = 0; i < pending; i++) Schedule(0, (byte)(i & 3), new Work(i & 3, i));
    }

    /// <summary>Runs a number of events and returns a checksum of all run so far, equal to that of <see cref="HoldOnCalendar"/>.</summary>
    public long Run(int events)
    {
        for (var i = 0; i < events; i++)
        {
            _queue.TryDequeue(out var e, out var at);
            _checksum = (_checksum * 31) + at.Time + e.Target;
            Schedule(at.Time, at.Phase, e);
        }

        return _checksum;
    }

    private void Schedule(long now, byte phase, Work e) =>
        _queue.Enqueue(e, new FifoPriority(now + _delays[_draw++ & (Delays.Count - 1)], phase, _sequence++));
}
