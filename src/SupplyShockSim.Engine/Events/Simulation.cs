using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// Runs a calendar through a handler: takes the next event, moves the clock to it, adds it to the trace hash, hands it over. The clock
/// never goes back. A simulation and all it touches belong to one thread at a time.
/// </summary>
/// <remarks>
/// Nothing here draws random numbers or reads a clock: equal calendars and handlers give equal runs and equal trace hashes.
/// An exception thrown by the handler leaves the simulation just behind the event that caused it.
/// </remarks>
/// <typeparam name="TEvent">The event.</typeparam>
/// <typeparam name="THandler">The model; a struct, so that the loop is compiled for it.</typeparam>
public sealed class Simulation<TEvent, THandler>
    where TEvent : unmanaged
    where THandler : struct, IEventHandler<TEvent>
{
    private const long CancellationInterval = 1024;

    private THandler _handler;
    private long _eventsThisInstant;

    /// <summary>A simulation of its own calendar, at time zero.</summary>
    /// <param name="handler">The model.</param>
    /// <param name="capacity">How many events may be pending before the calendar takes more memory.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public Simulation(THandler handler, int capacity = 16)
    {
        Calendar = new EventCalendar<TEvent>(capacity);
        _handler = handler;
    }

    /// <summary>For whoever sets the run up; a handler is handed it.</summary>
    public Scheduler<TEvent> Scheduler => Calendar.Scheduler;

    /// <summary>How many events are pending.</summary>
    internal int PendingCount => Calendar.Count;

    /// <summary>The pending events.</summary>
    internal EventCalendar<TEvent> Calendar { get; }

    /// <summary>The model, by reference: it is a struct and lives here.</summary>
    public ref THandler Handler => ref _handler;

    /// <summary>The time of the last event, or the end of the last <see cref="RunUntil"/>.</summary>
    public SimTime Now => Calendar.Now;

    /// <summary>The number of events run so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>A running 64-bit hash of (time, phase, event) of every event run so far: the fingerprint of the run.</summary>
    public ulong TraceHash { get; private set; } = TraceHash<TEvent>.Start;

    /// <summary>How many events may share one instant before the run is taken for one that does not advance.</summary>
    public long MaxEventsPerInstant { get; set; } = 100_000_000;

    /// <summary>Runs the next event, for tests that look between two.</summary>
    /// <returns>False if there is none.</returns>
    internal bool Step() => TryRunNext(EventCalendar<TEvent>.LastSchedulable);

    /// <summary>Runs all events up to and including <paramref name="end"/>; the clock stands at <paramref name="end"/> afterwards.</summary>
    /// <param name="end">The last instant to run; not before <see cref="Now"/>.</param>
    /// <param name="ct">Looked at before the first event and then every 1024 events.</param>
    /// <returns>The number of events run.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <see cref="Now"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. The clock stands at the last event run; the run can be continued.</exception>
    /// <exception cref="InvalidOperationException">An instant has more than <see cref="MaxEventsPerInstant"/> events.</exception>
    public long RunUntil(SimTime end, CancellationToken ct = default)
    {
        if (end < Now)
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, $"The clock already stands at {Now} and does not go back.");
        }

        var before = EventCount;
        do
        {
            ct.ThrowIfCancellationRequested();
        }
        while (RunBatch(end));
        Calendar.AdvanceClock(end);
        return EventCount - before;
    }

    /// <summary>A deep copy of everything but the handler, whose own state the model copies.</summary>
    public SimulationSnapshot<TEvent> Snapshot() => new(Calendar.Snapshot(), EventCount, _eventsThisInstant, TraceHash);

    /// <summary>Sets everything but the handler back to the snapshot. See <see cref="EventCalendar{TEvent}.Restore"/> about handles.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public void Restore(SimulationSnapshot<TEvent> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Calendar.Restore(snapshot.Calendar);
        EventCount = snapshot.EventCount;
        _eventsThisInstant = snapshot.EventsThisInstant;
        TraceHash = snapshot.TraceHash;
    }

    private bool RunBatch(SimTime end)
    {
        for (var i = 0; i < CancellationInterval; i++)
        {
            if (!TryRunNext(end))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryRunNext(SimTime limit)
    {
        var before = Now;
        if (!Calendar.HasPresent && !Calendar.TryAdvance(limit))
        {
            return false;
        }

        var time = Calendar.Present;
        ref readonly var taken = ref Calendar.TakePresent(out var phase);
        if (time != before)
        {
            _eventsThisInstant = 0;
        }

        if (++_eventsThisInstant > MaxEventsPerInstant)
        {
            ThrowStandstill();
        }

        EventCount++;
        // From where it lies: a variable whose address is taken is not kept in registers.
        TraceHash = TraceHash<TEvent>.Add(TraceHash, time, phase, in taken);
        var e = taken;
        _handler.Handle(Scheduler, time, phase, in e);
        return true;
    }

    [DoesNotReturn]
    private void ThrowStandstill() => throw new InvalidOperationException(
        $"The run does not advance: more than {MaxEventsPerInstant} events at {Now}. Events keep scheduling others for the same instant.");
}
