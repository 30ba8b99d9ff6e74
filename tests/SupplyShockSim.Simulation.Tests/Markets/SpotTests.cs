using SupplyShockSim.Network;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

public sealed class SpotTests
{
    /// <summary>
    /// A buyer of 6 t/d loses its mine on day 10. Two gold mines make metal that nobody takes (<paramref name="near"/> and <paramref name="far"/> t/d)
    /// with their gold; their lanes are open.
    /// </summary>
    private static RunRecord Offers(double near, double far, double nearCost, double farCost, double? nearCapacity = null, double farQualification = 0)
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("gold")],
            Sites =
            [
                Plant("lost", "CN", Makes("metal"), 6), Plant("near", "KR", Gold(near), 1), Plant("far", "AU", Gold(far), 1), Buyer("cars", "JP", "metal", 6),
                    Buyer("rings", "US", "gold", 2),
            ],
            Lanes =
            [
                Lane("lost", "cars", "metal", 6, 1), Lane("near", "cars", "metal", 0, 1, nearCapacity, nearCost),
                    Lane("far", "cars", "metal", 0, 1, cost: farCost, qualification: farQualification),
                Lane("near", "rings", "gold", 1), Lane("far", "rings", "gold", 1),
            ],
        };
        return Runs.Run(network, 60, [new ExportBan { By = ["CN"], From = Day(10) }]);

        static TechnologyRef Gold(double metal) =>
            new(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["gold"] = 1, ["metal"] = metal } });
    }

    private static (double Near, double Far) At(RunRecord run, double day) =>
        (Math.Round(run.DispatchAt("near>cars:metal", day), 9), Math.Round(run.DispatchAt("far>cars:metal", day), 9));

    // 8 : 4 of 6.
    [Fact]
    public void Equal_costs_split_by_what_is_offered() => Assert.Equal((4, 2), At(Offers(8, 4, 100, 100), 20));

    [Fact]
    public void The_cheapest_comes_first_and_the_next_gets_the_rest() => Assert.Equal((4, 2), At(Offers(4, 9, 100, 101), 20));

    [Fact]
    public void A_lane_carries_no_more_than_its_capacity()
    {
        Assert.Equal((1.5, 4.5), At(Offers(8, 8, 100, 200, nearCapacity: 1.5), 20));

        // Equal costs: 3 and 3 asked, near takes 1.5; the other 1.5 goes to far in the next turn.
        Assert.Equal((1.5, 4.5), At(Offers(8, 8, 100, 100, nearCapacity: 1.5), 20));
    }

    [Fact]
    public void What_nobody_offers_is_short()
    {
        var run = Offers(2, 1, 100, 100);
        Assert.Equal((2, 1), At(run, 20));
        run.Expect("cars", 3 * 49, 11, 60);
    }

    [Fact]
    public void A_lane_that_is_not_accepted_waits_for_its_qualification_from_the_first_lack()
    {
        // near alone has 2 t/d; far is accepted on day 10 + 15 and lands on 26: 4 t/d short from 11 to 26.
        var run = Offers(2, 9, 100, 50, farQualification: 15);
        run.Expect("cars", 60, 11, 26);
        Assert.Equal(10, run.Log.Single(e => e.Kind == LogKind.QualificationStarted).Time.Days);
        Assert.Equal(25, run.Log.Single(e => e.Kind == LogKind.SupplierQualified).Time.Days);

        // far is the cheaper one from then on, and serves alone (a little below 6 t/d while the plan settles).
        Assert.Equal(0, run.DispatchAt("near>cars:metal", 40));
        Assert.Equal(6, run.DispatchAt("far>cars:metal", 40), 0.01);
    }

    [Fact]
    public void A_buyer_that_lacks_nothing_qualifies_nobody() =>
        Assert.DoesNotContain(Offers(9, 9, 100, 200, farQualification: 15).Log, e => e.Kind == LogKind.QualificationStarted);

    [Fact]
    public void Unmet_orders_reach_idle_capacity_in_proportion_to_it()
    {
        // Idle 8 and 4 t/d; 6 t/d unmet: 4 and 2.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("lost", "CN", Makes("metal"), 6), Plant("near", "KR", Makes("metal"), 8), Plant("far", "AU", Makes("metal"), 4),
                Buyer("cars", "JP", "metal", 6)],
            Lanes = [Lane("lost", "cars", "metal", 6, 1), Lane("near", "cars", "metal", 0, 1), Lane("far", "cars", "metal", 0, 1)],
        };
        var run = Runs.Run(network, 60, [new ExportBan { By = ["CN"], From = Day(10) }]);
        Assert.Equal((4, 2), At(run, 20));
        run.Expect("cars", 0, null, null);
    }

    [Fact]
    public void A_scarce_offer_is_shared_by_what_is_lacked()
    {
        // Two buyers of 8 and 5 t/d lose their mine; 2.6 t/d are on offer. Each orders what it lacks, not what is on offer: 1.6 and 1.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("gold")],
            Sites =
            [
                Plant("lost", "CN", Makes("metal"), 13),
                Plant("near", "KR", new(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["gold"] = 1, ["metal"] = 2.6 } }), 1),
                Buyer("cars", "JP", "metal", 8), Buyer("radars", "US", "metal", 5), Buyer("rings", "US", "gold", 1),
            ],
            Lanes =
            [
                Lane("lost", "cars", "metal", 8, 1), Lane("lost", "radars", "metal", 5, 1), Lane("near", "cars", "metal", 0, 1),
                Lane("near", "radars", "metal", 0, 1), Lane("near", "rings", "gold", 1),
            ],
        };
        var run = Runs.Run(network, 11, [new ExportBan { By = ["CN"], From = Day(10) }]);
        Assert.Equal(1.6, run.DispatchAt("near>cars:metal", 10), 1e-9);
        Assert.Equal(1, run.DispatchAt("near>radars:metal", 10), 1e-9);
    }

    [Fact]
    public void Spot_purchases_end_when_the_contract_carries_again()
    {
        var run = Offers(8, 4, 100, 100);
        Assert.Equal(2, run.Log.Count(e => e.Kind == LogKind.Rerouted));
        Assert.Equal(0, run.DispatchAt("near>cars:metal", 9.9));
    }
}
