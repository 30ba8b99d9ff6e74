using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Tests;

public sealed class LaneSumsTests
{
    [Fact]
    public void A_change_is_added_up_to_250_times()
    {
        double sum = 1;
        byte additions = 0;
        for (var i = 1; i <= 250; i++)
        {
            Assert.True(LaneSums.TryAdd(ref sum, 1, ref additions));
            Assert.Equal((1.0 + i, (byte)i), (sum, additions));
        }

        // Now it is to be worked out whole: untouched, and counted from the start again.
        Assert.False(LaneSums.TryAdd(ref sum, 1, ref additions));
        Assert.Equal((251.0, (byte)0), (sum, additions));
        Assert.True(LaneSums.TryAdd(ref sum, 1, ref additions));
    }

    [Theory]
    [InlineData(-5, true)] // 5 is half of 10
    [InlineData(-5.001, false)]
    [InlineData(-10, false)]
    public void A_sum_that_shrinks_by_more_than_half_is_worked_out_whole(double change, bool added)
    {
        double sum = 10;
        byte additions = 7;
        Assert.Equal(added, LaneSums.TryAdd(ref sum, change, ref additions));
        Assert.Equal(added ? (10 + change, (byte)8) : (10.0, (byte)0), (sum, additions));
    }

    [Fact]
    public void What_rounding_adds_up_to_is_far_below_what_counts()
    {
        // Each addition rounds by at most half a unit in the last place of a sum below 32, 1.8e-15: 250 of them by less than 4.5e-13, and below a sum
        // that never halves (here 26) by less than 2e-14 of it. Ten digits of a tenth are off from the start.
        double sum = 1;
        byte additions = 0;
        var exact = 1m;
        for (var i = 0; i < 250; i++)
        {
            Assert.True(LaneSums.TryAdd(ref sum, 0.1, ref additions));
            exact += 0.1m;
        }

        Assert.InRange(Math.Abs(sum - (double)exact) / sum, 0, 2e-14);
        Assert.True(2e-14 < Rounding.Relative);
    }

    [Fact]
    public void On_request_nothing_is_added()
    {
        double sum = 10;
        byte additions = 0;
        Assert.False(LaneSums.TryAdd(ref sum, 1, ref additions, always: true));
        Assert.Equal(10, sum);
    }
}
