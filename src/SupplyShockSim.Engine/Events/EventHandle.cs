namespace SupplyShockSim.Engine;

/// <summary>
/// Names one scheduled event, so that it can be cancelled or moved. The default value names no event. A handle goes stale
/// when its event runs or is cancelled; a stale handle is never obeyed, even when its slot holds another event by then.
/// </summary>
/// <param name="Slot">Where the calendar keeps the event.</param>
/// <param name="Generation">Which of the events that ever lay in that slot is meant; 0 is never valid.</param>
public readonly record struct EventHandle(int Slot, int Generation);
