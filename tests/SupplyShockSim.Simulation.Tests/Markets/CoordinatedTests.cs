using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Markets.Allocation;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;
using How = SupplyShockSim.Simulation.Markets.Allocation;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>All offers and needs of a commodity matched together: priority, then tonnes, then cost.</summary>
public sealed class CoordinatedTests
{
    private const int Cases = 300;

    /// <summary>
    /// A and B of 4 t/d each lose their mine on day 10, one day away. Two gold mines make metal that nobody takes: near (100 USD/t) and far (900), with lanes
    /// to A; and near with one to B, at <paramref name="nearToB"/> USD/t. With <paramref name="farRamp"/> far makes metal alone, and stands idle.
    /// </summary>
    private static RunRecord Run(How how, double near, double far, double nearToB = 100, int? priorityOfB = null, double? farRamp = null)
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("gold")],
            Sites =
            [
                Plant("lost", "CN", Makes("metal"), 8), Plant("near", "KR", Gold(near), 1),
                    farRamp is null ? Plant("far", "AU", Gold(far), 1) : Plant("far", "AU", Makes("metal"), far, rampPerDay: farRamp),
                Buyer("a", "JP", "metal", 4, priority: 2), Buyer("b", "DE", "metal", 4, priority: priorityOfB ?? 2),
                    Buyer("rings", "US", "gold", farRamp is null ? 2 : 1),
            ],
            Lanes =
            [
                Lane("lost", "a", "metal", 4, 1), Lane("lost", "b", "metal", 4, 1), Lane("near", "a", "metal", 0, 1, cost: 100),
                    Lane("near", "b", "metal", 0, 1, cost: nearToB), Lane("far", "a", "metal", 0, 1, cost: 900),
                Lane("near", "rings", "gold", 1), .. farRamp is null ? [Lane("far", "rings", "gold", 1)] : Array.Empty<LaneSpec>(),
            ],
        };
        return Runs.Run(network, 60, [new ExportBan { By = ["CN"], From = Day(10) }], new MarketSpec { Allocation = how });

        static TechnologyRef Gold(double metal) =>
            new(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["gold"] = 1, ["metal"] = metal } });
    }

    private static (double NearA, double NearB, double FarA) At10(RunRecord run) => (Math.Round(run.DispatchAt("near>a:metal", 10), 9),
        Math.Round(run.DispatchAt("near>b:metal", 10), 9), Math.Round(run.DispatchAt("far>a:metal", 10), 9));

    /// <summary>
    /// The market shares near 2 : 2, A takes 2 from far, and B lacks 2 t/d from day 11 to 60, a little less while it wants more than it uses.
    /// Coordinated, A takes all it needs from far.
    /// </summary>
    [Fact]
    public void The_one_who_can_go_elsewhere_leaves_the_near_to_the_one_who_cannot()
    {
        var market = Run(How.Market, 4, 4);
        Assert.Equal((2, 2, 2), At10(market));
        var b = market.ShortfallOf("b");
        Assert.Equal((11, 60), (b.First, b.Last));
        Assert.InRange(b.Total, 96, 98);
        market.Expect("a", 0, null, null);

        var together = Run(How.Coordinated, 4, 4);
        Assert.Equal((0, 4, 4), At10(together));
        together.Expect("b", 0, null, null);
        together.Expect("a", 0, null, null);
    }

    /// <summary>All 8 t/d are found either way; near to A and far to nobody would be cheaper for A, and leave B 4 short.</summary>
    [Fact]
    public void Most_tonnes_come_before_cost() => Assert.Equal((2, 4, 2), At10(Run(How.Coordinated, 6, 4, nearToB: 5000)));

    /// <summary>4 t/d for two who lack 4 each: the cheaper ways are to A, but B comes first, as far as it can be reached.</summary>
    [Fact]
    public void Priority_comes_before_cost()
    {
        Assert.Equal((3, 0, 1), At10(Run(How.Coordinated, 3, 1, nearToB: 500)));
        Assert.Equal((0, 3, 1), At10(Run(How.Coordinated, 3, 1, nearToB: 500, priorityOfB: 1)));
    }

    /// <summary>
    /// Far makes nothing yet, and ramps up by 1 t/d each day, at once at first, when it is asked: near goes to B, whom far does not reach, and A waits for far.
    /// On the market near is shared, 2 : 2. A, of the first priority, does not wait.
    /// </summary>
    [Fact]
    public void Idle_capacity_has_a_say_in_who_gets_the_goods_within_a_priority()
    {
        Assert.Equal((2, 2, 1), At10(Run(How.Market, 4, 4, farRamp: 0.25)));
        var together = Run(How.Coordinated, 4, 4, farRamp: 0.25);
        Assert.Equal((0, 4, 1), At10(together));
        Assert.InRange(together.ShortfallOf("b").Total, 0, 1); // A, while short, wants a little more than the 4 t/d of far
        Assert.Equal(4, together.DispatchAt("far>a:metal", 20), 0.1);
        Assert.Equal((4, 0, 0), At10(Run(How.Coordinated, 4, 4, farRamp: 0.25, priorityOfB: 3)));
    }

    [Fact]
    public void A_run_keeps_mass_and_is_the_same_in_any_order_of_rows_and_forked() => RandomCase.ForAll(random =>
    {
        var coordinated = random with { Market = random.Market with { Allocation = How.Coordinated } };
        var run = coordinated.Prepare().Run();
        Assert.All(run.Mass, account => Assert.True(account.RelativeError <= 1e-9, $"{account}"));
        Assert.Equal(run.TraceHash, coordinated.Shuffled().Prepare().Run().TraceHash);
        var original = coordinated.Prepare().Open();
        original.RunUntil(SimTime.FromDays(60));
        Assert.Equal(run.TraceHash, original.Fork().Finish().TraceHash);
    }, Cases);

    [Fact]
    public void In_the_same_state_no_less_is_served_than_by_the_market()
    {
        var (hungry, more) = (0, 0);
        RandomCase.ForAll(random =>
        {
            var simulation = random.Prepare().Open();
            simulation.RunUntil(SimTime.FromDays(20 + (random.Seed % 100)));
            for (var c = 0; c < simulation.Model.State.Network.Commodities.Count; c++)
            {
                var market = Served(simulation, random, How.Market, c);
                var together = Served(simulation, random, How.Coordinated, c);
                Assert.True(together >= market * (1 - 1e-8), $"commodity {c}: {together} t/d, the market {market}");
                Assert.Equal(market, Served(simulation, random, How.Market, c), 1e-9 * (1 + market)); // the state was the same
                hungry += market > 0 ? 1 : 0;
                more += together > market * (1 + 1e-6) ? 1 : 0;
            }
        }, 2 * Cases);

        // Else nothing was tried.
        Assert.InRange(hungry, 100, int.MaxValue);
        Assert.InRange(more, 1, int.MaxValue);
    }

    /// <summary>What all who are short find, t/d, in a clearing of a commodity from the state of a run.</summary>
    private static double Served(SupplySimulation simulation, RandomCase random, How how, int commodity)
    {
        var (state, attention, now) = (simulation.Model.State, simulation.Model.Attention, simulation.Now.Seconds);
        var rationer = new Rationer(state.Network, RationingCatalog.All[random.Market.Rationing], state.Prices, state.RationRank);
        var stocks = new StockKeeper(state, attention, simulation.Model.Journal);
        var rerouting = new Rerouting(state, attention, stocks, rationer, AllocationCatalog.All[how](state, rationer));
        rerouting.Begin(commodity, now);
        rerouting.Clear([]);
        var served = 0.0;
        for (var l = 0; l < state.Network.Lanes.Count; l++)
        {
            served += state.Network.Lanes.Commodity[l] == commodity ? state.Lanes[l].Spot : 0;
        }

        return served;
    }
}
