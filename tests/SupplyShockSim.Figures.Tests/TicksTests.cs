using SupplyShockSim.Figures.Drawing;

namespace SupplyShockSim.Figures.Tests;

public class TicksTests
{
    [Fact]
    public void Steps_are_one_two_or_five() => Assert.Equal([0, 2, 4, 6, 8, 10], Ticks.Nice(0, 9.5, 5));

    [Fact]
    public void The_last_tick_may_be_the_largest_value() => Assert.Equal([0, 2, 4, 6, 8], Ticks.Nice(0, 8, 5));

    [Fact]
    public void Small_values_have_small_steps() => Assert.Equal([0, 0.002, 0.004, 0.006], Ticks.Nice(0, 0.006, 5));

    [Fact]
    public void Days_are_ticked_within_weeks() =>
        Assert.Equal(["20 Nov 2026", "27 Nov", "4 Dec", "11 Dec", "18 Dec", "25 Dec", "1 Jan 2027"], Labels(new(2026, 11, 20), 43, 10));

    [Fact]
    public void Quarters_are_ticked_within_years() =>
        Assert.Equal(["Oct 2024", "Jan 2025", "Apr", "Jul", "Oct", "Jan 2026", "Apr", "Jul"], Labels(new(2024, 7, 15), 730, 12));

    [Fact]
    public void Years_are_ticked_within_decades() => Assert.Equal(["2027", "2028", "2029", "2030", "2031", "2032"], Labels(new(2026, 6, 1), 2300, 10));

    [Fact]
    public void There_are_never_more_ticks_than_have_room()
    {
        foreach (var days in (double[])[1, 5, 30, 69, 71, 200, 364, 1000, 3652, 40000])
        {
            Assert.InRange(DateTicks.Of(new DateTime(2025, 3, 17), days, 12).Count, days < 2 ? 1 : 2, 14);
        }
    }

    private static IEnumerable<string> Labels(DateTime start, double days, int most) =>
        DateTicks.Of(start, days, most).Select(t => t.Year is null ? t.Label : t.Label + " " + t.Year);
}
