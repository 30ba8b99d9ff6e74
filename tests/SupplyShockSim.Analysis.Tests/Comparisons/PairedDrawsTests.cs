using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Analysis.Ensembles;
using static SupplyShockSim.Analysis.Tests.Comparisons.Compared;

namespace SupplyShockSim.Analysis.Tests.Comparisons;

public class PairedDrawsTests
{
    private const string Lengths = """
        uncertain:
          - {set: shocks.halt.for, discrete: {values: [2 d, 10 d]}, source: assumption, note: two lengths}
        """;

    [Fact]
    public void What_both_share_cancels_out_in_the_difference()
    {
        // Both draw the same length in the same draw: 14 or 140 t. By themselves they range by 126 t, their difference by nothing.
        var comparison = Of(new ComparisonOptions(), Run("a", Halt(2, more: Lengths)), Run("b", Halt(3, more: Lengths)));
        var draws = PairedDraws.Of(comparison, new EnsembleOptions(8))[1];

        Assert.Equal((14, 140), (Math.Round(draws.Tonnes.Q05, 9), Math.Round(draws.Tonnes.Q95, 9)));
        Assert.Equal((0, 0, 0, 0), (draws.Difference.Q05, draws.Difference.Q95, draws.MoreProbability, draws.LessProbability));
        Assert.All(draws.DifferenceOverTime, s => Assert.Equal((0, 0), (s.Q05, s.Q95)));
    }

    [Fact]
    public void The_sign_of_the_difference_has_its_share_of_the_draws()
    {
        // The one halts for 2 or 10 days, the other, in the same draws, for 2 or 20: short of 17 x 10 = 170 t more in half of them, and equal in the others.
        var longer = Lengths.Replace("10 d", "20 d", StringComparison.Ordinal);
        var comparison = Of(new ComparisonOptions(), Run("a", Halt(2, more: Lengths)), Run("b", Halt(2, more: longer)));
        var draws = PairedDraws.Of(comparison, new EnsembleOptions(8))[1];

        Assert.Equal((0.5, 0), (draws.MoreProbability, draws.LessProbability));
        Assert.Equal((0, 170, 85), (draws.Difference.Q05, Math.Round(draws.Difference.Q95, 9), Math.Round(draws.Difference.Mean, 9)));
    }

    [Theory]
    [InlineData("", "nothing is `uncertain` in b")]
    [InlineData(Lengths + "\nseed: 2", "the seeds differ, so that draws have no pairs")]
    [InlineData(Lengths, null)]
    public void Where_there_are_no_pairs_it_says_why(string more, string? why) =>
        Assert.Equal(why, PairedDraws.WhyNot([Run("a", Halt(2, more: Lengths)), Run("b", Halt(2, more: more))], new ComparisonOptions()));
}
