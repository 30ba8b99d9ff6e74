using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Tests.Words;

public class SayTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(12345.6, "12,346")]
    [InlineData(999.6, "1,000")]
    [InlineData(123.4, "123")]
    [InlineData(12.34, "12.3")]
    [InlineData(1.234, "1.23")]
    [InlineData(0.012345, "0.0123")]
    [InlineData(10, "10")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(-0.0, "0")]
    [InlineData(3.838516519749646E-06, "0.00000384")]
    [InlineData(1234567.8, "1,234,568")]
    public void Numbers_have_about_three_digits(double value, string expected) => Assert.Equal(expected, Say.Number(value));

    [Fact]
    public void The_longest_number_fits_its_room() => Assert.InRange(Say.Number(-double.MaxValue).Length, 400, Say.LongestNumber);

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.082, "8.2 %")]
    [InlineData(0.00001, "less than 0.01 %")]
    [InlineData(0.99999, "more than 99.99 %")]
    [InlineData(0.9975, "99.75 %")]
    public void Shares_never_round_to_all_or_nothing(double share, string expected) => Assert.Equal(expected, Say.Percent(share));

    [Fact]
    public void Lists_end_in_and() =>
        Assert.Equal(["", "a", "a and b", "a, b and c"], new[] { Say.List([]), Say.List(["a"]), Say.List(["a", "b"]), Say.List(["a", "b", "c"]) });

    [Fact]
    public void Counts_have_groups() =>
        Assert.Equal(
        ["1 site", "0 sites", "12,345 sites"], new[] { Say.Count(1, "site", "sites"), Say.Count(0, "site", "sites"), Say.Count(12345, "site", "sites") });

    [Fact]
    public void Days_have_one_decimal_and_below_one_two() => Assert.Equal(["67", "103.5", "0.25"], new[] { Say.Days(67), Say.Days(103.5), Say.Days(0.25) });
}
