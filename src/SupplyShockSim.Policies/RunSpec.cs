using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <summary>All that a run depends on, as written and bound, not yet checked against itself.</summary>
public sealed record RunSpec
{
    public required NetworkSpec Network { get; init; }

    /// <summary>The calendar date and time of the run's second 0.</summary>
    public required DateTime Start { get; init; }

    public required SimDuration Horizon { get; init; }

    public MarketSpec Market { get; init; } = new();

    /// <summary>What happens to the network.</summary>
    public IReadOnlyList<ControlSpec> Shocks { get; init; } = [];

    /// <summary>What is done about it.</summary>
    public IReadOnlyList<AnswerSpec> Responses { get; init; } = [];

    /// <summary>What is kept as series.</summary>
    public RecordScope Record { get; init; } = RecordScope.All;

    /// <summary>Seed of every random stream of the run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which replication of an ensemble this is; 0 for a single run.</summary>
    public long Replication { get; init; }
}
