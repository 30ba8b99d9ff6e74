namespace SupplyShockSim.Engine.Tests;

/// <summary>The contract of a calendar in its plainest form: a set sorted by (time, phase, sequence).</summary>
internal sealed class ReferenceCalendar
{
    private readonly SortedSet<(long Time, byte Phase, long Sequence, int Id)> _events = [];
    private readonly Dictionary<int, (long Time, byte Phase, long Sequence, int Id)> _byId = [];
    private long _sequence;

    public int Count => _events.Count;

    public void Schedule(long time, byte phase, int id)
    {
        var e = (time, phase, _sequence++, id);
        _events.Add(e);
        _byId.Add(id, e);
    }

    public bool Cancel(int id) => _byId.Remove(id, out var e) && _events.Remove(e);

    public bool Reschedule(int id, long time, byte phase)
    {
        if (!Cancel(id))
        {
            return false;
        }

        Schedule(time, phase, id);
        return true;
    }

    public bool TryGetTime(int id, out long time)
    {
        var pending = _byId.TryGetValue(id, out var e);
        time = e.Time;
        return pending;
    }

    public (long Time, byte Phase, int Id)? Peek() => Count == 0 ? null : (_events.Min.Time, _events.Min.Phase, _events.Min.Id);

    public (long Time, byte Phase, int Id)? Pop()
    {
        var first = Peek();
        if (first is { } e)
        {
            Cancel(e.Id);
        }

        return first;
    }

    public ReferenceCalendar Clone()
    {
        var copy = new ReferenceCalendar { _sequence = _sequence };
        foreach (var e in _events)
        {
            copy._events.Add(e);
        }

        foreach (var (id, e) in _byId)
        {
            copy._byId.Add(id, e);
        }

        return copy;
    }
}
