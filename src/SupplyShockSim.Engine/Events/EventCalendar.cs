using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// The pending events, in the total order (time, phase, sequence): earlier first, then lower phase, then first scheduled first.
/// The order holds whatever the number of events and through cancelling, moving, growth, snapshots and restores.
/// </summary>
/// <remarks>
/// A hierarchical timing wheel over the key (time, phase), see <c>EventCalendar.Wheel.cs</c>. Scheduling, cancelling and moving cost O(1);
/// popping costs amortised O(1), at most seven moves of an event from a coarse wheel to a finer one in its whole life. Nothing is allocated
/// except when the number of pending events exceeds any before. One calendar belongs to one thread at a time.
/// </remarks>
/// <typeparam name="TEvent">A small unmanaged struct, copied in and out.</typeparam>
public sealed partial class EventCalendar<TEvent> where TEvent : unmanaged
{
    /// <summary>The last instant at which an event can be scheduled: 2^55 - 1 seconds, more than a thousand million years.</summary>
    public static SimTime LastSchedulable => new((1L << (63 - DigitBits)) - 1);

    private long _now;

    /// <param name="capacity">Room for this many pending events before the calendar has to grow.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public EventCalendar(int capacity = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _nodes = new Node[checked(Buckets + capacity)];
        for (var b = 0; b < Buckets; b++) Empty(b);
    }

    /// <summary>The number of pending events.</summary>
    public int Count { get; private set; }

    /// <summary>The time of the event popped last, or what the simulation has moved the clock to. Nothing can be scheduled before it.</summary>
    public SimTime Now => new(_now);

    /// <summary>Adds an event behind those already scheduled for the same time and phase.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before <see cref="Now"/> or after <see cref="LastSchedulable"/>.</exception>
    public EventHandle Schedule(SimTime time, Phase phase, in TEvent e)
    {
        var key = KeyOf(time, phase);
        var slot = TakeSlot();
        ref var node = ref _nodes[slot];
        node.Key = key;
        node.Event = e;
        var generation = ++node.Generation;
        Append(slot);
        Count++;
        return new EventHandle(slot, generation);
    }

    /// <summary>Removes an event.</summary>
    /// <returns>False if the handle is stale; nothing has changed then.</returns>
    public bool Cancel(EventHandle h)
    {
        if (!IsPending(h)) return false;
        Unlink(h.Slot);
        Release(h.Slot);
        return true;
    }

    /// <summary>Moves an event to the end of the queue of another (or the same) time and phase. The handle stays valid.</summary>
    /// <returns>False if the handle is stale; nothing has changed then.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before <see cref="Now"/> or after <see cref="LastSchedulable"/>.</exception>
    public bool Reschedule(EventHandle h, SimTime time, Phase phase)
    {
        if (!IsPending(h)) return false;
        var key = KeyOf(time, phase);
        Unlink(h.Slot);
        _nodes[h.Slot].Key = key;
        Append(h.Slot);
        return true;
    }

    /// <summary>Whether the event has neither run nor been cancelled.</summary>
    public bool IsPending(EventHandle h) =>
        (uint)h.Slot < (uint)_used && _nodes[h.Slot].Generation == h.Generation && _nodes[h.Slot].IsOccupied;

    /// <summary>When the event is due.</summary>
    /// <returns>False if the handle is stale.</returns>
    public bool TryGetTime(EventHandle h, out SimTime time)
    {
        var pending = IsPending(h);
        time = pending ? TimeOf(_nodes[h.Slot].Key) : default;
        return pending;
    }

    /// <summary>The time and phase of the next event, which stays in the calendar.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryPeek(out SimTime time, out Phase phase)
    {
        var found = TryFindLowestKey(out var key);
        time = TimeOf(key);
        phase = PhaseOf(key);
        return found;
    }

    /// <summary>Takes the next event out and moves the clock to its time.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryPop(out SimTime time, out Phase phase, out TEvent e) => TryPop(LastSchedulable, out time, out phase, out e);

    /// <summary>As <see cref="TryPop(out SimTime, out Phase, out TEvent)"/>, but only an event at or before <paramref name="limit"/>, which is not before <see cref="Now"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPop(SimTime limit, out SimTime time, out Phase phase, out TEvent e)
    {
        var slot = TakeLowest(limit.Seconds);
        if (slot < 0)
        {
            time = default;
            phase = default;
            e = default;
            return false;
        }

        ref var node = ref _nodes[slot];
        time = TimeOf(node.Key);
        phase = PhaseOf(node.Key);
        e = node.Event;
        _now = time.Seconds;
        Release(slot);
        return true;
    }

    /// <summary>Moves the clock on without an event; no pending event may lie before <paramref name="time"/>.</summary>
    internal void AdvanceClock(SimTime time) => _now = time.Seconds;

    /// <summary>Removes all events and sets the clock back to zero. All handles go stale.</summary>
    public void Clear()
    {
        for (var slot = Buckets; slot < _used; slot++)
        {
            if (!_nodes[slot].IsOccupied) continue;
            Unlink(slot);
            Release(slot);
        }

        _base = 0;
        _now = 0;
    }

    /// <summary>A deep copy: what happens to the calendar later does not change it.</summary>
    public CalendarSnapshot<TEvent> Snapshot()
    {
        var copy = new EventCalendar<TEvent>(_used - Buckets);
        copy.CopyFrom(this);
        return new CalendarSnapshot<TEvent>(copy);
    }

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
        if (_nodes.Length < other._used) _nodes = new Node[other._used];
        Array.Copy(other._nodes, _nodes, other._used);
        // Slots beyond are taken afresh, as they were when the copy was made.
        Array.Clear(_nodes, other._used, Math.Max(0, Math.Min(_used, _nodes.Length) - other._used));
        Array.Copy(other._filled, _filled, _filled.Length);
        Array.Copy(other._loose, _loose, _loose.Length);
        _filledWords = other._filledWords;
        _base = other._base;
        _used = other._used;
        _free = other._free;
        _now = other._now;
        Count = other.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long KeyOf(SimTime time, Phase phase)
    {
        if (time.Seconds < _now || time > LastSchedulable) ThrowBadTime(time);
        return (time.Seconds << DigitBits) | phase.Value;
    }

    private static SimTime TimeOf(long key) => new(key >> DigitBits);

    private static Phase PhaseOf(long key) => new((byte)(key & (Phase.Count - 1)));

    [DoesNotReturn]
    private void ThrowBadTime(SimTime time) => throw new ArgumentOutOfRangeException(
        nameof(time),
        time,
        time.Seconds < _now
            ? $"An event cannot be scheduled in the past: the clock stands at {Now}."
            : $"An event cannot be scheduled after {LastSchedulable}; an event that never happens is not scheduled at all.");
}
