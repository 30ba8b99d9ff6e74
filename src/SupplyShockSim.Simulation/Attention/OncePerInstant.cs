using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>An event that the first mark of an instant schedules, and that is pending at most once.</summary>
internal sealed class OncePerInstant(EventKind kind, Phase phase) : IForkable
{
    private bool _isScheduled;

    public void Schedule(Clock clock, long now)
    {
        if (!_isScheduled)
        {
            _isScheduled = true;
            clock.Scheduler.Schedule(SimTime.FromSeconds(now), phase, new SupplyEvent(kind, 0));
        }
    }

    /// <summary>The event is being handled: the next mark schedules another.</summary>
    public void Begin() => _isScheduled = false;

    public IForkable Fork() => _isScheduled ? throw InstantMarks.Breach() : new OncePerInstant(kind, phase);
}
