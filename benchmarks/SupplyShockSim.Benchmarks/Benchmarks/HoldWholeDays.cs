using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>Delays of whole days, as in a supply network: most events share their instant with others.</summary>
public class HoldWholeDays() : HoldBenchmark(Delays.WholeDays())
{
    [Params(100, 10_000)]
    public override int Pending { get; set; }
}
