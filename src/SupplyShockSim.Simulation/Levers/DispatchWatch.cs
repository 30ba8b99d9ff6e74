namespace SupplyShockSim.Simulation.Levers;

/// <summary>Which policies are told when a lane's dispatch changes. It takes memory only once somebody watches.</summary>
internal sealed class DispatchWatch(int lanes)
{
    private readonly record struct Watcher(int Policy, int Watched, int Next);

    private readonly int _lanes = lanes;
    private readonly SortedSet<int> _told = [];

    /// <summary>The last watcher of each lane, or -1, and all watchers as lists from there.</summary>
    private int[] _last = [];
    private List<Watcher> _watchers = [];

    /// <summary>A policy is told of these lanes from now on.</summary>
    public void Add(int policy, int[] watched, int first = 0)
    {
        if (_last.Length == 0)
        {
            _last = new int[_lanes];
            Array.Fill(_last, -1);
        }

        for (var i = 0; i < watched.Length; i++)
        {
            _watchers.Add(new Watcher(policy, first + i, _last[watched[i]]));
            _last[watched[i]] = _watchers.Count - 1;
        }
    }

    /// <summary>One lane has changed.</summary>
    public void Tell(int lane, IPolicyAtWork[] policies, long now)
    {
        for (var w = _last.Length == 0 ? -1 : _last[lane]; w >= 0; w = _watchers[w].Next)
        {
            var watcher = _watchers[w];
            policies[watcher.Policy].OnDispatch(watcher.Watched, now);
            _told.Add(watcher.Policy);
        }
    }

    /// <summary>No more lanes will change in this instant: those who were told may draw their conclusions, in the order of the policies.</summary>
    public void TellAll(IPolicyAtWork[] policies, long now)
    {
        foreach (var policy in _told)
        {
            policies[policy].OnDispatched(now);
        }

        _told.Clear();
    }

    /// <summary>A copy, between instants.</summary>
    public DispatchWatch Clone() => new(_lanes) { _last = [.. _last], _watchers = [.. _watchers] };
}
