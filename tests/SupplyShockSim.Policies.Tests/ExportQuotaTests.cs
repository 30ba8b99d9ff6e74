using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

public sealed class ExportQuotaTests
{
    /// <summary>Mine (CN) > cars (JP, 10 t/d) and radars (US, 5 t/d), no cover, one day away.</summary>
    private static NetworkSpec Two() => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10), Buyer("radars", "US", "metal", 5)],
        Lanes = [Lane("mine", "cars", "metal", 10, 1), Lane("mine", "radars", "metal", 5, 1)],
    };

    private static RunRecord Run(ExportQuota quota, double days, DateTime start)
    {
        var problems = new List<Problem>();
        var prepared = PreparedRun.Prepare(new RunSpec { Network = Two(), Start = start, Horizon = Days(days), Shocks = [quota] }, problems);
        Assert.Empty(problems);
        return prepared!.Run();
    }

    private static DateTime Date(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>What left over both lanes between two dates.</summary>
    private static double Left(RunRecord run, DateTime from, DateTime to)
    {
        var (a, b) = ((from - run.Start).TotalDays, (to - run.Start).TotalDays);
        return run.Dispatched("mine>cars:metal", a, b) + run.Dispatched("mine>radars:metal", a, b);
    }

    [Fact]
    public void The_end_of_a_period_that_nobody_counts_any_more_is_no_event()
    {
        // In force from 6 to 16 January, never binding: the first of February changes nothing, and nobody looks.
        var quota = new ExportQuota { By = ["CN"], Amount = new Tonnes(10_000), From = Day(5), For = Days(10) };
        Assert.Equal(Run(quota, 20, Date(2026, 1, 1)).Events, Run(quota, 60, Date(2026, 1, 1)).Events);
    }

    // 15 t/d for a second: what may be left of an amount when the meter rounds down.
    private const double OneSecond = 15 / 86400.0;

    private static void AssertUsedUp(double amount, double left) => Assert.InRange(left, amount - OneSecond, amount + 1e-9);

    [Fact]
    public void Months_follow_the_calendar_through_a_leap_february()
    {
        // 300 t of 15 t/d last 20 days of each month; 2024 is a leap year: February has 29 days. The catch-up after a closure may use it up sooner, never
        // exceed it.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(300) }, 120.5, Date(2024, 1, 1));
        for (var month = 1; month <= 4; month++)
        {
            AssertUsedUp(300, Left(run, Date(2024, month, 1), Date(2024, month, 1).AddDays(28)));
            Assert.Equal(0, Left(run, Date(2024, month, 28), month < 4 ? Date(2024, month + 1, 1) : Date(2024, 4, 30)), 1e-12);
        }

        Assert.Equal([0.0, 31, 60, 91], run.Log.Where(e => e.Kind is LogKind.QuotaRenewed or LogKind.ControlStarted).Select(e => e.Time.Days));
        Assert.Equal(20, run.Log.First(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
    }

    [Fact]
    public void Quarters_begin_in_January_April_July_and_October()
    {
        // From 15 February: 600 t last 40 days, to 27 March; then 1 April and 1 July.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(600), Period = QuotaPeriod.Quarter }, 200, Date(2026, 2, 15));
        Assert.Equal(40, run.Log.First(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
        Assert.Equal([Date(2026, 4, 1), Date(2026, 7, 1)], run.Log.Where(e => e.Kind == LogKind.QuotaRenewed).Select(e => e.Time.ToDate(run.Start)));
        AssertUsedUp(600, Left(run, Date(2026, 2, 15), Date(2026, 4, 1)));
        AssertUsedUp(600, Left(run, Date(2026, 4, 1), Date(2026, 7, 1)));
    }

    [Fact]
    public void Years_begin_on_the_first_of_January()
    {
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(450), Period = QuotaPeriod.Year }, 90, Date(2025, 11, 15));
        Assert.Equal([Date(2026, 1, 1)], run.Log.Where(e => e.Kind == LogKind.QuotaRenewed).Select(e => e.Time.ToDate(run.Start)));
        Assert.Equal(30, run.Log.First(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
    }

    [Fact]
    public void A_start_within_a_month_and_within_a_day_has_the_whole_amount()
    {
        // From 10:00 on 20 January; 11 days 14 hours of January left, 15 t/d: 150 t last 10 days.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(150) }, 30, Date(2026, 1, 20).AddHours(10));
        Assert.Equal(10, run.Log.First(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
        Assert.Equal(Date(2026, 2, 1), run.Log.First(e => e.Kind == LogKind.QuotaRenewed).Time.ToDate(run.Start));
    }

    [Fact]
    public void First_come_closes_both_lanes_when_their_sum_is_used_up()
    {
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(150) }, 31, Date(2026, 1, 1));
        Assert.Equal(100, run.Dispatched("mine>cars:metal", 0, 31), 1e-3);
        Assert.Equal(50, run.Dispatched("mine>radars:metal", 0, 31), 1e-3);

        // Used up on day 10; what left lands until day 11.
        run.Expect("cars", 200, 11, 31);
    }

    [Fact]
    public void First_come_lets_the_one_that_ships_more_have_more()
    {
        // radars asks for 10 t/d from second 0: 20 t/d in all (a little more while the plan fills the longer queue), 150 t last about 7.5 days.
        var problems = new List<Problem>();
        var boom = new DemandChange { At = ["radars"], To = new Ratio(2) };
        var run = PreparedRun.Prepare(
            new RunSpec
            {
                Network = Two(),
                Start = Date(2026, 1, 1),
                Horizon = Days(31),
                Shocks = [boom, new ExportQuota { By = ["CN"], Amount = new Tonnes(150) }]
            }, problems)!.Run();
        Assert.True(run.Dispatched("mine>radars:metal", 0, 31) > 74);
        AssertUsedUp(150, Left(run, Date(2026, 1, 1), Date(2026, 2, 1)));
    }

    [Fact]
    public void Pro_rata_gives_each_lane_its_part_by_flow()
    {
        // 2 : 1 of 150 t. radars doubles its demand, and gets no more than its 50 t; cars keeps its 100 t.
        var problems = new List<Problem>();
        var boom = new DemandChange { At = ["radars"], To = new Ratio(2) };
        var quota = new ExportQuota { By = ["CN"], Amount = new Tonnes(150), Sharing = QuotaSharing.ProRata };
        var run = PreparedRun.Prepare(new RunSpec { Network = Two(), Start = Date(2026, 1, 1), Horizon = Days(31), Shocks = [boom, quota] }, problems)!.Run();
        Assert.InRange(run.Dispatched("mine>cars:metal", 0, 31), 100 - OneSecond, 100 + 1e-9);
        Assert.InRange(run.Dispatched("mine>radars:metal", 0, 31), 50 - OneSecond, 50 + 1e-9);
        var usedUp = run.Log.Where(e => e.Kind == LogKind.QuotaUsedUp).ToList();
        Assert.Equal(2, usedUp.Count);
        Assert.True(usedUp[0].Time.Days < 5.1);
        Assert.Equal(10, usedUp[1].Time.Days, 1.0 / 86400);
    }

    [Fact]
    public void An_amount_of_zero_closes_from_the_first_second()
    {
        // 1 day under way, then 20 days of 10 t/d.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(0), For = Days(20) }, 60, Date(2026, 1, 1));
        Assert.Equal(0, Left(run, Date(2026, 1, 1), Date(2026, 1, 21)), 1e-12);
        run.Expect("cars", 200, 1, 21);
    }

    [Fact]
    public void An_amount_that_is_never_used_up_changes_nothing()
    {
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(466), For = Days(59) }, 59, Date(2026, 1, 1));
        run.Expect("cars", 0, null, null);
        Assert.DoesNotContain(run.Log, e => e.Kind is LogKind.QuotaUsedUp or LogKind.LaneClosed or LogKind.LaneLimited);
    }

    [Fact]
    public void Used_up_in_the_last_second_of_the_month()
    {
        // 31 days x 15 t/d = 465 t: just enough for January; 28 x 15 = 420 t of it are used in February.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(465) }, 59, Date(2026, 1, 1));
        run.Expect("cars", 0, null, null);
        Assert.Equal(465, Left(run, Date(2026, 1, 1), Date(2026, 2, 1)), 1e-9);
    }

    [Fact]
    public void Its_end_opens_the_lanes()
    {
        // Used up on day 10; ended on day 15: goods land again on day 16.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(150), For = Days(15) }, 60, Date(2026, 1, 1));
        run.Expect("cars", 50, 11, 16);
        run.Expect("radars", 25, 11, 16);
    }

    [Fact]
    public void A_suspension_opens_the_lanes_and_does_not_count()
    {
        var quota = new ExportQuota { By = ["CN"], Amount = new Tonnes(150), Suspended = [new Window { From = Day(15), Until = Day(40) }] };
        var run = Run(quota, 59, Date(2026, 1, 1));

        // Closed from 10 to 15; free from 15 to 40; from 10 February on a new 150 t in what is left of the month.
        Assert.Equal(50, run.Shortfall("cars").Integral(SimTime.Zero, SimTime.FromDays(30)), 1e-3);
        AssertUsedUp(150, Left(run, Date(2026, 1, 1), Date(2026, 1, 16)));
        AssertUsedUp(150, Left(run, Date(2026, 2, 10), Date(2026, 3, 1)));
        Assert.True(Left(run, Date(2026, 1, 16), Date(2026, 2, 10)) > 25 * 15);
    }

    [Theory]
    [InlineData(QuotaSharing.FirstCome)]
    [InlineData(QuotaSharing.ProRata)]
    public void An_amount_of_zero_closes_in_every_period(QuotaSharing sharing)
    {
        // As a ban, through three starts of a month: only what had left on day 0 lands, so 10 t/d are short from day 1 on.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(0), Sharing = sharing }, 100, Date(2026, 1, 1));
        Assert.Equal(0, Left(run, Date(2026, 1, 1), Date(2026, 4, 11)));
        run.Expect("cars", 990, 1, 100);
        Assert.DoesNotContain(run.Log, e => e.Kind is LogKind.LaneOpened);
    }

    [Fact]
    public void A_little_amount_is_not_a_day_of_goods()
    {
        // 1 kg of 15 t/d lasts 5.76 s: five whole seconds of 15 t/d leave at each start of a month, no day.
        var run = Run(new ExportQuota { By = ["CN"], Amount = new Tonnes(0.001) }, 100, Date(2026, 1, 1));
        Assert.InRange(Left(run, Date(2026, 1, 1), Date(2026, 4, 11)), 0.002, 0.004 + 1e-9);
    }

    [Fact]
    public void A_suspension_within_a_period_keeps_what_was_left()
    {
        // 150 of 300 t are used by day 10. Free to day 15, then 150 t are left of January: 10 days more, to day 25, and nothing to the end of the month.
        var quota = new ExportQuota { By = ["CN"], Amount = new Tonnes(300), Suspended = [new Window { From = Day(10), Until = Day(15) }] };
        var run = Run(quota, 31, Date(2026, 1, 1));
        Assert.Equal(25, run.Log.Single(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
        Assert.Equal(375, Left(run, Date(2026, 1, 1), Date(2026, 2, 1)), 2 * OneSecond);
        run.Expect("cars", 50, 26, 31);
    }

    [Fact]
    public void A_quota_that_was_used_up_stays_so_after_a_suspension_within_the_period()
    {
        // Used up on day 10; free from 15 to 20; closed again to the end of January, then 150 t of February.
        var quota = new ExportQuota { By = ["CN"], Amount = new Tonnes(150), Suspended = [new Window { From = Day(15), Until = Day(20) }] };
        var run = Run(quota, 40, Date(2026, 1, 1));
        Assert.Equal(0, Left(run, Date(2026, 1, 21), Date(2026, 2, 1)));
        Assert.True(Left(run, Date(2026, 1, 16), Date(2026, 1, 21)) >= 75);
        Assert.True(Left(run, Date(2026, 2, 1), Date(2026, 2, 10)) >= 9 * 15);
        AssertUsedUp(150, Left(run, Date(2026, 1, 1), Date(2026, 1, 16)));
    }
}
