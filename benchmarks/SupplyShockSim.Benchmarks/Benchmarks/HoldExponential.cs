using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>Exponential delays: hardly two events at one instant.</summary>
public class HoldExponential() : HoldBenchmark(Delays.Exponential())
{
    [Params(100, 10_000, 1_000_000)]
    public override int Pending { get; set; }
}
