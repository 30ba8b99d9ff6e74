using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>The calendar of the run, as the event under way was handed it.</summary>
internal sealed class Clock
{
    /// <summary>Schedules, moves and cancels events of this run.</summary>
    public Scheduler<SupplyEvent> Scheduler { get; set; }
}
