using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.State;
using How = SupplyShockSim.Simulation.Markets.Allocation;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>The one list of allocations: what a scenario names, and what does it.</summary>
internal static class AllocationCatalog
{
    public static IReadOnlyDictionary<How, Func<RunState, Rationer, IAllocation>> All { get; } = new Dictionary<How, Func<RunState, Rationer, IAllocation>>
    {
        [How.Market] = static (state, rationer) => new SpotMarket(state, rationer),
        [How.Coordinated] = static (state, rationer) => new CoordinatedMarket(new SpotMarket(state, rationer), new Matcher(state)),
    };
}
