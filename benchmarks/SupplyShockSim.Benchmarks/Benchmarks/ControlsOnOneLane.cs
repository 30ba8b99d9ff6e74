using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>Many controls on the same lanes. Four times as many should take about four times as long.</summary>
public class ControlsOnOneLane
{
    private PreparedRun _bans = null!;
    private PreparedRun _licences = null!;

    [Params(500, 2_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup() => (_bans, _licences) = (ManyControls.Bans(Count), ManyControls.Licences(Count / 2));

    [Benchmark]
    public ulong Bans() => _bans.Run().TraceHash;

    /// <summary>Half as many, since each of them changes more often.</summary>
    [Benchmark]
    public ulong Licences() => _licences.Run().TraceHash;
}
