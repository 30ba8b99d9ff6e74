using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>
/// Per step one event, one cancellation and two schedules. The queue of .NET cannot cancel in less than linear time, so there is no baseline.
/// </summary>
public class CancelHeavySteps
{
    private const int StepsPerCall = 100_000;

    private CancelHeavy _work = null!;

    [Params(100, 10_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _work = new CancelHeavy(Delays.Exponential(), Pending);
        _work.Run(StepsPerCall);
    }

    [Benchmark(OperationsPerInvoke = StepsPerCall)]
    public long Step() => _work.Run(StepsPerCall);
}
