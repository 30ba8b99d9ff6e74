using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// The pending events, in the total order (time, phase, sequence): earlier first, then lower phase, then first scheduled first.
/// The order holds whatever the number of events and through cancelling, moving, growth, snapshots and restores.
/// </summary>
/// <remarks>
/// A hierarchical timing wheel over the time with a list for each phase, see <c>EventCalendar.Wheel.cs</c>. Scheduling, cancelling and moving
/// cost O(1); popping costs amortised O(1), at most six moves of an event from a coarse wheel to a finer one in its whole life, and none at all for
/// an event whose neighbours in time are far or exactly simultaneous. Peeking may look through as many events as the next pop would have to move.
/// Nothing is allocated except when the number of pending events exceeds any before; an empty calendar takes a quarter of a megabyte.
/// <para>A <see cref="Simulation{TEvent, THandler}"/> has a calendar of its own. Alone, a calendar is a priority queue with handles for whoever has
/// a loop of their own: <see cref="TryPeek"/>, <see cref="TryPop"/>, <see cref="Clear"/> and the snapshots are for that.</para>
/// One calendar belongs to one thread at a time; two at once would not be noticed, and could spoil the memory.
/// </remarks>
/// <typeparam name="TEvent">A small unmanaged struct, copied in and out.</typeparam>
public sealed partial class EventCalendar<TEvent> where TEvent : unmanaged
{
    /// <summary>The last instant at which an event can be scheduled: 2^55 - 1 seconds, more than a thousand million years.</summary>
    public static SimTime LastSchedulable => new((1L << 55) - 1);

    private long _now;

    /// <param name="capacity">Room for this many pending events, and at least 512, before the calendar has to grow.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public EventCalendar(int capacity = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _arena = new long[FirstSlot + (Math.Max(capacity, FewestSlots) * (long)SlotWords)];
        _isLarge = IsLarge(_arena);
        LayAnchors(ref Arena);
    }

    /// <summary>What whoever only schedules needs of this calendar.</summary>
    public Scheduler<TEvent> Scheduler => new(this);

    /// <summary>The number of pending events.</summary>
    public int Count { get; private set; }

    /// <summary>The time of the event popped last, or what the simulation has moved the clock to. Nothing can be scheduled before it.</summary>
    public SimTime Now => new(_now);

    /// <summary>Adds an event behind those already scheduled for the same time and phase.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before <see cref="Now"/> or after <see cref="LastSchedulable"/>.</exception>
    public EventHandle Schedule(SimTime time, Phase phase, in TEvent e)
    {
        CheckTime(time);
        ref var arena = ref Arena;
        nuint place = _free;
        if (place != 0)
        {
            _free = LinkAt(ref arena, place).Next;
        }
        else
        {
            place = TakeFreshSlot();
            arena = ref Arena;
        }

        ref var node = ref NodeAt(ref arena, place);
        node.Seconds = time.Seconds;
        node.Event = e;
        var generation = ++node.Generation;
        Insert(ref arena, place, time.Seconds, phase.Value);
        Count++;
        return new EventHandle((int)place, generation);
    }

    /// <summary>Removes an event.</summary>
    /// <returns>False if the handle is stale; nothing has changed then.</returns>
    public bool Cancel(EventHandle h)
    {
        if (!IsPending(h))
        {
            return false;
        }

        Unlink((uint)h.Slot);
        Release(ref Arena, (uint)h.Slot);
        return true;
    }

    /// <summary>Moves an event to the end of the queue of another (or the same) time and phase. The handle stays valid.</summary>
    /// <returns>False if the handle is stale; nothing has changed then.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before <see cref="Now"/> or after <see cref="LastSchedulable"/>.</exception>
    public bool Reschedule(EventHandle h, SimTime time, Phase phase)
    {
        if (!IsPending(h))
        {
            return false;
        }

        CheckTime(time);
        Unlink((uint)h.Slot);
        ref var arena = ref Arena;
        NodeAt(ref arena, (uint)h.Slot).Seconds = time.Seconds;
        Insert(ref arena, (uint)h.Slot, time.Seconds, phase.Value);
        return true;
    }

    /// <summary>Whether the event has neither run nor been cancelled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsPending(EventHandle h)
    {
        var offset = (uint)h.Slot - FirstSlot;
        if (offset >= _used - FirstSlot || offset % SlotWords != 0)
        {
            return false;
        }

        ref var node = ref NodeAt(ref Arena, (uint)h.Slot);
        return node.Generation == h.Generation && node.IsOccupied;
    }

    /// <summary>When the event is due.</summary>
    /// <returns>False if the handle is stale.</returns>
    internal bool TryGetTime(EventHandle h, out SimTime time)
    {
        var pending = IsPending(h);
        time = pending ? new SimTime(NodeAt(ref Arena, (uint)h.Slot).Seconds) : default;
        return pending;
    }

    /// <summary>Takes the next event out and moves the clock to its time.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryPop(out SimTime time, out Phase phase, out TEvent e)
    {
        if (!HasPresent && !TryAdvance(LastSchedulable))
        {
            time = default;
            phase = default;
            e = default;
            return false;
        }

        time = Present;
        e = TakePresent(out phase);
        return true;
    }

    /// <summary>Whether an event is due at the instant of the event popped last.</summary>
    internal bool HasPresent => _presentPhases != 0;

    /// <summary>That instant.</summary>
    internal SimTime Present => new(_present);

    /// <summary>
    /// Without such an event: moves the clock to the next instant that has one, unless it is after <paramref name="limit"/>, which is not before
    /// <see cref="Now"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdvance(SimTime limit) => Advance(limit.Seconds);

    /// <summary>With such an event: takes the next one out. It has to be copied before anything else is done to the calendar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly TEvent TakePresent(out Phase phase)
    {
        ref var arena = ref Arena;
        var phases = _presentPhases;
        var place = TakeFirst(ref arena, _presentAnchor, ref phases, out var p);
        _presentPhases = phases;
        phase = Phase.Unchecked(p);
        Release(ref arena, place);
        return ref NodeAt(ref arena, place).Event;
    }

    /// <summary>Moves the clock on without an event; no pending event may lie before <paramref name="time"/>.</summary>
    internal void AdvanceClock(SimTime time) => _now = time.Seconds;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckTime(SimTime time)
    {
        if (time.Seconds < _now || time > LastSchedulable)
        {
            ThrowBadTime(time);
        }
    }

    [DoesNotReturn]
    private void ThrowBadTime(SimTime time) => throw new ArgumentOutOfRangeException(
        nameof(time),
        time,
        time.Seconds < _now
            ? $"An event cannot be scheduled in the past: the clock stands at {Now}."
            : $"An event cannot be scheduled after {LastSchedulable}; an event that never happens is not scheduled at all.");
}
