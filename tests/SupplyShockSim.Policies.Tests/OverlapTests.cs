using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Several controls on one lane or site at once.</summary>
public sealed class OverlapTests
{
    /// <summary>Mine (CN, 20 t/d) > cars (JP, 10 t/d, no cover), 5 days away.</summary>
    private static NetworkSpec Pair() => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 20), Buyer("cars", "JP", "metal", 10)],
        Lanes = [Lane("mine", "cars", "metal", 10, 5)],
    };

    private static ExportBan Ban(double from, double until, double share = 1, InTransit inTransit = InTransit.Pass) =>
        new() { By = ["CN"], From = Day(from), Until = Day(until), Share = new Share(share), InTransit = inTransit };

    [Fact]
    public void The_lowest_limit_holds_and_the_end_of_one_leaves_the_other()
    {
        // 70 % closed from 10 to 30, 50 % from 20 to 40: dispatch 10, 3, 3, 5, then above 10 to catch up.
        var run = Runs.Run(Pair(), 60, [Ban(10, 30, 0.7), Ban(20, 40, 0.5)]);
        Assert.Equal([10, 3, 3, 5], new[] { 9.9, 15, 25, 35 }.Select(d => run.DispatchAt("mine>cars:metal", d)).Select(x => Math.Round(x, 9)));

        // Short 7 t/d from 15 to 35 and 5 t/d from 35 to 45.
        run.Expect("cars", 190, 15, 45);
    }

    [Fact]
    public void A_ban_inside_a_ban_changes_nothing()
    {
        var run = Runs.Run(Pair(), 60, [Ban(10, 30), Ban(15, 20)]);
        run.Expect("cars", 200, 15, 35);
    }

    [Fact]
    public void Goods_held_by_two_bans_are_free_when_the_last_ends()
    {
        // 50 t are at sea on day 10 and held. The first ban ends on day 20, the second, begun on day 12, on day 30: then they land.
        var run = Runs.Run(Pair(), 60, [Ban(10, 20, inTransit: InTransit.Stop), Ban(12, 30, inTransit: InTransit.Stop)]);
        Assert.Equal(10, run.ShortfallAt("cars", 25), 1e-9);

        // Short from day 10; on day 30 the 50 t land and last until day 35, when new goods land.
        run.Expect("cars", 200, 10, 30);
    }

    [Fact]
    public void Tariffs_and_delays_add_up_and_the_longest_given_transit_holds()
    {
        var run = Runs.Run(Pair(), 100,
        [
            new TransitChange { Add = Days(2), From = Day(10), Until = Day(50) }, new TransitChange { Add = Days(3), From = Day(20), Until = Day(60) },
            new TransitChange { Transit = Days(8), From = Day(30), Until = Day(40) }, new TransitChange { Transit = Days(6), From = Day(30), Until = Day(40) },
        ]);
        var changes = run.Log.Where(e => e.Kind == LogKind.TransitChanged).Select(e => (e.Time.Days, e.After)).ToList();

        // 5 + 2; + 3; 8 + 2 + 3; back to 10; 5 + 3; 5.
        Assert.Equal((10, 7), changes[0]);
        Assert.Equal((20, 10), changes[1]);
        Assert.Equal((30, 13), changes[2]);
        Assert.Equal((40, 10), changes.Last(c => c.Days == 40));
        Assert.Equal((50, 8), changes.Single(c => c.Days == 50));
        Assert.Equal((60, 5), changes.Single(c => c.Days == 60));
    }

    [Fact]
    public void Capacity_factors_multiply()
    {
        // 20 t/d x 0.5 x 0.6 = 6 t/d from 20 to 30.
        var run = Runs.Run(Pair(), 60,
        [
            new Outage { At = ["mine"], Share = new Share(0.5), From = Day(10), Until = Day(30) },
                new CapacityChange { At = ["CN"], To = new Ratio(0.6), From = Day(20), Until = Day(40) },
        ]);
        Assert.Equal([20, 10, 6, 12, 20], new[] { 5.0, 15, 25, 35, 45 }.Select(d => Math.Round(run.CapacityAt("mine", d), 9)));
        run.Expect("cars", 40, 25, 35);
    }

    [Fact]
    public void A_control_at_second_0_acts_from_the_first_second()
    {
        // Goods under way land until day 5.
        var run = Runs.Run(Pair(), 20, [Ban(0, 10)]);
        run.Expect("cars", 100, 5, 15);
        Assert.Equal(0, run.DispatchAt("mine>cars:metal", 0), 1e-12);
    }

    [Fact]
    public void A_control_that_ends_exactly_at_the_horizon_is_over_at_the_end()
    {
        var run = Runs.Run(Pair(), 30, [Ban(10, 30)]);
        run.Expect("cars", 150, 15, 30);
        Assert.Equal(LogKind.ControlEnded, run.Log.First(e => e.Time.Days == 30).Kind);
        Assert.Equal((SupplyShockSim.Engine.SimTime.FromDays(10), SupplyShockSim.Engine.SimTime.FromDays(30)), run.Controls[0].InForce.Single());
    }

    [Fact]
    public void A_control_after_the_horizon_never_acts()
    {
        var run = Runs.Run(Pair(), 30, [Ban(40, 50)]);
        Assert.Equal(2, run.Events);
        Assert.Empty(run.Controls[0].InForce);
    }

    [Fact]
    public void One_ban_ends_in_the_second_in_which_the_next_begins()
    {
        var run = Runs.Run(Pair(), 60, [Ban(10, 20), Ban(20, 30)]);
        run.Expect("cars", 200, 15, 35);
        Assert.Equal(0, run.Dispatched("mine>cars:metal", 10, 30), 1e-12);
    }
}
