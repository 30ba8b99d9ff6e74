using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation;

/// <summary>All that a run depends on, checked by whoever made it and trusted from here on. Immutable, shared by all runs made from it.</summary>
public sealed record RunSetup
{
    public required SupplyNetwork Network { get; init; }

    /// <summary>The calendar date and time of the run's second 0.</summary>
    public required DateTime Start { get; init; }

    public required SimDuration Horizon { get; init; }

    public MarketSpec Market { get; init; } = new();

    /// <summary>What happens, in the order in which it is put to work.</summary>
    public IReadOnlyList<IPolicy> Policies { get; init; } = [];

    /// <summary>What the record tells of the policies: of the first ones, one each, in the same order.</summary>
    public IReadOnlyList<ControlRecord> Told { get; init; } = [];

    /// <summary>What is kept as series.</summary>
    public RecordScope Record { get; init; } = RecordScope.All;

    /// <summary>Seed of every random stream of the run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which replication of an ensemble this is; 0 for a single run.</summary>
    public long Replication { get; init; }
}
