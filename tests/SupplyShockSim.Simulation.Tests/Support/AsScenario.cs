using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>A case as a scenario file, to be pasted into one and run.</summary>
internal static class AsScenario
{
    public static string Of(RandomCase @case) => ResolvedWriter.Write(
        new ScenarioSpec
        {
            Schema = ScenarioSpec.Format,
            Title = "A random case that failed",
            Network = new NetworkRef { Spec = @case.Network },
            Start = Runs.Start,
            Seed = @case.Seed,
            Market = @case.Market,
            Shocks = @case.Shocks,
        },
        Nets.Days(RandomCase.HorizonDays),
        Kinds.Under(PolicyCatalog.Default));
}
