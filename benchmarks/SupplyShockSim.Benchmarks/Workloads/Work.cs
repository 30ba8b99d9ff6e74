namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>The event of the workloads: eight bytes, as in a model (what, to whom).</summary>
internal readonly record struct Work(int Kind, int Target);
