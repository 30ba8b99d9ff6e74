using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

public sealed class ExportBanTests
{
    /// <summary>Mine (CN, 40 t/d) > cars and radars (JP, 10 t/d each) and home (CN, 10 t/d); no cover; 5 days away.</summary>
    private static NetworkSpec Three() => new()
    {
        Commodities = [Commodity("metal"), Commodity("oxide")],
        Blocs = new Dictionary<string, IReadOnlyList<string>> { ["east"] = ["CN", "JP"], ["allies"] = ["JP", "US"] },
        Sites =
        [
            Plant("mine", "CN", Makes("metal"), 40), Plant("salt", "CN", Makes("oxide"), 20), Buyer("cars", "JP", "metal", 10, endUse: "automotive"),
            Buyer("radars", "US", "metal", 10, endUse: "defence"), Buyer("home", "CN", "metal", 10, endUse: "wind"), Buyer("glass", "JP", "oxide", 10),
        ],
        Lanes = [Lane("mine", "cars", "metal", 10, 5), Lane("mine", "radars", "metal", 10, 5), Lane("mine", "home", "metal", 10, 5),
            Lane("salt", "glass", "oxide", 10, 5)],
    };

    private static readonly ExportBan Halt = new() { From = Day(10), For = Days(10) };

    /// <summary>Which of the four buyers the ban reaches: each is short 100 t, from day 15 to 25, or not at all.</summary>
    private static string Reached(ExportBan ban)
    {
        var run = Runs.Run(Three(), 60, [ban]);
        var reached = new List<string>();
        foreach (var buyer in (string[])["cars", "radars", "home", "glass"])
        {
            if (run.ShortfallOf(buyer).Total > 0)
            {
                run.Expect(buyer, 100, 15, 25);
                reached.Add(buyer);
            }
        }

        return string.Join(' ', reached);
    }

    /// <summary>A group stands for its commodities: what is banned of <c>both</c> is banned of metal and of oxide, and may be exempted so.</summary>
    [Theory]
    [InlineData("both", null, "cars radars glass")]
    [InlineData("salts", null, "glass")]
    [InlineData("both", "salts", "cars radars")]
    public void Groups_stand_for_their_commodities(string of, string? exempt, string reached)
    {
        var network = Three() with { Groups = new Dictionary<string, IReadOnlyList<string>> { ["both"] = ["metal", "oxide"], ["salts"] = ["oxide"] } };
        var run = Runs.Run(network, 60, [Halt with { By = ["CN"], Of = [of], Exempt = exempt is null ? [] : [exempt] }]);
        Assert.Equal(reached, string.Join(' ', new[] { "cars", "radars", "home", "glass" }.Where(buyer => run.ShortfallOf(buyer).Total > 0)));
    }

    [Fact]
    public void The_record_names_the_lanes_it_closes_whole()
    {
        var run = Runs.Run(Three(), 60,
            [Halt with { By = ["CN"], Of = ["metal"] }, Halt with { By = ["CN"], Share = new Share(0.5) },
            new Tariff { By = ["CN"], Rate = new TariffRate(0, 150) }]);

        Assert.Equal(["mine>cars:metal", "mine>radars:metal"], run.Controls[0].ClosedLanes.Select(l => run.Network.LaneName(l)).Order());
        Assert.Empty(run.Controls[1].ClosedLanes); // half of each lane stays open
        Assert.Empty(run.Controls[2].ClosedLanes);
    }

    [Theory]
    [InlineData("China")]
    [InlineData("CN")]
    [InlineData("CHN")]
    [InlineData("china")]
    public void By_country_it_closes_what_crosses_the_border(string by) => Assert.Equal("cars radars glass", Reached(Halt with { By = [by] }));

    [Fact]
    public void By_nobody_in_particular_it_closes_every_border() => Assert.Equal("cars radars glass", Reached(Halt));

    [Fact]
    public void By_site() => Assert.Equal("cars radars", Reached(Halt with { By = ["mine"] }));

    [Fact]
    public void By_a_bloc_it_closes_what_leaves_the_bloc() => Assert.Equal("radars", Reached(Halt with { By = ["east"] }));

    [Fact]
    public void By_a_bloc_to_a_named_destination_it_closes_borders_within_the_bloc_too() =>
        Assert.Equal("cars glass", Reached(Halt with { By = ["east"], To = ["Japan"] }));

    [Fact]
    public void To_a_country_a_bloc_or_a_site()
    {
        Assert.Equal("radars", Reached(Halt with { By = ["CN"], To = ["USA"] }));
        Assert.Equal("cars radars glass", Reached(Halt with { By = ["CN"], To = ["allies"] }));
        Assert.Equal("cars", Reached(Halt with { By = ["CN"], To = ["cars"] }));
    }

    [Fact]
    public void Of_a_commodity_or_for_an_end_use()
    {
        Assert.Equal("glass", Reached(Halt with { By = ["CN"], Of = ["oxide"] }));
        Assert.Equal("radars", Reached(Halt with { By = ["CN"], EndUse = ["defence"] }));
    }

    [Theory]
    [InlineData("Japan", "radars")]
    [InlineData("cars", "radars glass")]
    [InlineData("defence", "cars glass")]
    [InlineData("metal", "glass")]
    public void Exempt_leaves_out_destinations_end_uses_and_commodities(string exempt, string reached) =>
        Assert.Equal(reached, Reached(Halt with { By = ["CN"], Exempt = [exempt] }));

    [Fact]
    public void What_acts_on_nothing_is_refused()
    {
        var problems = new List<Problem>();
        var spec = new RunSpec { Network = Three(), Start = Runs.Start, Horizon = Days(50), Shocks = [Halt with { By = ["US"] }] };
        Assert.Null(PreparedRun.Prepare(spec, problems));
        var problem = Assert.Single(problems);
        Assert.Equal(("SS402", "shocks[0]", ProblemSeverity.Error), (problem.Code, problem.Path, problem.Severity));
    }

    [Fact]
    public void A_suspension_opens_the_lane_for_its_time()
    {
        // Closed 10 to 20 and 30 to 40: short 15 to 25, and 35 to 45 but for what was caught up in between: nothing, as the buyer's plan holds no stock
        // beyond what is under way, and its position is restored (S* = 0, P* = 5 days' use).
        var ban = Halt with { By = ["CN"], To = ["US"], For = Days(30), Suspended = [new Window { From = Day(20), Until = Day(30) }] };
        var run = Runs.Run(Three(), 60, [ban]);
        Assert.Equal(0, run.Dispatched("mine>radars:metal", 10, 20), 1e-9);
        Assert.True(run.Dispatched("mine>radars:metal", 20, 30) >= 100);
        Assert.Equal(0, run.Dispatched("mine>radars:metal", 30, 40), 1e-9);
        Assert.Equal([(10.0, 20.0), (30.0, 40.0)], run.Controls[0].InForce.Select(w => (w.From.Days, w.Until.Days)));
        Assert.Equal(
            [LogKind.ControlStarted, LogKind.ControlSuspended, LogKind.ControlResumed, LogKind.ControlEnded],
            run.Log.Where(e => e.SubjectKind == SubjectKind.Control).Select(e => e.Kind));
        Assert.Equal(10, run.ShortfallAt("radars", 20), 1e-9);
        Assert.Equal(0, run.ShortfallAt("radars", 30), 1e-9);
        Assert.Equal(15, run.ShortfallOf("radars").First);
    }

    [Fact]
    public void Suspensions_that_touch_or_overlap_are_one()
    {
        var ban = Halt with
        {
            By = ["CN"],
            For = Days(30),
            Suspended = [new Window { From = Day(25), Until = Day(30) }, new Window { From = Day(15), Until = Day(27) }]
        };
        Assert.Equal([(10.0, 15.0), (30.0, 40.0)], Runs.Run(Three(), 60, [ban]).Controls[0].InForce.Select(w => (w.From.Days, w.Until.Days)));
    }

    [Fact]
    public void A_ramp_is_a_staircase_with_the_area_of_the_slope()
    {
        // Share grows from 0 to 1 in 4 days: 1/8, 3/8, 5/8, 7/8, then 1. Dispatch at most 8.75, 6.25, 3.75, 1.25, 0 of 10 t/d.
        var run = Runs.Run(Three(), 60, [Halt with { By = ["CN"], To = ["US"], Ramp = Days(4), For = null }]);
        Assert.Equal([8.75, 6.25, 3.75, 1.25, 0], new[] { 10.0, 11, 12, 13, 14 }.Select(d => Math.Round(run.DispatchAt("mine>radars:metal", d), 9)));

        // The slope's area: 4 days x 10 / 2 = 20 t leave.
        Assert.Equal(20, run.Dispatched("mine>radars:metal", 10, 60), 1e-9);
        Assert.Equal(15, run.ShortfallOf("radars").First);
    }

    [Fact]
    public void Announced_it_is_in_the_log_and_changes_nothing_by_itself()
    {
        var run = Runs.Run(Three(), 60, [Halt with { By = ["CN"], Announced = Day(3) }]);
        run.Expect("cars", 100, 15, 25);
        Assert.Equal([(3.0, LogKind.ControlAnnounced), (10.0, LogKind.ControlStarted), (20.0, LogKind.ControlEnded)],
            run.Log.Where(e => e.SubjectKind == SubjectKind.Control).Select(e => (e.Time.Days, e.Kind)));
    }

    [Fact]
    public void A_lane_without_a_flow_keeps_a_share_of_its_capacity()
    {
        // The first mine stops; the second (25 % of 8 t/d closed: 6 t/d) takes over what its lane carries.
        var run = Runs.Run(
            Spare(capacity: 8), 60, [Halt with { By = ["first"], For = null }, Halt with { By = ["second"], Share = new Share(0.25), For = null }]);
        Assert.Equal(6, run.DispatchAt("second>cars:metal", 30), 1e-9);
        run.Expect("cars", 4 * 45, 15, 60);
    }

    [Fact]
    public void An_unlimited_lane_without_a_flow_keeps_a_share_of_what_its_seller_can_make()
    {
        // The second mine can make 9 t/d; 1/3 is closed: 6 t/d.
        var run = Runs.Run(
            Spare(capacity: null), 60, [Halt with { By = ["first"], For = null }, Halt with { By = ["second"], Share = new Share(1 / 3.0), For = null }]);
        Assert.Equal(6, run.DispatchAt("second>cars:metal", 30), 1e-9);
    }

    private static NetworkSpec Spare(double? capacity) => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("first", "CN", Makes("metal"), 10), Plant("second", "AU", Makes("metal"), 9), Buyer("cars", "JP", "metal", 10)],
        Lanes = [Lane("first", "cars", "metal", 10, 5), Lane("second", "cars", "metal", 0, 5, capacity)],
    };

    [Fact]
    public void Stopped_goods_are_held_at_the_border_and_land_when_it_ends()
    {
        // 50 t at sea on day 10 are held; on day 20 they land at once and last until day 25, when new goods land.
        var run = Runs.Run(Three(), 60, [Halt with { By = ["CN"], To = ["US"], InTransit = InTransit.Stop }]);
        run.Expect("radars", 100, 10, 20);
        Assert.Equal(50, run.StockAt("radars:metal:in", 20), 1e-9);
        Assert.Equal(0, run.StockAt("radars:metal:in", 25), 1e-3);
    }

    [Fact]
    public void Half_a_ban_holds_half_of_what_had_left_and_lets_pass_what_leaves_lawfully()
    {
        // From day 10: half of the 50 t at sea is held, 5 t/d land; from day 15 the 5 t/d that leave lawfully land in full.
        // Short 5 t/d until day 20, when 25 t land: they fill the gap of 5 t/d until day 25, when full goods land.
        var run = Runs.Run(Three(), 60, [Halt with { By = ["CN"], To = ["US"], Share = new Share(0.5), InTransit = InTransit.Stop }]);
        Assert.Equal([5, 5, 5, 5], new[] { 10.0, 14.9, 15, 19.9 }.Select(d => Math.Round(run.ArrivalsAt("mine>radars:metal", d), 9)));
        Assert.Equal(25, run.StockAt("radars:metal:in", 20), 1e-9);
        run.Expect("radars", 50, 10, 20);
    }

    [Fact]
    public void Goods_still_held_at_the_end_of_the_run_are_in_its_mass_account()
    {
        var run = Runs.Run(Three(), 40, [Halt with { By = ["CN"], To = ["US"], InTransit = InTransit.Stop, For = null }]);

        // 50 t held, and 5 days x 10 t/d under way to cars and to home.
        Assert.Equal(150, run.Mass.Single(m => run.Network.Commodities.Id[m.Commodity] == "metal").ClosingTransit, 1e-9);
        run.Expect("radars", 300, 10, 40);
    }

    [Fact]
    public void A_suspension_sets_held_goods_free()
    {
        var ban = Halt with
        {
            By = ["CN"],
            To = ["US"],
            InTransit = InTransit.Stop,
            For = Days(30),
            Suspended = [new Window { From = Day(12), Until = Day(13) }]
        };
        var run = Runs.Run(Three(), 60, [ban]);

        // 20 t held on days 10 to 12 land on day 12, with 30 t still at sea; resumed on day 13, what is at sea then is held.
        Assert.Equal(20, run.StockAt("radars:metal:in", 12), 1e-9);
        Assert.Equal(0, run.ArrivalsAt("mine>radars:metal", 13), 1e-9);
        Assert.Equal((10, 12), (run.ShortfallOf("radars").First, run.Shortfall("radars").Times.ToArray().First(t => t > 10 * 86400) / 86400.0));
    }

    [Fact]
    public void Goods_that_wait_behind_others_when_the_ban_begins_are_held_too()
    {
        // The way shrinks from 5 days to 1 on day 8: what leaves from 8 on waits for the last old goods, until day 12, to land with them on day 13.
        // Banned from day 10 to 30 with goods at sea stopped: everything that left before day 10 is held, those two days' goods too.
        var run = Runs.Run(
            Three(), 60,
            [new TransitChange { Lanes = ["mine>radars:metal"], Transit = Days(1), From = Day(8) },
            Halt with { By = ["CN"], To = ["US"], InTransit = InTransit.Stop, For = Days(20) }]);
        var (_, first, last) = run.ShortfallOf("radars");
        Assert.Equal((10, 30), (first, last));
        Assert.Equal(30 + run.Dispatched("mine>radars:metal", 8, 10), run.StockAt("radars:metal:in", 30), 1e-6);
    }
}
