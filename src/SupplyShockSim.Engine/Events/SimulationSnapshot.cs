namespace SupplyShockSim.Engine;

/// <summary>
/// The state of a simulation without its handler: calendar, clock, counts and trace hash. Together with a copy of the model's own state it
/// lets a run be forked: each branch continues exactly as the run would have.
/// </summary>
public sealed class SimulationSnapshot<TEvent> where TEvent : unmanaged
{
    internal SimulationSnapshot(CalendarSnapshot<TEvent> calendar, long eventCount, long eventsThisInstant, ulong traceHash)
    {
        Calendar = calendar;
        EventCount = eventCount;
        EventsThisInstant = eventsThisInstant;
        TraceHash = traceHash;
    }

    /// <summary>The pending events.</summary>
    public CalendarSnapshot<TEvent> Calendar { get; }

    /// <summary>The clock.</summary>
    public SimTime Now => Calendar.Now;

    /// <summary>The number of events run so far.</summary>
    public long EventCount { get; }

    /// <summary>The running hash of those events.</summary>
    public ulong TraceHash { get; }

    internal long EventsThisInstant { get; }
}
