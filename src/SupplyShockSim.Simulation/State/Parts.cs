namespace SupplyShockSim.Simulation.State;

/// <summary>
/// All parts of the state of one run, in the order in which they were made. A fork is built by the same constructors as a new run; each <see cref="Add"/>
/// then takes over the copy of the part that stood there, so that whatever is a part is forked, by one loop, and nothing is copied by hand.
/// </summary>
internal sealed class Parts
{
    private readonly List<IForkable> _parts = [];
    private readonly List<IForkable> _copies = [];

    /// <summary>The parts are copies: nothing is to be set to where a run starts.</summary>
    public bool IsFork { get; private init; }

    /// <summary>Makes a part of a new run, or takes over the copy of it in a fork.</summary>
    public T Add<T>(Func<T> make)
        where T : class, IForkable
    {
        var part = IsFork ? (T)_copies[_parts.Count] : make();
        _parts.Add(part);
        return part;
    }

    /// <summary>Copies of all parts, for the constructors of another run to take over.</summary>
    public Parts Fork()
    {
        var fork = new Parts { IsFork = true };
        foreach (var part in _parts)
        {
            fork._copies.Add(part.Fork());
        }

        return fork;
    }
}
