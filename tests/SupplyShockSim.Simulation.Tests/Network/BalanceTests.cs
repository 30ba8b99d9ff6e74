using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>The balance of the baseline: strict, scaled or only reported.</summary>
public sealed class BalanceTests
{
    /// <summary>Mine > plant (1.4 t of metal, 0.4 t of scrap) > cars, with the flows given.</summary>
    private static NetworkSpec Flows(double metal, double magnet, double scrap = 4, BalanceRule balance = BalanceRule.Strict, double capacity = 20, double? demand = null) => new()
    {
        Balance = balance,
        Commodities = [Commodity("metal"), Commodity("magnet"), Commodity("scrap")],
        Sites =
        [
            Plant("mine", "AU", Makes("metal"), 40),
            Plant("plant", "CN", new TechnologyRef(null, new TechnologySpec
            {
                Inputs = new Dictionary<string, double> { ["metal"] = 1.4 },
                Outputs = new Dictionary<string, double> { ["magnet"] = 1, ["scrap"] = 0.4 },
            }), capacity),
            Buyer("cars", "JP", "magnet", demand ?? 10), Buyer("smelter", "DE", "scrap", scrap),
        ],
        Lanes = [Lane("mine", "plant", "metal", metal, 3), Lane("plant", "cars", "magnet", magnet, 2), Lane("plant", "smelter", "scrap", scrap, 2)],
    };

    private static (SupplyNetwork? Network, List<Problem> Problems) Build(NetworkSpec spec)
    {
        var problems = new List<Problem>();
        return (NetworkBuilder.Build(spec, Runs.Start, "network", problems), problems);
    }

    [Fact]
    public void Strict_names_the_site_the_commodity_and_both_sums()
    {
        // 13 t/d arrive = 4745 t/yr; 1.4 x 10 = 14 t/d are needed = 5110 t/yr.
        var (_, problems) = Build(Flows(13, 10));
        Assert.Null(PreparedRun.Prepare(new RunSpec { Network = Flows(13, 10), Start = Runs.Start, Horizon = Nets.Days(10) }, []));
        var problem = Assert.Single(problems);
        Assert.Equal(("SS330", "network.sites[1]", ProblemSeverity.Error), (problem.Code, problem.Path, problem.Severity));
        Assert.Contains("'plant'", problem.Message);
        Assert.Contains("'metal'", problem.Message);
        Assert.Contains("4745 t/yr", problem.Message);
        Assert.Contains("5110 t/yr", problem.Message);
        Assert.Contains("balance: scale", problem.Hint);
    }

    [Fact]
    public void A_consumer_that_gets_more_than_it_wants_does_not_balance() =>
        Assert.Contains(Build(Flows(14, 10, demand: 9)).Problems, p => p.Code == "SS330" && p.Path == "network.sites[2]" && p.Message.Contains("'cars'"));

    [Fact]
    public void A_by_product_may_not_leave_faster_than_it_is_made()
    {
        // 0.4 x 10 = 4 t/d are made.
        var problem = Assert.Single(Build(Flows(14, 10, scrap: 5)).Problems);
        Assert.Equal(("SS331", "network.sites[1]"), (problem.Code, problem.Path));
        Assert.Contains("1825 t/yr", problem.Message);
        Assert.Contains("1460 t/yr", problem.Message);
        Assert.Empty(Build(Flows(14, 10, scrap: 1)).Problems);
    }

    [Theory]
    [InlineData(BalanceRule.Strict)]
    [InlineData(BalanceRule.Report)]
    public void Capacity_below_the_flow_is_always_an_error(BalanceRule rule)
    {
        var problem = Assert.Single(Build(Flows(14, 10, balance: rule, capacity: 9)).Problems);
        Assert.Equal(("SS332", "network.sites[1].capacity", ProblemSeverity.Error), (problem.Code, problem.Path, problem.Severity));
    }

    [Fact]
    public void Flows_from_a_site_that_is_not_open_are_an_error()
    {
        var spec = Flows(14, 10);
        var problem = Assert.Single(Build(spec with { Sites = [spec.Sites[0] with { Opens = Day(5) }, .. spec.Sites.Skip(1)] }).Problems);
        Assert.Equal(("SS333", "network.sites[0].opens"), (problem.Code, problem.Path));
    }

    [Fact]
    public void Scale_keeps_the_demand_and_travels_upstream()
    {
        // Demand 20 for a flow of 10: the magnet flow doubles to 20, the metal becomes 1.4 x 20 = 28; scrap keeps its consumer's demand.
        var (network, problems) = Build(Flows(13, 10, balance: BalanceRule.Scale, demand: 20));
        Assert.Empty(problems);
        Assert.Equal(20, network!.Lanes.FlowPerDay[network.Lane("plant>cars:magnet")], 1e-9);
        Assert.Equal(28, network.Lanes.FlowPerDay[network.Lane("mine>plant:metal")], 1e-9);
        Assert.Equal(4, network.Lanes.FlowPerDay[network.Lane("plant>smelter:scrap")], 1e-9);
        Assert.Equal(2, Runs.Run(Flows(13, 10, balance: BalanceRule.Scale, demand: 20), 100).Events);
    }

    [Fact]
    public void What_no_scaling_can_mend_stays_an_error()
    {
        // No magnet at all arrives: nothing to scale.
        Assert.Contains(Build(Flows(0, 0, scrap: 0, balance: BalanceRule.Scale)).Problems, p => p.Code == "SS330" && p.Message.Contains("'cars'"));
    }

    [Fact]
    public void Report_warns_and_runs()
    {
        // 8 t/d arrive for 10: short 2 t/d while what was under way lands, until day 2; then the orders of 10 t/d arrive.
        var spec = Flows(11.2, 8, scrap: 3.2, balance: BalanceRule.Report);
        var (network, problems) = Build(spec);
        Assert.NotNull(network);
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(problems).Severity);

        // The plant answers at once (no ramp), but its metal does not: 11.2 t/d arrive until day 3, so 8 t/d leave until then and land until day 5.
        Runs.Run(spec, 60).Expect("cars", 10, 0, 5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_by_product_that_leaves_faster_than_it_is_made_is_rationed_in_the_run(double cover)
    {
        // Reported: 5 t/d leave, 4 are made. The stock of 2 d x 4 t/d = 8 t lasts 8 days; from then on 4 t/d leave and the smelter, two days away, lacks 1 t/d.
        var spec = Flows(14, 10, scrap: 5, balance: BalanceRule.Report);
        spec = spec with { Sites = [spec.Sites[0], spec.Sites[1] with { Cover = CoverOf(("scrap", cover)) }, .. spec.Sites.Skip(2)] };
        var run = Runs.Run(spec, 60);
        run.Expect("smelter", 60 - (4 * cover) - 2, (4 * cover) + 2, 60);
    }

    [Fact]
    public void Rounding_of_written_figures_is_taken_up_by_the_recipe()
    {
        // 14.000007 / 10 = 1.4000007, 5e-7 from the recipe: accepted; the flow stays as written and the recipe takes it.
        var (network, problems) = Build(Flows(14.000007, 10));
        Assert.Empty(problems);
        Assert.Equal(14.000007, network!.Lanes.FlowPerDay[network.Lane("mine>plant:metal")]);
        Assert.Equal(1.4000007, network.Stocks.Coefficient[network.Stock("plant:metal:in")], 1e-12);
        Assert.Equal(2, Runs.Run(Flows(14.000007, 10), 100).Events);

        // 2e-6 off is too much.
        Assert.Equal("SS330", Assert.Single(Build(Flows(14.00003, 10)).Problems).Code);
    }

    [Fact]
    public void A_plant_without_capacity_has_its_baseline()
    {
        var spec = Flows(14, 10);
        var (network, _) = Build(spec with { Sites = [spec.Sites[0], spec.Sites[1] with { Capacity = null }, .. spec.Sites.Skip(2)] });
        Assert.Equal(10, network!.Sites.CapacityPerDay[network.Site("plant")]);
    }
}
