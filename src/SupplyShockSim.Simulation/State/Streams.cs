using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.State;

/// <summary>The random streams of a run, as a part of its state.</summary>
internal sealed class Streams(ulong seed, long replication) : IForkable
{
    public RandomStreams Random { get; } = new(seed, replication);

    public IForkable Fork()
    {
        var fork = new Streams(seed, replication);
        fork.Random.Restore(Random.Snapshot());
        return fork;
    }
}
