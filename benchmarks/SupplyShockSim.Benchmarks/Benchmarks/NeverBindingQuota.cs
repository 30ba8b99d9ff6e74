using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>A quota that only counts should cost little beside the run that it counts.</summary>
public class NeverBindingQuota
{
    private PreparedRun _with = null!;
    private PreparedRun _without = null!;

    [Params(10_000)]
    public int Sites { get; set; }

    [GlobalSetup]
    public void Setup() => (_with, _without) = (ManyControls.Quota(Sites, quota: true), ManyControls.Quota(Sites, quota: false));

    [Benchmark(Baseline = true)]
    public ulong Without() => _without.Run().TraceHash;

    [Benchmark]
    public ulong With() => _with.Run().TraceHash;
}
