using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies;

/// <summary>What a policy does beside its subjects while it is in force. It has no state of its own: forks share it.</summary>
public interface IBeside
{
    /// <summary>The policy comes into force.</summary>
    void Begin(PolicyBench bench, long now, int cause);

    /// <summary>It is suspended, or ends.</summary>
    void End(PolicyBench bench, long now, int cause);
}
