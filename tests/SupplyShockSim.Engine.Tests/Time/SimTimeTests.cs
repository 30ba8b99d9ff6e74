namespace SupplyShockSim.Engine.Tests;

public class SimTimeTests
{
    private static readonly DateTime Start = new(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Days_and_seconds()
    {
        Assert.Equal(129_600, SimTime.FromDays(1.5).Seconds); // 86,400 * 1.5
        Assert.Equal(1.5, SimTime.FromSeconds(129_600).Days);
        Assert.Equal(-43_200, SimDuration.FromDays(-0.5).Seconds);
        Assert.Equal(1, SimDuration.FromDays(0.6 / 86_400).Seconds); // to the nearest second
        Assert.Equal(0, SimDuration.FromDays(0.4 / 86_400).Seconds);
    }

    [Fact]
    public void Arithmetic_and_order()
    {
        SimTime a = new(100), b = new(160);
        Assert.Equal(new SimDuration(60), b - a);
        Assert.Equal(b, a + new SimDuration(60));
        Assert.Equal(a, b - new SimDuration(60));
        Assert.True(a < b && a <= b && b > a && b >= a && a.CompareTo(b) < 0);
        Assert.Equal(new SimDuration(-60), -new SimDuration(60));
        Assert.Equal(new SimDuration(180), new SimDuration(60) * 3);
        Assert.Equal(new SimDuration(10), new SimDuration(60) - new SimDuration(50));
        Assert.True(new SimDuration(1) < new SimDuration(2) && SimDuration.Zero >= new SimDuration(-1));
    }

    [Fact]
    public void What_does_not_fit_is_an_error_and_not_a_wrong_number()
    {
        Assert.Throws<OverflowException>(() => SimTime.MaxValue + new SimDuration(1));
        Assert.Throws<OverflowException>(() => new SimTime(long.MinValue) - new SimDuration(1));
        Assert.Throws<OverflowException>(() => SimTime.MaxValue - new SimTime(-1));
        Assert.Throws<OverflowException>(() => SimDuration.MaxValue + new SimDuration(1));
        Assert.Throws<OverflowException>(() => SimDuration.MaxValue * 2);
        Assert.Throws<OverflowException>(() => -new SimDuration(long.MinValue));
        Assert.Throws<OverflowException>(() => SimTime.FromDays(1e20));
        Assert.Throws<OverflowException>(() => SimTime.FromDays(double.NaN));
        Assert.Throws<OverflowException>(() => SimDuration.FromDays(double.NegativeInfinity));
    }

    [Theory]
    [InlineData(0, "0 d")]
    [InlineData(86_400 * 12, "12 d")]
    [InlineData((86_400 * 12) + 23_400, "12 d 06:30:00")] // 6.5 h = 23,400 s
    [InlineData(86_399, "0 d 23:59:59")]
    [InlineData(-129_600, "-1 d 12:00:00")]
    [InlineData(long.MinValue, "-106751991167300 d 15:30:08")] // 2^63 s = 106,751,991,167,300 d + 55,808 s
    public void Text(long seconds, string expected)
    {
        Assert.Equal(expected, new SimTime(seconds).ToString());
        Assert.Equal(expected, new SimDuration(seconds).ToString());
    }

    [Fact]
    public void Text_of_never()
    {
        Assert.Equal("never", SimTime.MaxValue.ToString());
        Assert.Equal("forever", SimDuration.MaxValue.ToString());
    }

    [Fact]
    public void Dates()
    {
        // From 6 January to 1 March 2026: 25 + 28 + 1 days.
        var march = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        var t = SimTime.FromDate(Start, march);
        Assert.Equal(SimTime.FromDays(54.5), t);
        Assert.Equal(march, t.ToDate(Start));
        Assert.Equal(DateTimeKind.Utc, t.ToDate(Start).Kind);
        Assert.Equal(SimTime.FromDays(-6), SimTime.FromDate(Start, new DateTime(2025, 12, 31)));
        Assert.Equal(Start, SimTime.Zero.ToDate(Start));
        // 2028 is a leap year: 6 January 2028 to 6 January 2029 are 366 days.
        Assert.Equal(SimTime.FromDays(366), SimTime.FromDate(new DateTime(2028, 1, 6), new DateTime(2029, 1, 6)));
    }

    [Fact]
    public void Parts_of_a_second_are_dropped_downwards()
    {
        Assert.Equal(new SimTime(1), SimTime.FromDate(Start, Start.AddMilliseconds(1_999)));
        Assert.Equal(new SimTime(-2), SimTime.FromDate(Start, Start.AddMilliseconds(-1_001)));
    }

    [Fact]
    public void Dates_outside_the_calendar_are_errors()
    {
        Assert.Throws<OverflowException>(() => SimTime.MaxValue.ToDate(Start));
        Assert.Throws<OverflowException>(() => SimTime.FromDays(-3_000 * 366).ToDate(Start));
        Assert.Equal(new DateTime(9999, 12, 31), SimTime.FromDate(Start, new DateTime(9999, 12, 31)).ToDate(Start));
    }
}
