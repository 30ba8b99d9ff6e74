namespace SupplyShockSim.Engine;

/// <summary>Emptied, copied and set back as a whole.</summary>
public sealed partial class EventCalendar<TEvent>
{
    private EventCalendar(EventCalendar<TEvent> other)
    {
        _arena = [];
        CopyFrom(other);
    }

    /// <summary>Removes all events and sets the clock back to zero. All handles go stale.</summary>
    public void Clear()
    {
        ref var arena = ref Arena;
        for (var place = FirstSlot; place < _used; place += SlotWords)
        {
            if (!NodeAt(ref arena, place).IsOccupied)
            {
                continue;
            }

            Unlink(place);
            Release(ref arena, place);
        }

        _present = 0;
        _presentAnchor = AnchorOf(0, 0);
        _now = 0;
    }

    /// <summary>A deep copy: what happens to the calendar later does not change it.</summary>
    public CalendarSnapshot<TEvent> Snapshot() => new(new EventCalendar<TEvent>(this));

    /// <summary>
    /// Sets the calendar, its clock and its handles back to the snapshot. Handles given out since then belong to a future that is no
    /// longer going to happen, and must be forgotten with it: their slots and generations are given out again, to other events.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public void Restore(CalendarSnapshot<TEvent> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        CopyFrom(snapshot.Copy);
    }

    private void CopyFrom(EventCalendar<TEvent> other)
    {
        var used = (int)other._used;
        if (_arena.Length < used)
        {
            _arena = new long[used];
        }

        Array.Copy(other._arena, _arena, used);
        // Slots beyond are taken afresh, as they were when the copy was made.
        Array.Clear(_arena, used, Math.Max(0, Math.Min((int)_used, _arena.Length) - used));
        _isLarge = IsLarge(_arena);
        _markedWords = other._markedWords;
        _present = other._present;
        _presentAnchor = other._presentAnchor;
        _presentPhases = other._presentPhases;
        _used = other._used;
        _free = other._free;
        _now = other._now;
        Count = other.Count;
    }
}
