namespace SupplyShockSim.Engine;

/// <summary>What happens at an event. Implemented by a struct, so that the simulation loop is compiled for it without a virtual call.</summary>
/// <typeparam name="TEvent">A small unmanaged struct: what happens, and to whom.</typeparam>
public interface IEventHandler<TEvent> where TEvent : unmanaged
{
    /// <summary>Called once per event, in the order (time, phase, sequence). May schedule at <paramref name="now"/> or later, cancel and move.</summary>
    /// <param name="scheduler">The calendar of the simulation that hands the event over.</param>
    /// <param name="now">The time of the event.</param>
    /// <param name="phase">Its phase.</param>
    /// <param name="e">The event.</param>
    void Handle(Scheduler<TEvent> scheduler, SimTime now, Phase phase, in TEvent e);
}
