using System.Numerics;
using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Tests.Attributions;

public class ShapleyTests
{
    [Fact]
    public void Who_brings_about_by_itself_gets_what_it_brings()
    {
        double[] own = [3, 5, 11];
        Assert.Equal([3, 5, 11], Rounded(Shapley.Exact(3, s => Sum(own, s))));
    }

    [Fact]
    public void Who_is_needed_for_the_whole_shares_it_and_who_is_not_gets_nothing() =>
        // 12 where the first two are there: half each. The third adds nothing.
        Assert.Equal([6, 6, 0], Rounded(Shapley.Exact(3, s => (s & 0b011) == 0b011 ? 12 : 0)));

    [Fact]
    public void The_one_glove_that_is_scarce_gets_two_thirds() =>
        // The left glove and one of two right ones make a pair: the left one adds it unless it comes first, 2/3; each right one where it is the first after
        // the left one, 1/6.
        Assert.Equal([4, 1, 1], Rounded(Shapley.Exact(3, s => (s & 1) != 0 && (s & 0b110) != 0 ? 6 : 0)));

    [Fact]
    public void Sampled_orders_add_up_and_come_near_with_the_error_they_state()
    {
        // Of thirteen each share is that of a square of the number of players together: (n^2) / n = 13 by symmetry.
        double[] own = [.. Enumerable.Range(0, 13).Select(i => 10.0 * i)];
        var stream = new RandomStreams(1).Stream("test");
        var sampled = Shapley.Sampled(13, 64, stream, s => Math.Pow(BitOperations.PopCount(s), 2) + Sum(own, s));

        Assert.Equal(169 + (10 * 78), sampled.Sum(s => s.Share), 9);
        Assert.All(
            sampled.Select((s, i) => (s.Share, s.StandardError, Expected: 13 + (10 * i))),
            p => Assert.InRange(Math.Abs(p.Share - p.Expected), 0, 1e-9 + (5 * p.StandardError)));
    }

    private static double Sum(double[] own, ulong subset) => own.Where((_, i) => (subset & (1UL << i)) != 0).Sum();

    private static double[] Rounded(double[] shares) => [.. shares.Select(s => Math.Round(s, 12))];
}
