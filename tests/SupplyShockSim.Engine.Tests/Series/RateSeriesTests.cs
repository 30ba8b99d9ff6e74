namespace SupplyShockSim.Engine.Tests;

public class RateSeriesTests
{
    private static SimTime Day(double d) => SimTime.FromDays(d);

    private static RateSeries Of(params (double Day, double Value)[] points)
    {
        var series = new RateSeries();
        foreach (var (d, v) in points)
        {
            series.Append(Day(d), v);
        }

        return series;
    }

    /// <summary>0 until day 2, then 10, from day 5 on 4, from day 9 on 0.</summary>
    private static RateSeries Shortfall() => Of((2, 10), (5, 4), (9, 0));

    [Fact]
    public void Breakpoints_are_kept_as_they_are()
    {
        var series = Shortfall();
        Assert.Equal([2 * 86_400L, 5 * 86_400L, 9 * 86_400L], series.Times.ToArray());
        Assert.Equal([10.0, 4, 0], series.Values.ToArray());
        Assert.Equal(3, series.Count);
    }

    [Fact]
    public void Right_continuous_zero_before_and_constant_after()
    {
        var series = Shortfall();
        Assert.Equal([0, 0, 10, 10, 4, 4, 0, 0], new[] { -1, 1.999, 2, 4.999, 5, 8.999, 9, 1e6 }.Select(d => series.ValueAt(Day(d))));
        Assert.Equal(0, new RateSeries().ValueAt(Day(3)));
    }

    [Fact]
    public void Equal_values_merge_and_equal_times_replace()
    {
        Assert.Equal(2, Of((1, 5), (2, 5), (3, 6)).Count);
        var replaced = Of((1, 5), (2, 7), (2, 8));
        Assert.Equal([5.0, 8], replaced.Values.ToArray());
        // Replaced by what was there before: the breakpoint goes.
        replaced.Append(Day(2), 5);
        Assert.Equal(1, replaced.Count);
        replaced.Append(Day(3), 6);
        Assert.Equal([86_400L, 3 * 86_400L], replaced.Times.ToArray());
        // A leading zero stays: it marks where recording began.
        Assert.Equal(1, Of((0, 0)).Count);
    }

    [Fact]
    public void Bad_records_are_errors()
    {
        var series = Shortfall();
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Append(Day(8.9), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Append(Day(10), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Append(Day(10), double.PositiveInfinity));
        Assert.Equal(3, series.Count);
    }

    [Fact]
    public void Integrals_and_means()
    {
        var series = Shortfall();
        Assert.Equal(46, series.Integral(Day(0), Day(20)), 12); // 3 d * 10 + 4 d * 4
        Assert.Equal(14, series.Integral(Day(4), Day(6)), 12); // 1 d * 10 + 1 d * 4
        Assert.Equal(2.5, series.Integral(Day(2), Day(2.25)), 12); // a quarter day of 10
        Assert.Equal(0, series.Integral(Day(9), Day(20)));
        Assert.Equal(0, series.Integral(Day(3), Day(3)));
        Assert.Equal(7, series.Mean(Day(4), Day(6)), 12);
        Assert.Equal(10, series.Mean(Day(3), Day(3)));
        Assert.Equal(0, new RateSeries().Integral(Day(0), Day(9)));
    }

    [Fact]
    public void Maxima()
    {
        var series = Shortfall();
        Assert.Equal(new SeriesPeak(Day(2), 10), series.Maximum(Day(0), Day(20)));
        Assert.Equal(new SeriesPeak(Day(3), 10), series.Maximum(Day(3), Day(20)));
        Assert.Equal(new SeriesPeak(Day(5), 4), series.Maximum(Day(5), Day(20)));
        // Half-open: what begins at the end does not count.
        Assert.Equal(new SeriesPeak(Day(0), 0), series.Maximum(Day(0), Day(2)));
        Assert.Equal(new SeriesPeak(Day(2), 10), series.Maximum(Day(2), Day(2)));
        Assert.Equal(new SeriesPeak(Day(0), 0), Of((1, -3)).Maximum(Day(0), Day(9)));
        Assert.Equal(new SeriesPeak(Day(1), -3), Of((1, -3)).Maximum(Day(1), Day(9)));
    }

    [Fact]
    public void Time_above()
    {
        var series = Shortfall();
        Assert.Equal(SimDuration.FromDays(7), series.TimeAbove(0, Day(0), Day(20))); // days 2 to 9
        Assert.Equal(SimDuration.FromDays(3), series.TimeAbove(4, Day(0), Day(20))); // equal is not above
        Assert.Equal(SimDuration.FromDays(0.5), series.TimeAbove(4, Day(4.5), Day(20)));
        Assert.Equal(SimDuration.FromDays(2), series.TimeAbove(-1, Day(0), Day(2))); // before the first breakpoint it is 0
    }

    [Fact]
    public void First_and_last_above()
    {
        var series = Shortfall();
        Assert.Equal((Day(2), Day(9)), (series.FirstAbove(0, Day(0), Day(20)), series.LastAbove(0, Day(0), Day(20))));
        Assert.Equal((Day(2), Day(5)), (series.FirstAbove(4, Day(0), Day(20)), series.LastAbove(4, Day(0), Day(20))));
        Assert.Equal((Day(3), Day(7)), (series.FirstAbove(0, Day(3), Day(7)), series.LastAbove(0, Day(3), Day(7))));
        Assert.Equal((null, null), (series.FirstAbove(10, Day(0), Day(20)), series.LastAbove(10, Day(0), Day(20))));
        Assert.Equal((null, null), (series.FirstAbove(0, Day(9), Day(20)), series.LastAbove(0, Day(9), Day(20))));
        Assert.Equal((null, null), (series.FirstAbove(0, Day(3), Day(3)), series.LastAbove(0, Day(3), Day(3))));
        Assert.Equal((Day(0), Day(2)), (series.FirstAbove(-1, Day(0), Day(2)), series.LastAbove(-1, Day(0), Day(2))));
        Assert.Equal((Day(0), Day(20)), (Of().FirstAbove(-1, Day(0), Day(20)), Of().LastAbove(-1, Day(0), Day(20))));
    }

    [Fact]
    public void An_interval_that_ends_before_it_begins_is_an_error()
    {
        var series = Shortfall();
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Integral(Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Mean(Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Maximum(Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.TimeAbove(0, Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.FirstAbove(0, Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.LastAbove(0, Day(2), Day(1)));
    }

    [Fact]
    public void Sums_and_differences()
    {
        var sum = RateSeries.Sum([Shortfall(), Of((0, 1), (5, 7), (12, 0))]);
        // Day 5: 4 + 7 = 11 = 10 + 1, so nothing changes there.
        Assert.Equal([0, 2 * 86_400L, 9 * 86_400L, 12 * 86_400L], sum.Times.ToArray());
        Assert.Equal([1.0, 11, 7, 0], sum.Values.ToArray());
        Assert.Equal(0, RateSeries.Sum([]).Count);

        var difference = RateSeries.Difference(Shortfall(), Of((2, 4)));
        Assert.Equal([6.0, 0, -4], difference.Values.ToArray());
        Assert.Throws<ArgumentNullException>(() => RateSeries.Sum(null!));
        Assert.Throws<ArgumentNullException>(() => RateSeries.Difference(Shortfall(), null!));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        var series = Shortfall();
        var clone = series.Clone();
        clone.Append(Day(9), 3);
        series.Append(Day(30), 1);
        Assert.Equal([10.0, 4, 3], clone.Values.ToArray());
        Assert.Equal([10.0, 4, 0, 1], series.Values.ToArray());
    }
}
