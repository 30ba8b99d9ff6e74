namespace SupplyShockSim.Engine;

/// <summary>
/// What a model may do with the calendar of its simulation: schedule, cancel and move events. A handler is handed it with each event, so that it cannot work on
/// another simulation's calendar; whoever sets a run up takes it from <see cref="Simulation{TEvent, THandler}.Scheduler"/>.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public readonly struct Scheduler<TEvent>
    where TEvent : unmanaged
{
    private readonly EventCalendar<TEvent> _calendar;

    internal Scheduler(EventCalendar<TEvent> calendar) => _calendar = calendar;

    /// <inheritdoc cref="EventCalendar{TEvent}.Now"/>
    public SimTime Now => _calendar.Now;

    /// <inheritdoc cref="EventCalendar{TEvent}.Schedule"/>
    public EventHandle Schedule(SimTime time, Phase phase, in TEvent e) => _calendar.Schedule(time, phase, in e);

    /// <inheritdoc cref="EventCalendar{TEvent}.Cancel"/>
    public bool Cancel(EventHandle h) => _calendar.Cancel(h);

    /// <inheritdoc cref="EventCalendar{TEvent}.Reschedule"/>
    public bool Reschedule(EventHandle h, SimTime time, Phase phase) => _calendar.Reschedule(h, time, phase);

    /// <inheritdoc cref="EventCalendar{TEvent}.IsPending"/>
    public bool IsPending(EventHandle h) => _calendar.IsPending(h);
}
