using CsCheck;
using SupplyShockSim.Network;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>Ranks of commodities, written as what is made into what: <c>a&gt;b</c> says that b is made from a.</summary>
public class CommodityRankTests
{
    [Theory]
    [InlineData("ore>oxide oxide>metal metal>magnet", "magnet 0, metal 1, ore 3, oxide 2")]
    [InlineData("magnet>", "magnet 0")]
    [InlineData("ore>nd ore>dy nd>magnet dy>magnet", "dy 1, magnet 0, nd 1, ore 2")] // a diamond
    [InlineData("ore>oxide oxide>metal metal>magnet ore>magnet", "magnet 0, metal 1, ore 3, oxide 2")] // the longest way counts
    [InlineData("ore>oxide oxide>scrap scrap>oxide scrap>steel", "ore 2, oxide 1, scrap 1, steel 0")] // a cycle with something above and below
    [InlineData("ore>a a>b b>c c>a", "a 0, b 0, c 0, ore 1")] // a cycle at the bottom
    [InlineData("oxide>oxide oxide>metal", "metal 0, oxide 1")] // a self loop is no step
    [InlineData("top>a a>b b>a a>mid mid>x x>y y>x y>end", "a 3, b 3, end 0, mid 2, top 4, x 1, y 1")] // two cycles, one above the other
    [InlineData("ore>metal lithium>cell cell>pack", "cell 1, lithium 2, metal 0, ore 1, pack 0")] // two chains of nothing in common
    public void Each_commodity_ranks_one_above_the_highest_it_is_made_into(string recipes, string expected) => Assert.Equal(expected, Ranks(recipes));

    [Fact]
    public void Neither_order_nor_repetition_of_recipes_matters() =>
        Assert.Equal(Ranks("ore>oxide oxide>scrap scrap>oxide scrap>steel"), Ranks("scrap>steel scrap>steel scrap>oxide oxide>scrap ore>oxide ore>oxide"));

    [Fact]
    public void A_chain_of_100_000_is_ranked_without_running_out_of_stack()
    {
        const int Count = 100_000;

        var ranks = CommodityRanks.Of(Count, Enumerable.Range(0, Count - 1).Select(c => (c, c + 1)));

        Assert.Equal((Count - 1, 0), (ranks[0], ranks[^1]));
    }

    /// <summary>Checked against reachability: equal in a cycle, above whatever is below, and one above something unless at the bottom.</summary>
    [Fact]
    public void Ranks_of_random_recipes_are_those_of_their_cycles_and_longest_ways() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[0, 16].Sample(recipes =>
        {
            var ranks = CommodityRanks.Of(8, recipes);
            var reaches = Reaches(8, recipes);
            for (var a = 0; a < 8; a++)
            {
                for (var b = 0; b < 8; b++)
                {
                    if (reaches[a, b])
                    {
                        Assert.True(reaches[b, a] ? ranks[a] == ranks[b] : ranks[a] > ranks[b], $"{a} is made into {b}");
                    }
                }

                var cycle = Enumerable.Range(0, 8).Where(b => b == a || (reaches[a, b] && reaches[b, a])).ToHashSet();
                var below = recipes.Where(r => cycle.Contains(r.Item1) && !cycle.Contains(r.Item2)).Select(r => ranks[r.Item2]).DefaultIfEmpty(-1).Max();
                Assert.Equal(below + 1, ranks[a]);
            }
        });

    private static bool[,] Reaches(int count, (int, int)[] recipes)
    {
        var reaches = new bool[count, count];
        foreach (var (a, b) in recipes)
        {
            reaches[a, b] = true;
        }

        for (var via = 0; via < count; via++)
        {
            for (var a = 0; a < count; a++)
            {
                for (var b = 0; b < count; b++)
                {
                    reaches[a, b] |= reaches[a, via] && reaches[via, b];
                }
            }
        }

        return reaches;
    }

    private static string Ranks(string recipes)
    {
        var pairs = recipes.Split(' ').Select(r => r.Split('>')).ToArray();
        var names = pairs.SelectMany(p => p).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal).ToArray();
        var ranks = CommodityRanks.Of(names.Length, pairs.Where(p => p[1].Length > 0).Select(p => (Array.IndexOf(names, p[0]), Array.IndexOf(names, p[1]))));
        return string.Join(", ", names.Select((n, i) => $"{n} {ranks[i]}"));
    }
}
