using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Analysis.Tests.Ensembles;

public class SpreadTests
{
    [Theory]
    [InlineData(0, 1)] // the least
    [InlineData(0.05, 1.2)] // rank 1 + 4 x 0.05 = 1.2, a fifth of the way from 1 to 2
    [InlineData(0.25, 2)] // rank 2
    [InlineData(0.5, 4)] // rank 3
    [InlineData(0.9, 12.4)] // rank 4.6: 7 + 0.6 x (16 - 7)
    [InlineData(1, 16)] // the most
    public void A_quantile_is_linear_between_ranks(double p, double value) => Assert.Equal(value, Spread.Quantile([1, 2, 4, 7, 16], p), 12);

    [Fact]
    public void Order_does_not_matter_and_the_mean_is_that_of_all() =>
        Assert.Equal(new Spread(1.2, 2, 4, 7, 7 + (0.8 * 9), 6), Rounded(Spread.Of([16, 1, 7, 2, 4])));

    [Fact]
    public void One_value_is_every_quantile() => Assert.Equal(new Spread(3, 3, 3, 3, 3, 3), Spread.Of([3]));

    [Fact]
    public void No_value_has_no_quantile() => Assert.Throws<ArgumentException>(() => Spread.Of([]));

    private static Spread Rounded(Spread s) =>
        new(Math.Round(s.Q05, 12), Math.Round(s.Q25, 12), Math.Round(s.Q50, 12), Math.Round(s.Q75, 12), Math.Round(s.Q95, 12), Math.Round(s.Mean, 12));
}
