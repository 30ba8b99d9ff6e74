using SupplyShockSim.Network;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

public sealed class TransitChangeTests
{
    /// <summary>Mine (CN, 40 t/d) > cars (JP, 10 t/d), 12 days away.</summary>
    private static NetworkSpec Pair(double cover = 0, string? id = null) => new()
    {
        Commodities = [Commodity("metal"), Commodity("oxide")],
        Sites =
        [
            Plant("mine", "CN", Makes("metal"), 40), Plant("salt", "CN", Makes("oxide"), 40), Buyer("cars", "JP", "metal", 10, cover),
                Buyer("home", "CN", "metal", 10),
            Buyer("glass", "JP", "oxide", 10),
        ],
        Lanes =
        [
            Lane("mine", "cars", "metal", 10, 12) with { Id = id }, Lane("mine", "home", "metal", 10, 12), Lane("salt", "glass", "oxide", 10, 12),
        ],
    };

    private static readonly TransitChange Change = new() { Lanes = ["mine>cars:metal"], From = Day(10) };

    [Fact]
    public void A_longer_way_opens_a_gap_of_the_added_days()
    {
        // Old goods land until 22, new ones from 10 + 12 + 9 = 31: 9 days without, 90 t short with no cover.
        var run = Runs.Run(Pair(), 100, [Change with { Add = Days(9) }]);
        Assert.Equal([10, 0, 0], new[] { 21.9, 22, 30.9 }.Select(d => run.ArrivalsAt("mine>cars:metal", d)));
        run.Expect("cars", 90, 22, 31);
    }

    [Fact]
    public void Cover_fills_the_gap_as_far_as_it_goes()
    {
        // 4 days of cover: short from 26 to 31.
        Runs.Run(Pair(cover: 4), 100, [Change with { Transit = Days(21) }]).Expect("cars", 50, 26, 31);
    }

    [Fact]
    public void A_shorter_way_waits_for_what_left_before_and_lands_with_it_at_once()
    {
        // From day 10 the way takes 4 days; the last old goods land on day 22, as do all that left until 22 - 4 = 18: 8 days' dispatch at once.
        var run = Runs.Run(Pair(), 100, [Change with { Transit = Days(4) }]);
        run.Expect("cars", 0, null, null);
        Assert.Equal(10, run.ArrivalsAt("mine>cars:metal", 21.9), 1e-9);

        // The plan needs only 40 t under way instead of 120: orders fall by up to 80/30 t/d, the rest of the excess becomes stock.
        Assert.Equal(run.Dispatched("mine>cars:metal", 10, 18), run.StockAt("cars:metal:in", 22), 1e-6);
        Assert.Equal(10 - (80 / 30.0), run.DispatchAt("mine>cars:metal", 10), 1e-9);
        Assert.Equal(run.DispatchAt("mine>cars:metal", 18), run.ArrivalsAt("mine>cars:metal", 22), 1e-9);
    }

    [Fact]
    public void A_shorter_way_waits_for_nothing_where_nothing_is_under_way()
    {
        // A ban from day 10 on: by day 22 all has landed. On day 30 the way is shortened to 4 days, on day 31 the ban ends: goods land on day 35, not
        // with those that would have left on day 30 by the old way and landed on day 42. Short from 22 to 35.
        var ban = new ExportBan { By = ["CN"], To = ["JP"], From = Day(10), For = Days(21) };
        var run = Runs.Run(Pair(), 100, [ban, Change with { From = Day(30), Transit = Days(4) }]);
        Assert.Equal((0, true), (run.ArrivalsAt("mine>cars:metal", 34.9), run.ArrivalsAt("mine>cars:metal", 35) >= 10));
        run.Expect("cars", 130, 22, 35);
    }

    [Fact]
    public void Closed_lets_what_is_under_way_land()
    {
        // Closed from 10 to 20: nothing lands from 22 to 32.
        var run = Runs.Run(Pair(), 100, [Change with { Closed = true, For = Days(10) }]);
        run.Expect("cars", 100, 22, 32);
    }

    [Fact]
    public void A_longer_way_that_ends_makes_goods_bunch()
    {
        // 21 days from 10 to 20, then 12 again: goods that left on day 20 at the old way land on 41; until 41 - 12 = 29 all wait for them.
        var run = Runs.Run(Pair(), 100, [Change with { Add = Days(9), For = Days(10) }]);
        run.Expect("cars", 90, 22, 31);
        var bunched = run.Dispatched("mine>cars:metal", 20, 29);
        var piled = run.Dispatched("mine>cars:metal", 10, 20) - 100;
        Assert.Equal(piled + bunched, run.StockAt("cars:metal:in", 41), 1e-6);
    }

    [Fact]
    public void Changed_again_while_goods_bunch_nothing_overtakes_and_mass_stays_exact()
    {
        // 12 -> 4 on day 10 (bunching to 18, landing on 22); on day 14 it becomes 20 days: what left from 10 to 14 lands on 22 with the last old
        // goods, what leaves from 14 on lands from 34 on; on day 15 it becomes 1 day: goods wait behind those of 34 until 33.
        var run = Runs.Run(
            Pair(cover: 30),
            100,
            [Change with { Transit = Days(4), For = Days(4) }, Change with { Transit = Days(20), From = Day(14), For = Days(1) },
                Change with { Transit = Days(1), From = Day(15) }]);
        run.Expect("cars", 0, null, null);
        var lump = run.Dispatched("mine>cars:metal", 10, 14);
        Assert.Equal(300 + lump, run.StockAt("cars:metal:in", 22), 1e-6);
        Assert.Equal(0, run.Landed("mine>cars:metal", 22, 34), 1e-9);

        // On day 35 land, at once with the last of day 15 (14 + 20 = 34 to 15 + 20 = 35), all that left from 15 to 34.
        Assert.Equal(0, run.StockAt("cars:metal:in", 34) - (300 + lump - 120), 1e-6);
        Assert.Equal(300 + lump - 130 + run.Dispatched("mine>cars:metal", 14, 15)
            + run.Dispatched("mine>cars:metal", 15, 34), run.StockAt("cars:metal:in", 35), 1e-6);
        Assert.All(run.Mass, m => Assert.True(m.RelativeError < 1e-12));
    }

    [Fact]
    public void To_no_time_at_all_and_back()
    {
        var run = Runs.Run(Pair(), 100, [Change with { Transit = Days(0), For = Days(20) }]);

        // Goods wait for the last old ones until 22, then land as they leave; back on 30 at 12 days: nothing lands from 30 to 42 but what lies in stock.
        Assert.Equal(run.DispatchAt("mine>cars:metal", 25), run.ArrivalsAt("mine>cars:metal", 25), 1e-12);
        Assert.Equal(0, run.Landed("mine>cars:metal", 30, 42), 1e-9);
        var stock = run.StockAt("cars:metal:in", 30);
        var (total, first, last) = run.ShortfallOf("cars");

        // The stock's end rounds down to a second, a second's use is 10/86400 t.
        Assert.Equal(120 - stock, total, 10 / 86400.0);
        Assert.Equal(30 + (stock / 10), first!.Value, 1 / 86400.0);
        Assert.Equal(42, last);
    }

    [Theory]
    [InlineData("mine>cars:metal", null)]
    [InlineData("strait", "strait")]
    public void Lanes_are_named_by_id_or_by_their_ends(string name, string? id)
    {
        var run = Runs.Run(Pair(id: id), 100, [Change with { Lanes = [name], Add = Days(9) }]);
        run.Expect("cars", 90, 22, 31);
        run.Expect("home", 0, null, null);
        run.Expect("glass", 0, null, null);
    }

    [Fact]
    public void A_lane_with_an_id_is_still_named_by_its_ends() =>
        Runs.Run(Pair(id: "strait"), 100, [Change with { Add = Days(9) }]).Expect("cars", 90, 22, 31);

    [Fact]
    public void By_exporter_commodity_and_destination_within_a_country_too()
    {
        var run = Runs.Run(Pair(), 100, [new TransitChange { By = ["CN"], Of = ["metal"], Add = Days(9), From = Day(10) }]);
        run.Expect("cars", 90, 22, 31);
        run.Expect("home", 90, 22, 31);
        run.Expect("glass", 0, null, null);
        var japan = Runs.Run(Pair(), 100, [new TransitChange { To = ["Japan"], Add = Days(9), From = Day(10) }]);
        japan.Expect("home", 0, null, null);
        japan.Expect("glass", 90, 22, 31);
    }

    [Fact]
    public void It_is_told_in_days()
    {
        var run = Runs.Run(Pair(), 100, [Change with { Add = Days(9) }]);
        var told = run.Log.Single(e => e.Kind == LogKind.TransitChanged);
        Assert.Equal((10, 12, 21), (told.Time.Days, told.Before, told.After));
    }

    [Fact]
    public void A_short_way_that_ends_as_the_goods_on_it_catch_up_loses_none()
    {
        // 2 d from day 10 on: the last goods of before land on day 22, and what leaves on day 20 lands with them; just then the way is long again.
        // What left from day 10 to 20 lands on day 22, all at once; what leaves after day 20 lands from day 32.
        var run = Runs.Run(Pair(), 100, [Change with { Transit = Days(2), For = Days(10) }]);
        var waited = run.Dispatched("mine>cars:metal", 10, 20);
        Assert.InRange(waited, 50, 100);
        Assert.Equal(waited, run.StockAt("cars:metal:in", 22), 1e-9);
        Assert.Equal(0, run.Landed("mine>cars:metal", 22, 32));
    }
}
