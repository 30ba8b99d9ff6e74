namespace SupplyShockSim.Engine.Tests;

public class LevelSeriesTests
{
    private static SimTime Day(double d) => SimTime.FromDays(d);

    private static LevelSeries Of(params (double Day, double Level, double Rate)[] points)
    {
        var series = new LevelSeries();
        foreach (var (d, l, r) in points)
        {
            series.Append(Day(d), l, r);
        }

        return series;
    }

    /// <summary>
    /// A stock: 0 until day 1; 100, falling by 20 a day; empty on day 6; a delivery of 30 on day 8, rising by 5 a day; from day 10 on steady at 40.
    /// </summary>
    private static LevelSeries Stock() => Of((1, 100, -20), (6, 0, 0), (8, 30, 5), (10, 40, 0));

    [Fact]
    public void Straight_between_breakpoints_with_jumps_at_them()
    {
        var stock = Stock();
        Assert.Equal(
            [0, 0, 100, 60, 10, 0, 0, 30, 35, 40, 40],
            new[] { -5, 0.5, 1, 3, 5.5, 6, 7, 8, 9, 10, 99 }.Select(d => stock.ValueAt(Day(d))));
        Assert.Equal((30, 5), stock[2]);
        Assert.Equal(4, stock.Count);
        Assert.Equal(8 * 86_400, stock.Times[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => stock[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => stock[-1]);
    }

    [Fact]
    public void What_lies_on_the_line_adds_no_breakpoint()
    {
        Assert.Equal(1, Of((0, 10, 2), (3, 16, 2)).Count);
        Assert.Equal(2, Of((0, 10, 2), (3, 16, 1)).Count);
        Assert.Equal(2, Of((0, 10, 2), (3, 17, 2)).Count);
        var replaced = Of((0, 10, 2), (3, 17, 2), (3, 16, 2));
        Assert.Equal(1, replaced.Count);
        Assert.Equal((5, 1), Of((0, 10, 2), (0, 5, 1))[0]);
    }

    [Fact]
    public void Bad_records_are_errors()
    {
        var stock = Stock();
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Append(Day(9), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Append(Day(11), double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Append(Day(11), 0, double.NegativeInfinity));
        Assert.Equal(4, stock.Count);
    }

    [Fact]
    public void Integrals_and_means()
    {
        var stock = Stock();
        // Triangle 100 * 5 / 2 = 250; trapezium (30 + 40) / 2 * 2 = 70; two days of 40.
        Assert.Equal(400, stock.Integral(Day(0), Day(12)), 10);
        Assert.Equal(400.0 / 12, stock.Mean(Day(0), Day(12)), 10);
        Assert.Equal(70, stock.Integral(Day(2), Day(3)), 10); // from 80 to 60
        Assert.Equal(32.5, stock.Mean(Day(8), Day(9)), 10);
        Assert.Equal((60, 0), (stock.Mean(Day(3), Day(3)), stock.Integral(Day(3), Day(3))));
    }

    [Fact]
    public void Maxima_and_the_approach_to_a_jump()
    {
        var stock = Stock();
        Assert.Equal(new SeriesPeak(Day(1), 100), stock.Maximum(Day(0), Day(12)));
        Assert.Equal(new SeriesPeak(Day(10), 40), stock.Maximum(Day(6), Day(12)));
        Assert.Equal(new SeriesPeak(Day(3), 60), stock.Maximum(Day(3), Day(4)));
        Assert.Equal(new SeriesPeak(Day(3), 60), stock.Maximum(Day(3), Day(3)));
        // Rises to 20 on day 4 and drops to 0 there: the bound is approached, not reached.
        Assert.Equal(new SeriesPeak(Day(4), 20), Of((0, 0, 5), (4, 0, 0)).Maximum(Day(0), Day(9)));
    }

    [Fact]
    public void Time_above_with_crossings_solved()
    {
        var stock = Stock();
        // Above 50 from day 1 (100) until 50 = 100 - 20 t, day 3.5.
        Assert.Equal(SimDuration.FromDays(2.5), stock.TimeAbove(50, Day(0), Day(12)));
        // Above 35: until day 1 + 65/20 = 4.25, and from 30 + 5 t = 35, day 9, on.
        Assert.Equal(SimDuration.FromDays(3.25 + 3), stock.TimeAbove(35, Day(0), Day(12)));
        Assert.Equal(SimDuration.FromDays(0), stock.TimeAbove(100, Day(0), Day(12))); // touched at one instant
        Assert.Equal(SimDuration.FromDays(9), stock.TimeAbove(0, Day(0), Day(12))); // days 1 to 6 and 8 to 12
        // Thirds of a day: 1 - 3 t crosses 0 after 28,800 s exactly; 1 - 7 t after 12,342.857 s, to the nearest second.
        Assert.Equal(new SimDuration(28_800), Of((0, 1, -3)).TimeAbove(0, Day(0), Day(1)));
        Assert.Equal(new SimDuration(12_343), Of((0, 1, -7)).TimeAbove(0, Day(0), Day(1)));
    }

    [Fact]
    public void First_and_last_above_enclose_the_time_above()
    {
        var stock = Stock();
        Assert.Equal((Day(1), Day(3.5)), (stock.FirstAbove(50, Day(0), Day(12)), stock.LastAbove(50, Day(0), Day(12))));
        Assert.Equal((Day(9), Day(12)), (stock.FirstAbove(35, Day(5), Day(12)), stock.LastAbove(35, Day(5), Day(12))));
        Assert.Equal((Day(2), Day(2.5)), (stock.FirstAbove(50, Day(2), Day(2.5)), stock.LastAbove(50, Day(2), Day(2.5))));
        Assert.Equal((null, null), (stock.FirstAbove(100, Day(0), Day(0.5)), stock.LastAbove(100, Day(0), Day(0.5))));
        Assert.Equal((null, null), (stock.FirstAbove(0, Day(6), Day(8)), stock.LastAbove(0, Day(6), Day(8))));
        // 1 - 7 t ends above 0 at 12,342.857 s, rounded up; 7 t - 1 begins there, rounded down.
        Assert.Equal(new SimTime(12_343), Of((0, 1, -7)).LastAbove(0, Day(0), Day(1)));
        Assert.Equal(new SimTime(12_342), Of((0, -1, 7)).FirstAbove(0, Day(0), Day(1)));
    }

    [Fact]
    public void An_interval_that_ends_before_it_begins_is_an_error()
    {
        var stock = Stock();
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Integral(Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Mean(Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Maximum(Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.TimeAbove(0, Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.FirstAbove(0, Day(2), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.LastAbove(0, Day(2), Day(1)));
    }

    [Fact]
    public void Sums_add_levels_and_rates()
    {
        var sum = LevelSeries.Sum([Stock(), Of((0, 5, 1))]);
        Assert.Equal([0, 86_400L, 6 * 86_400L, 8 * 86_400L, 10 * 86_400L], sum.Times.ToArray());
        // The second is at 5, 6, 11, 13 and 15 then.
        Assert.Equal([(5, 1), (106, -19), (11, 1), (43, 6), (55, 1)], Enumerable.Range(0, 5).Select(i => sum[i]));
        Assert.Equal(0, LevelSeries.Sum([]).Count);
        Assert.Throws<ArgumentNullException>(() => LevelSeries.Sum(null!));
        Assert.Throws<ArgumentNullException>(() => LevelSeries.Sum([null!]));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        var stock = Stock();
        var clone = stock.Clone();
        clone.Append(Day(11), 0, 0);
        Assert.Equal((40, 0), (stock.ValueAt(Day(12)), clone.ValueAt(Day(12))));
        Assert.Equal((4, 5), (stock.Count, clone.Count));
    }
}
