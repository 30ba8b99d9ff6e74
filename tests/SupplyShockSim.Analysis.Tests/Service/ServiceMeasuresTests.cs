using SupplyShockSim.Engine;
using static SupplyShockSim.Testing.RecordBuilder;

namespace SupplyShockSim.Analysis.Tests.Service;

public class ServiceMeasuresTests
{
    private static readonly SimTime End = SimTime.FromDays(100);
    private static readonly SimTime Control = SimTime.FromDays(10);

    // Demand 10 t/d for 100 d = 1000 t. Short by 4 t/d from day 30 to 40 (40 t) and 2 t/d from day 50 to 65 (30 t): 70 t.
    private static readonly NeedSeries Twice = new(Series((0, 10)), Series((0, 0), (30, 4), (40, 0), (50, 2), (65, 0)));

    [Fact]
    public void Totals_are_integrals_and_served_is_the_rest()
    {
        var m = ServiceMeasures.Of(Twice, Control, End);

        Assert.Equal(1000, m.DemandTotal);
        Assert.Equal(70, m.ShortfallTotal);
        Assert.Equal(930, m.ServedTotal);
        Assert.Equal(0.93, m.ServiceLevel, 12); // 1 - 70 / 1000
    }

    [Fact]
    public void The_peak_is_the_largest_rate_and_the_day_it_began()
    {
        var m = ServiceMeasures.Of(Twice, Control, End);

        Assert.Equal(4, m.ShortfallPeak);
        Assert.Equal(30, m.ShortfallPeakDay);
    }

    [Fact]
    public void First_and_last_day_span_all_shortfalls()
    {
        var m = ServiceMeasures.Of(Twice, Control, End);

        Assert.Equal(30, m.FirstShortfallDay);
        Assert.Equal(65, m.LastShortfallDay);
    }

    [Fact]
    public void Survival_and_recovery_count_from_the_first_control()
    {
        var m = ServiceMeasures.Of(Twice, Control, End);

        Assert.Equal(20, m.TimeToSurviveDays); // 30 - 10
        Assert.Equal(55, m.TimeToRecoverDays); // 65 - 10
        Assert.Equal(Recovery.Recovered, m.Recovery);
    }

    // Of 10 t/d, 0.05 are missing from day 5, 0.1 from day 20, 0.6 from day 30 and 1 from day 70: 1 % on day 20, 5 % on day 30, 10 % on day 70.
    [Theory]
    [InlineData(1, 20.0)]
    [InlineData(5, 30.0)]
    [InlineData(10, 70.0)]
    [InlineData(11, null)]
    public void A_share_is_short_from_the_day_on_which_so_much_of_the_need_is_missing(int percent, double? day)
    {
        var need = new NeedSeries(Series((0, 10)), Series((0, 0), (5, 0.05), (20, 0.1), (30, 0.6), (70, 1)));
        Assert.Equal(day, new ShareShortDay(percent).Of(new NeedInRun(need, Control, End)));
    }

    [Fact]
    public void The_area_lost_is_the_missing_share_times_days()
    {
        // 4/10 over 10 d + 2/10 over 15 d = 4 + 3 d
        Assert.Equal(7, ServiceMeasures.Of(Twice, Control, End).ResilienceLossDays, 12);
    }

    [Fact]
    public void The_area_lost_follows_a_changing_demand()
    {
        // Short 5 t/d from day 20 to 40; demand 10 t/d until day 30, then 20: 5/10 * 10 + 5/20 * 10 = 7.5 d
        var need = new NeedSeries(Series((0, 10), (30, 20)), Series((0, 0), (20, 5), (40, 0)));
        Assert.Equal(7.5, ResilienceLoss.Of(need, End), 12);
    }

    [Fact]
    public void Never_short_means_null_days_and_full_service()
    {
        var m = ServiceMeasures.Of(new NeedSeries(Series((0, 10)), Series((0, 0))), Control, End);

        Assert.Equal(0, m.ShortfallTotal);
        Assert.Equal(0, m.ShortfallPeak);
        Assert.Null(m.ShortfallPeakDay);
        Assert.Null(m.FirstShortfallDay);
        Assert.Null(m.LastShortfallDay);
        Assert.Null(m.TimeToSurviveDays);
        Assert.Null(m.TimeToRecoverDays);
        Assert.Equal(Recovery.NeverShort, m.Recovery);
        Assert.Equal(1, m.ServiceLevel);
        Assert.False(m.IsShort);
    }

    [Fact]
    public void Still_short_at_the_end_has_no_recovery_and_ends_with_the_horizon()
    {
        var m = ServiceMeasures.Of(new NeedSeries(Series((0, 10)), Series((0, 0), (90, 1))), Control, End);

        Assert.Equal(100, m.LastShortfallDay);
        Assert.Equal(10, m.ShortfallTotal); // 1 t/d for 10 d
        Assert.Null(m.TimeToRecoverDays);
        Assert.Equal(Recovery.NotRecovered, m.Recovery);
        Assert.Equal(80, m.TimeToSurviveDays);
    }

    [Fact]
    public void Without_a_control_nothing_counts_from_it()
    {
        var m = ServiceMeasures.Of(Twice, null, End);

        Assert.Null(m.TimeToSurviveDays);
        Assert.Null(m.TimeToRecoverDays);
        Assert.Equal(Recovery.NoControl, m.Recovery);
        Assert.Equal(30, m.FirstShortfallDay);
    }

    [Fact]
    public void A_shortfall_under_way_at_the_first_control_leaves_no_time_to_survive()
    {
        // Short from day 5 to 15, control at day 10: short at once, recovered 5 d later.
        var m = ServiceMeasures.Of(new NeedSeries(Series((0, 10)), Series((0, 0), (5, 1), (15, 0))), Control, End);

        Assert.Equal(5, m.FirstShortfallDay);
        Assert.Equal(0, m.TimeToSurviveDays);
        Assert.Equal(5, m.TimeToRecoverDays);
    }

    [Fact]
    public void A_shortfall_over_before_the_first_control_is_none_of_its_doing()
    {
        var m = ServiceMeasures.Of(new NeedSeries(Series((0, 10)), Series((0, 1), (5, 0))), Control, End);

        Assert.Null(m.TimeToSurviveDays);
        Assert.Equal(Recovery.NeverShort, m.Recovery);
        Assert.Equal(5, m.LastShortfallDay);
    }

    [Fact]
    public void Nothing_needed_is_served_in_full() => Assert.Equal(1, ServiceLevel.Of(0, 0));
}
