using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>The hold model: one event out, one in. The queue of .NET is the baseline of each ratio.</summary>
public abstract class HoldBenchmark(long[] delays)
{
    private const int EventsPerCall = 100_000;

    private HoldOnCalendar _calendar = null!;
    private HoldOnPriorityQueue _queue = null!;

    public abstract int Pending { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _calendar = new HoldOnCalendar(delays, Pending);
        _queue = new HoldOnPriorityQueue(delays, Pending);
        // Both into the steady state, and with the same answer.
        var events = Math.Max(EventsPerCall, 2 * Pending);
        if (_calendar.Run(events) != _queue.Run(events))
        {
            throw new InvalidOperationException("The calendar and the queue disagree.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = EventsPerCall)]
    public long PriorityQueue() => _queue.Run(EventsPerCall);

    [Benchmark(OperationsPerInvoke = EventsPerCall)]
    public long Calendar() => _calendar.Run(EventsPerCall);
}
