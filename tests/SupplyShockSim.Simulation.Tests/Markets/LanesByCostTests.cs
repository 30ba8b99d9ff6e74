using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Rules.Markets.Allocation;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>Buyers walk their lanes in order of landed cost, which tariffs change and forks share.</summary>
public sealed class LanesByCostTests
{
    /// <summary>
    /// China's mine is lost from day 10. Three gold mines could serve the cars alone, at 300 (AU), 100 (KR) and 200 USD/t (US); KR pays 150 USD/t more from
    /// day 20 to 40.
    /// </summary>
    private static PreparedRun Prepared()
    {
        var gold = new TechnologyRef(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["gold"] = 1, ["metal"] = 10 } });
        string[] makers = ["au", "kr", "us"];
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("gold")],
            Sites = [Plant("lost", "CN", Makes("metal"), 10), .. makers.Select(m => Plant(m, m.ToUpperInvariant(), gold, 1)), Buyer("cars", "JP", "metal", 10),
                Buyer("rings", "DE", "gold", 3)],
            Lanes =
            [
                Lane("lost", "cars", "metal", 10, 1), Lane("au", "cars", "metal", 0, 1, cost: 300), Lane("kr", "cars", "metal", 0, 1, cost: 100),
                    Lane("us", "cars", "metal", 0, 1, cost: 200),
                .. makers.Select(m => Lane(m, "rings", "gold", 1, 1)),
            ],
        };
        return Runs.Prepare(
            network, 60,
            [new ExportBan { By = ["CN"], From = Day(10) },
            new Tariff { By = ["KR"], Of = ["metal"], Rate = new TariffRate(0, 150), From = Day(20), Until = Day(40) }]);
    }

    [Fact]
    public void The_order_follows_the_landed_cost_through_a_tariff()
    {
        var simulation = Prepared().Open();
        var network = simulation.Model.State.Network;
        Assert.Equal(["lost", "kr", "us", "au"], OrderOn(10));
        Assert.Equal(["lost", "us", "kr", "au"], OrderOn(20)); // 0, 200, 250, 300
        Assert.Equal(["lost", "kr", "us", "au"], OrderOn(40));

        string[] OrderOn(double day)
        {
            simulation.RunUntil(SimTime.FromDays(day));
            var lanes = new LanesByCost(simulation.Model.State);
            simulation.Model.Attention.Clearings.CostChanged(network.Stock("cars:metal:in")); // sorts for this list of its own
            var order = lanes.Of(network.Stock("cars:metal:in")).ToArray().Select(l => network.Sites.Id[network.Lanes.From[l]]).ToArray();
            simulation.Model.Attention.Clearings.CostChanged(network.Stock("cars:metal:in"));
            return order;
        }
    }

    [Fact]
    public void Lanes_of_equal_cost_stand_in_the_order_of_the_network()
    {
        var simulation = Prepared().Open();
        var buyer = simulation.Model.State.Network.Stock("rings:gold:in");
        Assert.Equal(simulation.Model.State.Network.Stocks.Lanes(buyer).ToArray(), new LanesByCost(simulation.Model.State).Of(buyer).ToArray());
    }

    [Fact]
    public void A_run_buys_from_the_cheapest_throughout()
    {
        var run = Prepared().Run();
        foreach (var (day, maker) in new[] { (15, "kr"), (30, "us"), (50, "kr") })
        {
            Assert.Equal(10, run.DispatchAt($"{maker}>cars:metal", day), 9);
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(50)]
    public void A_fork_during_a_shortage_takes_the_order_along_and_sorts_its_own(double day)
    {
        var prepared = Prepared();
        var whole = prepared.Run();
        var original = prepared.Open();
        original.RunUntil(SimTime.FromDays(day));

        // The fork goes to the end first, through all changes of the order; the original still has its own.
        var fork = original.Fork().Finish();
        Assert.Equal((whole.TraceHash, whole.Events), (fork.TraceHash, fork.Events));
        var rest = original.Finish();
        Assert.Equal((whole.TraceHash, whole.Events), (rest.TraceHash, rest.Events));
    }
}
