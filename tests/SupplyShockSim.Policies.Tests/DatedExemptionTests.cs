using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Exemptions that hold for a part of a control's life.</summary>
public sealed class DatedExemptionTests
{
    /// <summary>Mine (CN) > cars (JP, 10 t/d) and radars (US, 5 t/d), no cover, one day away.</summary>
    private static NetworkSpec Two() => new()
    {
        Commodities = [Commodity("metal")],
        Sites =
        [
            Plant("mine", "CN", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10, endUse: "automotive"),
                Buyer("radars", "US", "metal", 5, endUse: "defence"),
        ],
        Lanes = [Lane("mine", "cars", "metal", 10, 1), Lane("mine", "radars", "metal", 5, 1)],
    };

    private static readonly ExportBan Halt = new() { Name = "halt", By = ["CN"], From = Day(10), For = Days(90) };

    private static Exemption Japan(double? from = null, double? until = null) =>
        new() { To = ["Japan"], From = from is { } f ? Day(f) : null, Until = until is { } u ? Day(u) : null };

    /// <summary>
    /// Short twice, from day 11 on. When goods flow again for the first time, the buyer orders a little more than it uses for some minutes, and has that
    /// the second time: less than 0.3 t.
    /// </summary>
    private static void ExpectTwice(double tonnes, RunRecord run, double last)
    {
        var (total, first, end) = run.ShortfallOf("cars");
        Assert.InRange(total, tonnes - 0.3, tonnes + 1e-6);
        Assert.Equal((11, last), (Math.Round(first!.Value, 6), Math.Round(end!.Value, 6)));
    }

    [Fact]
    public void From_its_day_on_goods_leave_again()
    {
        // What left before day 10 lands until day 11. Japan's first goods again leave on day 30 and land on day 31: 20 days at 10 t/d.
        var run = Runs.Run(Two(), 150, [Halt with { Exempt = [Japan(from: 30)] }]);
        run.Expect("cars", 200, 11, 31);
        run.Expect("radars", 450, 11, 101);
    }

    [Fact]
    public void Until_its_day_nothing_is_kept_back()
    {
        // Japan is reached from day 60 on: it is short from day 61 to day 101, 40 days at 10 t/d.
        Runs.Run(Two(), 150, [Halt with { Exempt = [Japan(until: 60)] }]).Expect("cars", 400, 61, 101);
    }

    [Fact]
    public void After_its_end_the_control_holds_again()
    {
        // Short from day 11 to 31 and from day 61 to 101.
        ExpectTwice(600, Runs.Run(Two(), 150, [Halt with { Exempt = [Japan(30, 60)] }]), 101);
    }

    [Fact]
    public void Two_that_overlap_hold_until_the_later_ends()
    {
        // Exempt from day 20 to 50: short from day 11 to 21 and from day 51 to 101.
        ExpectTwice(600, Runs.Run(Two(), 150, [Halt with { Exempt = [Japan(20, 40), Japan(30, 50)] }]), 101);
    }

    [Fact]
    public void An_exemption_that_covers_the_whole_life_leaves_no_trace_of_the_control()
    {
        var run = Runs.Run(Two(), 150, [Halt with { Exempt = [Japan(0, 100)] }]);
        run.Expect("cars", 0, null, null);
        var cars = run.Network.Lane("mine>cars:metal");
        Assert.DoesNotContain(run.Log, e => e.Kind is LogKind.LaneClosed or LogKind.LaneOpened && e.Subject == cars);
    }

    [Fact]
    public void A_map_without_dates_holds_all_the_time_and_all_that_it_names_must_fit()
    {
        var run = Runs.Run(Two(), 150, [Halt with { Exempt = [new Exemption { Of = ["metal"], EndUse = ["defence"] }] }]);
        run.Expect("cars", 900, 11, 101);
        run.Expect("radars", 0, null, null);
        Assert.Equal(["mine>cars:metal"], run.Controls[0].ClosedLanes.Select(l => run.Network.LaneName(l)));
    }

    [Fact]
    public void The_log_says_when_it_begins_and_ends_and_what_it_opens()
    {
        var run = Runs.Run(Two(), 150, [Halt with { Exempt = [Japan(30, 60)] }]);
        var begins = run.Log.Single(e => e.Kind == LogKind.ExemptionStarted);
        Assert.Equal((30, 60), (begins.Time.Days, run.Log.Single(e => e.Kind == LogKind.ExemptionEnded).Time.Days));
        Assert.Contains(run.Log, e => e.Kind == LogKind.LaneOpened && e.Cause == begins.Id);
        Assert.Equal(["mine>radars:metal"], run.Controls[0].ClosedLanes.Select(l => run.Network.LaneName(l))); // Japan's is not closed all the time
    }

    [Fact]
    public void What_is_exempt_does_not_count_towards_a_quota()
    {
        // 150 t in January: 75 t by day 5 at 15 t/d, then only 5 t/d count, which lasts for 15 days more; the next month begins on day 31.
        var run = Runs.Run(Two(), 59, [new ExportQuota { By = ["CN"], Amount = new Tonnes(150), Exempt = [Japan(from: 5)] }]);
        Assert.Equal(20, run.Log.First(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
        run.Expect("cars", 0, null, null);
        Assert.Equal(21, run.ShortfallOf("radars").First!.Value, 2.0 / 86400);
    }

    [Fact]
    public void What_is_exempt_needs_no_licence_and_its_application_goes_on()
    {
        // Applied for on day 10, granted on day 30. Exempt from day 15 to 25: short from 11 to 16 and from 26 to 31.
        var licence = new ExportLicence { By = ["CN"], From = Day(10), Review = DurationDistribution.FixedDays(20), Exempt = [Japan(15, 25)] };
        ExpectTwice(100, Runs.Run(Two(), 60, [licence]), 31);
    }

    [Fact]
    public void A_fork_goes_on_as_its_origin_does()
    {
        var simulation = Runs.Prepare(Two(), 150, [Halt with { Exempt = [Japan(30, 60)] }]).Open();
        simulation.RunUntil(Runs.AtDay(40));
        var fork = simulation.Fork();
        var (copied, origin) = (fork.Run(), simulation.Run());
        ExpectTwice(600, copied, 101);
        Assert.Equal(origin.Log, copied.Log);
    }

    [Fact]
    public void Its_sentence_says_whom_and_when() => Assert.Equal(
        "CN bans all exports of all goods, except US, metal, Japan for defence from day 30 until 2026-06-01",
        (Halt with
        {
            Exempt = ["US",
            new Exemption { Of = ["metal"], To = ["Japan"], EndUse = ["defence"], From = Day(30), Until = When.At(new DateTime(2026, 6, 1)) }]
        }).Summary);

    [Fact]
    public void What_is_wrong_is_told_where_it_stands()
    {
        Assert.Equal("SS416 shocks[0].exempt[1]", Problem(Japan(), Japan(60, 50))); // ends before it begins
        Assert.Equal("SS416 shocks[0].exempt[0]", Problem(Japan(from: 100))); // begins when the ban ends
        Assert.Equal("SS416 shocks[0].exempt[0]", Problem(Japan(until: 10))); // ends when the ban begins
        Assert.Equal("SS404 shocks[0].exempt[0].to[0]", Problem(new Exemption { To = ["Japn"], From = Day(30) }));
        Assert.Equal("SS405 shocks[0].exempt[0].of[0]", Problem(new Exemption { Of = ["metl"], From = Day(30) }));
        Assert.Equal("SS406 shocks[0].exempt[0].endUse[0]", Problem(new Exemption { EndUse = ["defense"], From = Day(30) }));
        Assert.Equal("SS408 shocks[0].exempt[0].to[0]", Problem(new Exemption { To = ["Germany"], From = Day(30) })); // nobody is there: a warning
    }

    private static string Problem(params Exemption[] exempt)
    {
        var problems = new List<Problem>();
        PreparedRun.Prepare(new RunSpec { Network = Two(), Start = Runs.Start, Horizon = Days(150), Shocks = [Halt with { Exempt = exempt }] }, problems);
        var problem = Assert.Single(problems, p => p.Code != "SS408" || p.Path.EndsWith("to[0]", StringComparison.Ordinal));
        return $"{problem.Code} {problem.Path}";
    }
}
