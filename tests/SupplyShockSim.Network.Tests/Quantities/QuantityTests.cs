using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Network.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Impossible_values_cannot_be_built(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tonnes(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TonnesPerDay(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UsdPerTonne(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TariffRate(value, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TariffRate(0, value));
    }

    [Fact]
    public void Bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share(1.0000001));
        Assert.Equal(1, Share.All.Value);
        Assert.Equal(0, new Share(0).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RampRate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RampRate(double.NaN));
        Assert.Equal(0.5, new RampRate(0.5).SharePerDay);
    }

    [Fact]
    public void A_moment_is_a_date_or_an_offset()
    {
        // Runs.Start is 1 January 2026; 2028 is a leap year: 31 + 29 days to 1 March, 730 to its start.
        Assert.Equal(730 + 60, When.At(new DateTime(2028, 3, 1, 0, 0, 0, DateTimeKind.Unspecified)).ToSimTime(Runs.Start).Days);
        Assert.Equal(-1, When.At(new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Unspecified)).ToSimTime(Runs.Start).Days);
        Assert.Equal(43_200, Day(0.5).ToSimTime(Runs.Start).Seconds);
        Assert.Equal(0, default(When).ToSimTime(Runs.Start).Seconds);
    }

    [Fact]
    public void A_schedule_holds_each_value_from_its_own_second_on()
    {
        var schedule = new Schedule<Ratio>(
            new Ratio(1), [new Step<Ratio> { At = Day(10), To = new Ratio(2) }, new Step<Ratio> { At = Day(20), To = new Ratio(3) }]);
        Assert.Equal([1, 1, 2, 2, 3], new[] { 0, 864_000 - 1, 864_000, 1_728_000 - 1, 1_728_000 }.Select(s => schedule.At(new SimTime(s), Runs.Start).Value));
        Assert.Equal(7, Schedule<Ratio>.Constant(new Ratio(7)).At(SimTime.MaxValue, Runs.Start).Value);
    }

    [Fact]
    public void Cover_is_one_span_or_a_map()
    {
        Assert.Equal((4, 4), (CoverOf(4).Days("metal"), CoverOf(4).Days("oxide")));
        Assert.Equal((10, 0), (CoverOf(("metal", 10)).Days("metal"), CoverOf(("metal", 10)).Days("oxide")));
        Assert.Equal(0, Cover.None.Days("metal"));
    }
}
