using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>Small networks whose answer is worked out by hand beside them.</summary>
public sealed class KnownAnswers
{
    [Fact]
    public void Quiet_network_has_only_its_start_and_end()
    {
        var run = Runs.Run(Chain(), 300);
        run.Expect("cars", 0, null, null);
        Assert.Equal(2, run.Events);
    }

    [Fact]
    public void Cut_single_supplier_is_felt_when_cover_and_voyage_are_used_up()
    {
        // Closed on day 30; last shipments land on day 37; 30 days of cover end on day 67; the first new shipment lands on day 97.
        var run = Runs.Run(Chain(), 300, [Ban(30, 60)]);
        run.Expect("cars", 300, 67, 97);
    }

    [Fact]
    public void Half_a_ban_drains_cover_at_half_speed()
    {
        // 5 of 10 t/d land from day 37; 300 t last 60 days: short from 97 to 127, 5 t/d.
        var run = Runs.Run(Chain(), 300, [Ban(30, 90) with { Share = new Share(0.5) }]);
        run.Expect("cars", 150, 97, 127);
    }

    [Fact]
    public void Cut_two_stages_up_waits_for_three_buffers_and_two_voyages()
    {
        // Metal stops landing on day 30; 10 d of metal, 5 d of magnets, 7 d of voyage, 30 d of cover: day 82. Metal lands again on day 130, magnets on day 137.
        var run = Runs.Run(Chain(), 300, [new ExportBan { Name = "metal ban", By = ["Australia"], Of = ["metal"], From = Day(10), For = Days(100) }]);
        run.Expect("cars", 550, 82, 137);
    }

    [Fact]
    public void Pro_rata_halves_both()
    {
        // 10 t/d for two who want 10 each: 5 t/d short each for 40 days.
        var run = Runs.Run(OneMineTwoBuyers(), 120, [Fire()]);
        run.Expect("radars", 200, 21, 61);
        run.Expect("cars", 200, 21, 61);
    }

    [Fact]
    public void Priority_serves_defence_first()
    {
        var run = Runs.Run(OneMineTwoBuyers(), 120, [Fire()], new MarketSpec { Rationing = "priority" });
        run.Expect("radars", 0, null, null);
        run.Expect("cars", 400, 21, 61);
    }

    [Fact]
    public void Rerouting_waits_for_qualification()
    {
        // Closed on day 10: lacking from then, usable on day 30, lands on day 35. Last metal from the first supplier lands on day 15.
        var network = new Network.NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("first", "CN", Makes("metal"), 10), Plant("second", "AU", Makes("metal"), 10), Buyer("plant", "JP", "metal", 10)],
            Lanes = [Lane("first", "plant", "metal", 10, 5), Lane("second", "plant", "metal", 0, 5, cost: 500, qualification: 20)],
        };
        var run = Runs.Run(network, 120, [new ExportBan { By = ["China"], Of = ["metal"], To = ["Japan"], From = Day(10) }]);
        run.Expect("plant", 200, 15, 35);
    }

    [Fact]
    public void Licences_close_a_lane_for_the_review()
    {
        // Closed from day 10 to 55. Short from 10 + 7 + 20 = day 37 to 55 + 7 = day 62.
        var network = new Network.NetworkSpec
        {
            Commodities = [Commodity("magnet")],
            Sites = [Plant("plant", "CN", Makes("magnet"), 12), Buyer("cars", "JP", "magnet", 10, 20)],
            Lanes = [Lane("plant", "cars", "magnet", 10, 7)],
        };
        var run = Runs.Run(network, 200, [new ExportLicence { By = ["China"], Of = ["magnet"], From = Day(10), Review = DurationDistribution.FixedDays(45) }]);
        run.Expect("cars", 250, 37, 62);
    }

    [Fact]
    public void Quota_is_used_up_in_the_middle_of_each_month()
    {
        // 590 t wanted in 59 days; 10 t at sea + 150 + 150 served. 150 t last 15 days, land until day 16.
        var network = new Network.NetworkSpec
        {
            Commodities = [Commodity("oxide")],
            Sites = [Plant("separation", "CN", Makes("oxide"), 20), Buyer("alloy", "JP", "oxide", 10)],
            Lanes = [Lane("separation", "alloy", "oxide", 10, 1)],
        };
        var run = Runs.Run(network, 59, [new ExportQuota { By = ["China"], Of = ["oxide"], Amount = new Tonnes(150) }]);
        var (total, first, _) = run.ShortfallOf("alloy");
        Assert.Equal(280, total, 280 * 1e-6);
        Assert.Equal(16, first!.Value, 1.0 / 86400);
    }

    [Fact]
    public void Market_sends_both_buyers_to_the_cheap_supplier()
    {
        // Near is shared 5/5; A takes 5 more from far, B has nowhere to go: about 5 t/d for 88 days.
        var network = new Network.NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites =
            [
                Plant("lost", "CN", Makes("metal"), 20), Plant("near", "KR", Makes("metal"), 10), Plant("far", "AU", Makes("metal"), 10),
                Buyer("a", "JP", "metal", 10), Buyer("b", "US", "metal", 10),
            ],
            Lanes =
            [
                Lane("lost", "a", "metal", 10, 2), Lane("lost", "b", "metal", 10, 2), Lane("near", "a", "metal", 0, 2, cost: 100),
                Lane("near", "b", "metal", 0, 2, cost: 100), Lane("far", "a", "metal", 0, 2, cost: 900),
            ],
        };
        var run = Runs.Run(network, 100, [new ExportBan { By = ["China"], Of = ["metal"], From = Day(10) }]);
        Assert.InRange(run.ShortfallOf("a").Total, 0, 10);
        Assert.InRange(run.ShortfallOf("b").Total, 425, 445);
    }

    [Fact]
    public void Empty_buyer_keeps_its_near_supplier_until_the_far_one_lands_again()
    {
        // Far (20 days away) is closed from day 10 to 60; near (2 days away) gives all it can, 1 t/d, which lands from day 12 on. The last far
        // metal lands on day 30, by when 18 t are in stock; at 9 t/d they last until day 32. Far metal lands again on day 80:
        // short 9 t/d for 48 days, and not 10 t/d from day 62 on.
        var run = Runs.Run(TwoSuppliers(near: 1), 200, [new ExportBan { By = ["China"], From = Day(10), For = Days(50) }]);
        run.Expect("plant", 9 * 48, 32, 80);

        static Network.NetworkSpec TwoSuppliers(double near) => new()
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("far", "CN", Makes("metal"), 30), Plant("near", "AU", Makes("metal"), near), Buyer("plant", "JP", "metal", 10)],
            Lanes = [Lane("far", "plant", "metal", 10, 20), Lane("near", "plant", "metal", 0, 2, cost: 500)],
        };
    }

    private static ExportBan Ban(double from, double days) =>
        new() { Name = "halt", By = ["China"], Of = ["magnet"], To = ["Japan"], From = Day(from), For = Days(days) };

    private static Outage Fire() => new() { Name = "fire", At = ["mine"], Share = new Share(0.5), From = Day(20), For = Days(40) };
}
