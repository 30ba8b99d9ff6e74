using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>What a site decides at a review, when it reviews, and when it sleeps.</summary>
public sealed class ReviewTests
{
    /// <summary>Mine (CN, 20 t/d) > cars (JP, 10 t/d, 5 days of cover), 10 days away.</summary>
    private static NetworkSpec Pair(double? ramp = null) => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 20, rampPerDay: ramp), Buyer("cars", "JP", "metal", 10, 5)],
        Lanes = [Lane("mine", "cars", "metal", 10, 10)],
    };

    private static DemandChange Boom(double at, double to) => new() { At = ["cars"], To = new Ratio(to), From = Day(at) };

    [Fact]
    public void Need_is_use_and_a_part_of_the_gap_of_stock_and_transit()
    {
        // From day 10 use 12; P = 50 + 100; P* = 60 + 120: need 12 + 30/30 = 13. A day later P is 1 t higher: 12 + 29/30.
        var run = Runs.Run(Pair(), 400, [Boom(10, 1.2)]);
        Assert.Equal(13, run.DispatchAt("mine>cars:metal", 10), 1e-9);
        Assert.Equal(12 + (29 / 30.0), run.DispatchAt("mine>cars:metal", 11), 1e-9);
        Assert.Equal(12 + (29 * 29 / 900.0), run.DispatchAt("mine>cars:metal", 12), 1e-9);

        // It never orders more than the plan needs, so it never falls below 12 again, and the stock ends at its target.
        Assert.All(run.Dispatch[run.Network.Lane("mine>cars:metal")]!.Values.ToArray().Skip(1), rate => Assert.InRange(rate, 12, 13));
        Assert.Equal(60, run.StockAt("cars:metal:in", 400), 0.04);
    }

    [Fact]
    public void Adjustment_sets_the_pace()
    {
        var run = Runs.Run(Pair(), 100, [Boom(10, 1.2)], new MarketSpec { Adjustment = Days(10) });
        Assert.Equal(15, run.DispatchAt("mine>cars:metal", 10), 1e-9);
    }

    [Fact]
    public void While_nothing_is_dispatched_the_supply_line_is_that_of_the_lanes_last_used()
    {
        // Half of 20 t/d comes from near, half over 20 days from far; both are supplied by the mine without delay. The ban closes near's lane, and, a round
        // later in the same second, starves far. Lanes last used: 10 days on average, not the 20 of the lane that went on for that round. So on day 50
        // the buyer needs 20 + 20 x 10 / 30 = 26.7 t/d, and orders half of it of near.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("magnet")],
            Sites =
            [
                Plant("mine", "JP", Makes("metal"), 200), Plant("near", "JP", Recipe("metal", 1, "magnet"), 100),
                Plant("far", "US", Recipe("metal", 1, "magnet"), 100), Buyer("cars", "DE", "magnet", 20),
            ],
            Lanes =
            [
                Lane("mine", "near", "metal", 10), Lane("mine", "far", "metal", 10), Lane("near", "cars", "magnet", 10), Lane("far", "cars", "magnet", 10, 20),
            ],
        };
        var run = Runs.Run(network, 60, [new ExportBan { By = ["JP"], From = Day(10), For = Days(40) }]);
        Assert.Equal(40 / 3.0, run.DispatchAt("near>cars:magnet", 50), 1e-9);
    }

    [Fact]
    public void A_restart_that_has_arrived_goes_on_at_once()
    {
        // Out from day 10 to 15; 3 t/d a day up to the 9 of the baseline: 3, 6, and on day 17 just 9. The buyer lacks 45 + 6 + 3 t by then and orders
        // 9 + 54/30 = 10.8; without a ramp the plant makes it on day 17, not a day later.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("mine", "CN", Makes("metal"), 30) with { Restart = new RampRate(0.1) }, Buyer("cars", "JP", "metal", 9)],
            Lanes = [Lane("mine", "cars", "metal", 9, 20)],
        };
        var run = Runs.Run(network, 60, [new Outage { At = ["mine"], From = Day(10), For = Days(5) }]);
        Assert.Equal([3, 6, 10.8], new[] { 15.0, 16, 17 }.Select(day => Math.Round(run.ActivityAt("mine", day), 9)));
    }

    [Fact]
    public void Wanted_activity_is_orders_and_a_part_of_the_gap_of_the_stock()
    {
        // The plant stands still for two days and ships from stock: 50 - 20 = 30 t. From day 12: 10 + 20/30, a day later 10 + (20 - 2/3)/30.
        var run = Runs.Run(Chain(), 60, [new Outage { At = ["plant"], From = Day(10), For = Days(2) }]);
        Assert.Equal(30, run.StockAt("plant:magnet:out", 12), 1e-9);
        Assert.Equal(10 + (20 / 30.0), run.ActivityAt("plant", 12), 1e-9);
        Assert.Equal(10 + ((20 - (2 / 3.0)) / 30), run.ActivityAt("plant", 13), 1e-9);
        run.Expect("cars", 0, null, null);
    }

    [Fact]
    public void Activity_stays_within_capacity()
    {
        // 10 + 20/5 = 14, capacity 12.
        var run = Runs.Run(Chain(), 60, [new Outage { At = ["plant"], From = Day(10), For = Days(2) }], new MarketSpec { Adjustment = Days(5) });
        Assert.Equal(12, run.ActivityAt("plant", 12), 1e-9);
    }

    [Fact]
    public void A_ramp_may_use_the_time_since_the_last_review_at_most_one_period()
    {
        // 5 % of 20 t/d a day: 1 t/d. Woken at 10.5 after a long sleep: half a day's ramp since the last point of the grid, 10.5; at 11, half a day
        // later, 11; at 12: 12. The same as if it had looked at its plan each day.
        var run = Runs.Run(Pair(ramp: 0.05), 30, [Boom(10.5, 1.5)]);
        Assert.Equal([10, 10.5, 11, 12], new[] { 10.4, 10.6, 11, 12 }.Select(d => Math.Round(run.ActivityAt("mine", d), 9)));
    }

    [Fact]
    public void Reviews_fall_on_the_grid()
    {
        // At the shock, and at multiples of 7 days.
        var run = Runs.Run(Pair(), 200, [Boom(10, 1.2)], new MarketSpec { Review = Days(7) });
        var days = run.Dispatch[run.Network.Lane("mine>cars:metal")]!.Times.ToArray().Select(t => t / 86400.0).ToList();
        Assert.Equal([0, 10, 14, 21, 28], days.Take(5));
        Assert.All(days.Skip(2), d => Assert.Equal(0, d % 7));
    }

    [Fact]
    public void After_a_transient_the_run_sleeps()
    {
        ControlSpec[] shocks = [new ExportBan { By = ["China"], From = Day(30), For = Days(60) },
            new Outage { At = ["mine"], From = Day(200), For = Days(40) }];
        var events = Runs.Run(Chain(), 1500, shocks).Events;
        Assert.Equal(events, Runs.Run(Chain(), 6000, shocks).Events);
    }

    [Fact]
    public void A_lasting_shortage_sleeps_too()
    {
        ControlSpec[] shocks = [new ExportBan { By = ["China"], Share = new Share(0.5), From = Day(30) }];
        Assert.Equal(Runs.Run(Chain(), 1500, shocks).Events, Runs.Run(Chain(), 6000, shocks).Events);
    }

    [Fact]
    public void The_scarcer_of_two_inputs_stops_a_consumer_and_the_other_piles_up()
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("boron")],
            Sites =
            [
                Plant("mine", "AU", Makes("metal"), 20), Plant("salt", "TR", Makes("boron"), 2),
                Buyer("cars", "JP", "metal", 10, 3) with { Uses = new Dictionary<string, double> { ["metal"] = 1, ["boron"] = 0.1 } },
            ],
            Lanes = [Lane("mine", "cars", "metal", 10, 2), Lane("salt", "cars", "boron", 1, 2)],
        };

        // Boron stops landing on day 12; 3 days of cover last until 15; it lands again on 42.
        var run = Runs.Run(network, 100, [new ExportBan { By = ["TR"], From = Day(10), For = Days(30) }]);
        run.Expect("cars", 270, 15, 42);

        // Metal: 10 t/d land unused from day 15: on day 16 the position is 10 t above plan: 10 - 10/30 ordered; then 10 - (10 + 10 - 1/3)/30.
        Assert.Equal(10, run.DispatchAt("mine>cars:metal", 15), 1e-9);
        Assert.Equal(10 - (10 / 30.0), run.DispatchAt("mine>cars:metal", 16), 1e-9);
        Assert.Equal(10 - ((20 - (1 / 3.0)) / 30), run.DispatchAt("mine>cars:metal", 17), 1e-9);
        Assert.Equal(30 + run.Landed("mine>cars:metal", 15, 42), run.StockAt("cars:metal:in", 42), 1e-6);
    }

    [Fact]
    public void The_scarcer_of_two_inputs_limits_a_plant()
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("boron"), Commodity("magnet")],
            Sites =
            [
                Plant("mine", "AU", Makes("metal"), 20), Plant("salt", "TR", Makes("boron"), 2),
                Plant("plant", "CN", new TechnologyRef(null, new TechnologySpec
                {
                    Inputs = new Dictionary<string, double> { ["metal"] = 1.4, ["boron"] = 0.1 },
                    Outputs = new Dictionary<string, double> { ["magnet"] = 1 },
                }), 12),
                Buyer("cars", "JP", "magnet", 10),
            ],
            Lanes = [Lane("mine", "plant", "metal", 14, 2), Lane("salt", "plant", "boron", 1, 2), Lane("plant", "cars", "magnet", 10, 1)],
        };

        // 40 % of the boron stops landing on day 12: 6 t/d of magnets, a day later at the cars. From day 32 it lands in full, the cars have it on 33.
        var run = Runs.Run(network, 100, [new ExportBan { By = ["TR"], Share = new Share(0.4), From = Day(10), For = Days(20) }]);
        Assert.Equal(6, run.ActivityAt("plant", 20), 1e-9);
        run.Expect("cars", 80, 13, 33);
    }
}
