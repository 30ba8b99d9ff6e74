using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Analysis.Tests.Ensembles;

public class RankCorrelationTests
{
    // Ranks 1 to 5 against 2, 1, 4, 3, 5: the squares of the differences add up to 4, and 1 - 6 x 4 / (5 x 24) = 0.8.
    [Fact]
    public void Without_ties_it_is_one_less_six_times_the_squares() =>
        Assert.Equal(0.8, RankCorrelation.Of([10, 20, 30, 40, 50], [0.2, 0.1, 7, 5, 1000])!.Value, 12);

    // Ranks 1.5, 1.5, 3.5, 3.5 against 1 to 4, less their mean of 2.5: products 1.5 + 0.5 + 0.5 + 1.5 = 4; squares 4 and 5; 4 over the root of 20.
    [Fact]
    public void Equal_values_share_a_rank() => Assert.Equal(4 / Math.Sqrt(20), RankCorrelation.Of([1, 1, 2, 2], [1, 2, 3, 4])!.Value, 12);

    [Fact]
    public void What_falls_as_the_other_rises_is_minus_one() => Assert.Equal(-1, RankCorrelation.Of([1, 2, 3], [9, 1, 0])!.Value, 12);

    [Fact]
    public void What_does_not_vary_has_none() => Assert.Null(RankCorrelation.Of([1, 2, 3], [5, 5, 5]));

    [Fact]
    public void Each_value_needs_its_partner() => Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1, 2], [1]));

    // 1.96 over the root of 64 - 1.
    [Fact]
    public void Chance_shrinks_with_the_draws() => Assert.Equal(0.24694, RankCorrelation.Chance(64), 5);
}
