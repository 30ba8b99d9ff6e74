namespace SupplyShockSim.Engine;

/// <summary>
/// A deep copy of a calendar, independent of it from then on. It may be restored any number of times, into any calendar
/// of the same event type. Handles that were valid when it was taken are valid after each restore.
/// </summary>
public sealed class CalendarSnapshot<TEvent> where TEvent : unmanaged
{
    internal CalendarSnapshot(EventCalendar<TEvent> copy) => Copy = copy;

    /// <summary>The number of pending events.</summary>
    public int Count => Copy.Count;

    /// <summary>The clock when the snapshot was taken.</summary>
    public SimTime Now => Copy.Now;

    internal EventCalendar<TEvent> Copy { get; }
}
