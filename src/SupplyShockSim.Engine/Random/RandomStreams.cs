namespace SupplyShockSim.Engine;

/// <summary>
/// Named streams of random numbers. What a stream draws depends on the seed, the replication and its name, and on nothing else: not on
/// which other streams there are, nor on the order in which they are created or used. So replication k draws the same numbers however
/// many others run, and a model that gains a stream does not shift the draws of another.
/// </summary>
/// <param name="seed">Of the study; equal seeds give equal numbers.</param>
/// <param name="replication">Which of the runs of the study.</param>
public sealed class RandomStreams(ulong seed, long replication = 0)
{
    private readonly Dictionary<string, RandomStream> _streams = new(StringComparer.Ordinal);

    public ulong Seed { get; } = seed;

    public long Replication { get; } = replication;

    /// <summary>The stream of this name; the same object each time.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public RandomStream Stream(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_streams.TryGetValue(name, out var stream))
        {
            return stream;
        }

        stream = new RandomStream(StartOf(name));
        _streams.Add(name, stream);
        return stream;
    }

    /// <summary>The states of all streams used so far.</summary>
    public RandomStreamsSnapshot Snapshot() =>
        new(Seed, Replication, _streams.ToDictionary(s => s.Key, s => s.Value.State, StringComparer.Ordinal));

    /// <summary>
    /// Sets all streams back: those of the snapshot to their state then, those first used later to their beginning. Stream objects stay valid.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="ArgumentException">The snapshot belongs to another seed or replication.</exception>
    public void Restore(RandomStreamsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Seed != Seed || snapshot.Replication != Replication)
        {
            throw new ArgumentException(
                $"The snapshot is of seed {snapshot.Seed}, replication {snapshot.Replication}, not of {Seed}, {Replication}.", nameof(snapshot));
        }

        foreach (var (name, stream) in _streams)
        {
            stream.State = snapshot.States.TryGetValue(name, out var state) ? state : StartOf(name);
        }

        foreach (var (name, state) in snapshot.States)
        {
            Stream(name).State = state;
        }
    }

    /// <summary>The name enters character by character, each scattered over all 64 bits before the next, so that near names lie far apart.</summary>
    private RandomState StartOf(string name)
    {
        var key = SplitMix64.Scatter(Seed + 1);
        key = SplitMix64.Scatter(key ^ (ulong)Replication) + 1;
        foreach (var c in name)
        {
            key = SplitMix64.Scatter(key ^ c) + 1;
        }

        var words = new SplitMix64(key);
        return new RandomState(words.Next(), words.Next(), words.Next(), words.Next());
    }
}
