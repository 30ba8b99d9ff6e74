using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Outages, changes of capacity and of demand.</summary>
public sealed class SiteControlTests
{
    /// <summary>Mine (CN, 10 t/d, all of it sold) > cars (JP, 10 t/d, no cover), one day away.</summary>
    private static NetworkSpec Pair(double cover = 0, double capacity = 10) => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), capacity), Buyer("cars", "JP", "metal", 10, cover, "automotive")],
        Lanes = [Lane("mine", "cars", "metal", 10, 1)],
    };

    private static Step<Level> Step(double day, double to) => new() { At = Day(day), To = new Ratio(to) };

    [Fact]
    public void An_outage_comes_back_along_a_staircase_with_the_area_of_the_slope()
    {
        // 40 % lost from 10 to 20, then back in 5 days: 90, 70, 50, 30, 10 % of the loss of 4 t/d.
        var run = Runs.Run(Pair(), 60, [new Outage { At = ["mine"], Share = new Share(0.4), From = Day(10), For = Days(10), Ramp = Days(5) }]);
        Assert.Equal([6, 6.4, 7.2, 8, 8.8, 9.6, 10], new[] { 15.0, 20, 21, 22, 23, 24, 25 }.Select(d => Math.Round(run.CapacityAt("mine", d), 9)));

        // 10 days x 4 t/d, and the slope's area: 5 x 4 / 2.
        run.Expect("cars", 50, 11, 26);
        Assert.Equal(50, (60 * 10) - run.Made("mine", 0, 60), 1e-9);
    }

    [Fact]
    public void A_ramp_that_is_no_whole_number_of_days_keeps_the_area_of_the_slope()
    {
        // 2.5 days: the slope's area is 2.5 x 10 / 2 = 12.5 t, beside 10 days x 10 t/d.
        var run = Runs.Run(Pair(), 60, [new Outage { At = ["mine"], From = Day(10), For = Days(10), Ramp = Days(2.5) }]);
        Assert.Equal(112.5, (60 * 10) - run.Made("mine", 0, 60), 1e-9);
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("China")]
    [InlineData("east")]
    public void At_a_site_a_country_or_a_bloc(string at)
    {
        var spec = Pair() with { Blocs = new Dictionary<string, IReadOnlyList<string>> { ["east"] = ["CN", "KR"] } };
        Runs.Run(spec, 60, [new Outage { At = [at], From = Day(10), For = Days(10) }]).Expect("cars", 100, 11, 21);
    }

    [Fact]
    public void Of_a_commodity_it_hits_those_who_make_it()
    {
        // The plant uses metal and makes magnets: an outage of magnets hits the plant, one of metal the mine.
        var magnets = Runs.Run(Chain(), 60, [new Outage { Of = ["magnet"], From = Day(10), For = Days(5) }]);
        Assert.Equal((0, 20), (magnets.CapacityAt("plant", 12), magnets.CapacityAt("mine", 12)));
        var metal = Runs.Run(Chain(), 60, [new Outage { Of = ["metal"], From = Day(10), For = Days(5) }]);
        Assert.Equal((12, 0), (metal.CapacityAt("plant", 12), metal.CapacityAt("mine", 12)));
    }

    [Fact]
    public void Capacity_follows_its_schedule_and_returns()
    {
        // 100 % to 10, 50 % to 20, 80 % to 30, 100 % after the end: 5 and 2 t/d short, a day later.
        var run = Runs.Run(Pair(), 60, [new CapacityChange { At = ["mine"], From = Day(5), Until = Day(30), Schedule = [Step(10, 0.5), Step(20, 0.8)] }]);
        Assert.Equal([10, 5, 8, 10], new[] { 7.0, 15, 25, 35 }.Select(d => Math.Round(run.CapacityAt("mine", d), 9)));
        run.Expect("cars", 70, 11, 31);
    }

    [Fact]
    public void A_schedule_that_began_before_its_control_holds_from_the_start_of_the_control()
    {
        var run = Runs.Run(Pair(), 60, [new CapacityChange { At = ["mine"], From = Day(15), Until = Day(30), Schedule = [Step(10, 0.5), Step(40, 0.1)] }]);
        Assert.Equal([10, 5, 10, 10], new[] { 12.0, 20, 35, 45 }.Select(d => Math.Round(run.CapacityAt("mine", d), 9)));
        run.Expect("cars", 75, 16, 31);
    }

    [Fact]
    public void Demand_that_grows_drains_cover_and_is_short_by_what_is_missing()
    {
        // 15 t/d wanted, 10 made. Target 5 d x 15 = 75 t, 50 t on hand: they last 10 days; then 5 t/d short until the demand falls back.
        var run = Runs.Run(Pair(cover: 5), 60, [new DemandChange { EndUse = ["automotive"], To = new Ratio(1.5), From = Day(10), Until = Day(40) }]);
        Assert.Equal([10, 15, 10], new[] { 5.0, 20, 45 }.Select(d => run.Demand[run.Network.Site("cars")]!.ValueAt(SimTime.FromDays(d))));
        run.Expect("cars", 100, 20, 40);
    }

    [Fact]
    public void Demand_that_falls_is_not_short_and_orders_fall_with_it()
    {
        var run = Runs.Run(Pair(cover: 5), 400, [new DemandChange { At = ["JP"], To = new Ratio(0.5), From = Day(10) }]);
        run.Expect("cars", 0, null, null);

        // Orders fall below 5 t/d until the excess (50 + 10 - 25 - 5 = 30 t) is used up, then settle at 5.
        Assert.Equal(5 - (30 / 30.0), run.DispatchAt("mine>cars:metal", 10), 1e-9);
        Assert.Equal(5, run.DispatchAt("mine>cars:metal", 399), 1e-3);
    }

    [Fact]
    public void A_site_that_opens_serves_buyers_in_need_from_that_second()
    {
        // Closed for China from day 10; the new mine opens on day 20 (10:00): its goods land a day later.
        var spec = Pair();
        spec = spec with
        {
            Sites = [.. spec.Sites, Plant("new", "AU", Makes("metal"), 10) with { Opens = Day(20.4) }],
            Lanes = [.. spec.Lanes, Lane("new", "cars", "metal", 0, 1)]
        };
        var run = Runs.Run(spec, 60, [new ExportBan { By = ["CN"], From = Day(10) }]);
        run.Expect("cars", 104, 11, 21.4);
        Assert.Equal(20.4, run.First(LogKind.SiteOpened, run.Network.Site("new")).Time.Days, 1e-9);
    }
}
