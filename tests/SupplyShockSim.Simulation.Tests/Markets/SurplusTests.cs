using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>What a seller offers on the spot: output beyond its contracts, stock above its target, idle capacity; never more.</summary>
public sealed class SurplusTests
{
    /// <summary>Two mines of 10 t/d, each with its own buyer; the second mine holds 10 days of output; the first buyer may also buy from it.</summary>
    private static NetworkSpec Two(double secondCapacity = 10, double? ramp = null, double cover = 0) => new()
    {
        Commodities = [Commodity("metal")],
        Sites =
        [
            Plant("first", "CN", Makes("metal"), 10), Plant("second", "AU", Makes("metal"), secondCapacity, CoverOf(cover), ramp),
            Buyer("a", "JP", "metal", 10), Buyer("b", "US", "metal", 10),
        ],
        Lanes = [Lane("first", "a", "metal", 10, 1), Lane("second", "b", "metal", 10, 1), Lane("second", "a", "metal", 0, 1)],
    };

    private static readonly ExportBan Halt = new() { Name = "halt", By = ["China"], From = Day(10) };

    [Fact]
    public void Stock_that_contracts_rely_on_is_not_sold()
    {
        // The second mine stands at its target and makes what its contract orders: a gets nothing, b everything.
        var run = Runs.Run(Two(cover: 10), 60, [Halt]);
        run.Expect("a", 490, 11, 60);
        run.Expect("b", 0, null, null);
        Assert.Equal(100, run.StockAt("second:metal:out", 60), 1e-6);
    }

    [Fact]
    public void A_fall_in_contract_orders_frees_output_for_others()
    {
        // b halves its demand on day 20: 5 t/d of the second mine go to a, and land from day 21 on.
        // a is short 10 t/d from 11 to 21 and 5 t/d from 21 to 60.
        var shocks = new ControlSpec[] { Halt, new DemandChange { At = ["b"], To = new Ratio(0.5), From = Day(20) } };
        var run = Runs.Run(Two(), 60, shocks);

        // b's position is one day of voyage: 10 t, wanted 5 t; the surplus of 5 t is not ordered again, spread over 30 days (1/30 a day at most).
        Assert.Equal(5, run.ShortfallAt("a", 50), 0.1);
        Assert.Equal(10, run.ShortfallAt("a", 20.5), 1e-9);
    }

    [Fact]
    public void More_capacity_at_another_seller_is_used_at_once()
    {
        // The second mine doubles on day 20; its new output leaves that day and lands on day 21: 10 days of 10 t short.
        var run = Runs.Run(Two(), 60, [Halt, new CapacityChange { At = ["second"], To = new Ratio(2), From = Day(20) }]);
        run.Expect("a", 100, 11, 21);
    }

    [Fact]
    public void A_seller_without_a_ramp_wakes_in_the_same_second()
    {
        var run = Runs.Run(Two(secondCapacity: 20), 60, [Halt]);
        run.Expect("a", 0, null, null);
        Assert.Equal(20, run.ActivityAt("second", 10), 1e-9);
    }

    [Fact]
    public void A_seller_with_a_ramp_rises_day_by_day()
    {
        // 10 % of 20 t/d a day: 2, 4, 6, 8, 10 t/d more on days 10 to 14, each landing a day later.
        // a lacks 8 + 6 + 4 + 2 = 20 t, from day 11 to day 15.
        var run = Runs.Run(Two(secondCapacity: 20, ramp: 0.1), 60, [Halt]);
        run.Expect("a", 20, 11, 15);
        Assert.Equal(12, run.ActivityAt("second", 10.5), 1e-9);
        Assert.Equal(18, run.ActivityAt("second", 13.5), 1e-9);
        Assert.Equal(20, run.ActivityAt("second", 14.5), 1e-9);
    }

    [Fact]
    public void A_seller_without_inputs_keeps_its_unmet_orders_and_passes_them_upstream()
    {
        // The second plant has idle capacity but no metal beyond its contracts; the spare mine ramps up by 1 t/d a day from day 10.
        // So 1, 2, ... 10 t/d more of magnets leave on days 10 to 19 and land a day later: a lacks 9 + 8 + ... + 1 = 45 t, from day 11 to 20.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("magnet")],
            Sites =
            [
                Plant("mine", "AU", Makes("metal"), 10), Plant("spare", "AU", Makes("metal"), 10, rampPerDay: 0.1),
                Plant("first", "CN", Makes("magnet"), 10), Plant("second", "KR", Recipe("metal", 1, "magnet"), 20),
                Buyer("a", "JP", "magnet", 10), Buyer("b", "US", "magnet", 10),
            ],
            Lanes =
            [
                Lane("mine", "second", "metal", 10), Lane("spare", "second", "metal", 0), Lane("first", "a", "magnet", 10, 1),
                Lane("second", "b", "magnet", 10, 1), Lane("second", "a", "magnet", 0, 1),
            ],
        };
        var run = Runs.Run(network, 60, [Halt]);
        run.Expect("b", 0, null, null);
        run.Expect("a", 45, 11, 20);
        Assert.Equal(15, run.ActivityAt("second", 14.5), 1e-9);
    }
}
