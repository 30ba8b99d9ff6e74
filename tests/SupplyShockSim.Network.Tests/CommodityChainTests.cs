using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Network.Tests;

public sealed class CommodityChainTests
{
    /// <summary>Metal into magnets, and lithium into cells; phones use cells.</summary>
    private static readonly NetworkSpec Two = Chain() with
    {
        Commodities = [.. Chain().Commodities, Commodity("lithium"), Commodity("cell")],
        Sites =
        [
            .. Chain().Sites,
            Plant("pit", "AU", Makes("lithium"), 20),
            Plant("works", "JP", Recipe("lithium", 1, "cell"), 20),
            Buyer("phones", "US", "cell", 10),
        ],
        Lanes = [.. Chain().Lanes, Lane("pit", "works", "lithium", 10), Lane("works", "phones", "cell", 10)],
    };

    [Fact]
    public void What_is_made_into_each_other_is_one_chain_and_what_has_nothing_in_common_is_another() =>
        Assert.Equal("cell 0, lithium 0, magnet 1, metal 1", Chains(Two));

    [Fact]
    public void A_user_of_both_makes_one_chain_of_two() => Assert.Equal("cell 0, lithium 0, magnet 0, metal 0", Chains(Two with
    {
        Sites =
        [
            .. Two.Sites.Where(s => s.Demand is null),
            Buyer("cars", "JP", "magnet", 9),
            Buyer("phones", "US", "cell", 10) with { Uses = new Dictionary<string, double> { ["cell"] = 1, ["magnet"] = 0.1 } },
        ],
        Lanes = [.. Two.Lanes.Where(l => l.To != "cars"), Lane("plant", "cars", "magnet", 9), Lane("plant", "phones", "magnet", 1)],
    }));

    private static string Chains(NetworkSpec network)
    {
        var commodities = Runs.Prepare(network, 10, []).Network.Commodities;
        return string.Join(", ", commodities.Id.Zip(commodities.Chain, (id, chain) => $"{id} {chain}"));
    }
}
