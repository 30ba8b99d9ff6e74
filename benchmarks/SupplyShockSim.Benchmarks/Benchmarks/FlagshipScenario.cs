using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>
/// The simulation alone: the network is built, nothing is written. Returns the run's fingerprint, so that it cannot be made faster by changing the answer.
/// </summary>
public class FlagshipScenario
{
    private PreparedRun _prepared = null!;

    /// <summary>The scenarios of the repository on the 2024 NdFeB network.</summary>
    [Params("japan-magnet-halt.yaml", "all-magnets-halt.yaml")]
    public string Scenario { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _prepared = Flagship.Load(Scenario);

    [Benchmark]
    public ulong Run() => _prepared.Run().TraceHash;
}
