using SupplyShockSim.Cli.Parsing;

namespace SupplyShockSim.Cli.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("", "abc", 3)] // three insertions
    [InlineData("kitten", "sitting", 3)] // the textbook's: k-s, e-i, add g
    [InlineData("rnu", "run", 1)] // two neighbours swapped
    [InlineData("ca", "abc", 3)] // optimal string alignment; unrestricted swaps would give 2
    [InlineData("RUN", "run", 0)] // case is no slip
    public void Counts_slips(string a, string b, int distance)
    {
        Assert.Equal(distance, Nearest.Distance(a, b));
        Assert.Equal(distance, Nearest.Distance(b, a));
    }

    [Fact]
    public void Suggests_nothing_far_off() => Assert.Null(Nearest.To("frobnicate", ["run", "plan", "verify"]));

    [Fact]
    public void Suggests_the_closest() => Assert.Equal("plan", Nearest.To("plna", ["run", "plan", "planet"]));
}
