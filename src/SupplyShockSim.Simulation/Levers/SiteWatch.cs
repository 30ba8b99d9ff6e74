namespace SupplyShockSim.Simulation.Levers;

/// <summary>Which policies are told when an instant has touched a site. It takes memory only once somebody watches.</summary>
internal sealed class SiteWatch(int sites)
{
    private readonly record struct Watcher(int Policy, int Next);

    private readonly int _sites = sites;
    private readonly SortedSet<int> _told = [];

    /// <summary>The last watcher of each site, or -1, and all watchers as lists from there.</summary>
    private int[] _last = [];
    private List<Watcher> _watchers = [];

    /// <summary>A policy is told of these sites from now on.</summary>
    public void Add(int policy, int[] watched)
    {
        if (_last.Length == 0)
        {
            _last = new int[_sites];
            Array.Fill(_last, -1);
        }

        foreach (var site in watched)
        {
            _watchers.Add(new Watcher(policy, _last[site]));
            _last[site] = _watchers.Count - 1;
        }
    }

    /// <summary>Tells those who watch one of the sites, once each, in the order of the policies.</summary>
    public void Tell(List<int> touched, IPolicyAtWork[] policies, long now)
    {
        if (_watchers.Count == 0)
        {
            return;
        }

        foreach (var site in touched)
        {
            for (var w = _last[site]; w >= 0; w = _watchers[w].Next)
            {
                _told.Add(_watchers[w].Policy);
            }
        }

        foreach (var policy in _told)
        {
            policies[policy].OnSettling(now);
        }

        _told.Clear();
    }

    /// <summary>Tells those who watch a site, in an instant that goes on.</summary>
    public void TellOne(int site, IPolicyAtWork[] policies, long now)
    {
        for (var w = _last.Length == 0 ? -1 : _last[site]; w >= 0; w = _watchers[w].Next)
        {
            policies[_watchers[w].Policy].OnSettling(now);
        }
    }

    /// <summary>A copy, between instants.</summary>
    public SiteWatch Clone() => new(_sites) { _last = [.. _last], _watchers = [.. _watchers] };
}
