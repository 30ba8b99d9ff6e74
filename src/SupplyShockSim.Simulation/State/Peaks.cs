namespace SupplyShockSim.Simulation.State;

/// <summary>
/// The highest activity of the recent past: a queue of activities that were left, each with the second at which it was left, from which those
/// that a later one is not below are dropped (a sliding maximum: D. Lemire, "Streaming maximum-minimum filter", Nordic J. of Computing 13, 2006).
/// </summary>
internal sealed class Peaks(double atStart)
{
    private readonly List<(long LeftAt, double Activity)> _left = [];
    private int _first;
    private long _since = -1;

    /// <summary>An activity was left now; what was left before <paramref name="since"/> may be forgotten.</summary>
    public void Add(double activity, long now, long since)
    {
        var lasted = now > _since;
        _since = now;
        if (!lasted)
        {
            return; // a round of an instant, over in no time
        }

        while (_left.Count > _first && _left[^1].Activity <= activity)
        {
            _left.RemoveAt(_left.Count - 1);
        }

        _left.Add((now, activity));
        Forget(since);
    }

    /// <summary>The highest activity that was left at or after a second; the one at the start while it has not been left. 0 for none.</summary>
    public double Since(long second)
    {
        if (_since < 0)
        {
            return atStart;
        }

        Forget(second);
        return _first < _left.Count ? _left[_first].Activity : 0;
    }

    public Peaks Clone()
    {
        var copy = new Peaks(atStart) { _first = _first, _since = _since };
        copy._left.AddRange(_left);
        return copy;
    }

    private void Forget(long since)
    {
        while (_first < _left.Count && _left[_first].LeftAt < since)
        {
            _first++;
        }

        if (_first > 64 && 2 * _first > _left.Count)
        {
            _left.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
