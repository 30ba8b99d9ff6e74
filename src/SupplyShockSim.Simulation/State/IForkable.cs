namespace SupplyShockSim.Simulation.State;

/// <summary>A part of a run's state.</summary>
internal interface IForkable
{
    /// <summary>A deep copy that goes its own way.</summary>
    IForkable Fork();
}
