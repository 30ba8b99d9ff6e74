namespace SupplyShockSim.Engine;

/// <summary>The states of all streams of a <see cref="RandomStreams"/> at one moment.</summary>
public sealed class RandomStreamsSnapshot
{
    internal RandomStreamsSnapshot(ulong seed, long replication, IReadOnlyDictionary<string, RandomState> states)
    {
        Seed = seed;
        Replication = replication;
        States = states;
    }

    internal ulong Seed { get; }

    internal long Replication { get; }

    internal IReadOnlyDictionary<string, RandomState> States { get; }
}
