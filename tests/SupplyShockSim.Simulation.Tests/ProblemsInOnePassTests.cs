using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>Faults of the network and of the shocks are told together, and no fault brings false ones with it.</summary>
public sealed class ProblemsInOnePassTests
{
    [Fact]
    public void A_faulty_site_does_not_hide_what_is_wrong_with_a_shock()
    {
        var network = Chain();
        network = network with { Sites = [network.Sites[0] with { Country = "Austrlia" }, .. network.Sites.Skip(1)] };
        Assert.Equal(["SS308", "SS404", "SS410"], Codes(network,
            new ExportBan { By = ["Chna"], From = Day(10) },
            new Outage { At = ["mine"], From = Day(-3) }));
    }

    [Fact]
    public void An_unbalanced_network_does_not_hide_what_is_wrong_with_a_shock()
    {
        var network = Chain();
        network = network with { Lanes = [Lane("mine", "plant", "metal", 13, 20), network.Lanes[1]] };
        Assert.Equal(["SS330", "SS405"], Codes(network, new ExportBan { Of = ["magnt"] }));
    }

    private static string[] Codes(Network.NetworkSpec network, params ControlSpec[] shocks)
    {
        var problems = new List<Problem>();
        Assert.Null(PreparedRun.Prepare(new RunSpec { Network = network, Start = Runs.Start, Horizon = Days(100), Shocks = shocks }, problems));
        return [.. problems.Select(p => p.Code).Order(StringComparer.Ordinal)];
    }
}
