using CsCheck;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.Tests.Support;
using SupplyShockSim.Testing;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

public sealed class RationingTests
{
    private static double[] Divide(string rule, double available, params Claim[] claims)
    {
        var grants = new double[claims.Length];
        RationingCatalog.All[rule].Ration(claims, available, grants);
        return [.. grants.Select(g => Math.Round(g, 9))];
    }

    /// <summary>An order of a row of its own, unless a row is given.</summary>
    private static Claim Of(double order, int priority = 1, int distance = 2, double contract = 0, int row = -1) =>
        new(order, priority, distance, contract, row >= 0 ? row : ++_rows);

    private static int _rows = 1000;

    // Contracts of 10 and 10, orders of 10 and 16. With 10 to give, each gets half of its contract, whoever orders more; with 23, both contracts and 3 more.
    [Theory]
    [InlineData(10, 5, 5)]
    [InlineData(23, 10, 13)]
    public void By_history_gives_contracts_first(double available, double first, double second) =>
        Assert.Equal([first, second], Divide("by-history", available, Of(10, contract: 10), Of(16, contract: 10)));

    // On the spot nobody has a contract: 6 of 12 is half of each.
    [Fact]
    public void By_history_without_contracts_is_pro_rata() => Assert.Equal([1, 5], Divide("by-history", 6, Of(2), Of(10)));

    // Rows of 4 and of 20 x 0.8 = 16: at 10 to give, 4 in full, and 6 for the other row, 0.3 for each of its firms.
    [Fact]
    public void Progressive_does_not_ask_into_how_many_firms_a_row_is_split() =>
        Assert.Equal([4, .. Enumerable.Repeat(0.3, 20)], Divide("progressive", 10, [Of(4, row: 1), .. Enumerable.Range(0, 20).Select(_ => Of(0.8, row: 2))]));

    // 12 of 24: half of each.
    [Fact]
    public void Pro_rata_gives_all_the_same_share() => Assert.Equal([1, 3, 8], Divide("pro-rata", 12, Of(2), Of(6), Of(16)));

    // Class 1 orders 5, all served; class 2 orders 10 and gets the 4 that are left, pro-rata: 2.4 and 1.6; class 7 nothing.
    [Fact]
    public void Priority_serves_class_after_class() =>
        Assert.Equal([2.4, 5, 1.6, 0], Divide("priority", 9, Of(6, 2), Of(5, 1), Of(4, 2), Of(3, 7)));

    // Buyers without a class come last.
    [Fact]
    public void Priority_puts_the_unclassed_last() => Assert.Equal([0, 2], Divide("priority", 2, Of(6, int.MaxValue), Of(5, 1)));

    // Water at 4: 2 and 3 in full, the rest of 12 - 5 = 7 shared by two: 3.5 each, which is above 3.
    [Fact]
    public void Progressive_fills_all_to_one_level() => Assert.Equal([2, 3.5, 3, 3.5], Divide("progressive", 12, Of(2), Of(20), Of(3), Of(9)));

    [Fact]
    public void Progressive_with_little_serves_all_alike() => Assert.Equal([1, 1, 1], Divide("progressive", 3, Of(2), Of(20), Of(3)));

    // Home (distance 0) 3, then the bloc 5 and 1 of 4 left between two of 2 and 6: 0.5 and 1.5 ... 6 - 3 = 3 left, the bloc orders 8: 0.75 and 2.25.
    [Fact]
    public void Domestic_first_serves_home_then_the_bloc() =>
        Assert.Equal([0.75, 3, 0, 2.25], Divide("domestic-first", 6, Of(2, distance: 1), Of(3, distance: 0), Of(9, distance: 2), Of(6, distance: 1)));

    // 6 for orders of 2, 3 and 4 t/d in countries that pay 10, 30 and 10 USD/t: 3 go to the dearest, 3 are left for orders of 6.
    [Fact]
    public void By_price_serves_the_dearest_country_first_and_alike_within_one() => Assert.Equal(
        [1, 3, 2],
        Divide("price", 6, Of(2) with { PriceUsdPerTonne = 10 }, Of(3) with { PriceUsdPerTonne = 30 }, Of(4) with { PriceUsdPerTonne = 10 }));

    [Theory]
    [InlineData("pro-rata")]
    [InlineData("by-history")]
    [InlineData("priority")]
    [InlineData("progressive")]
    [InlineData("domestic-first")]
    [InlineData("price")]
    public void Nothing_is_given_of_nothing(string rule) => Assert.Equal([0, 0], Divide(rule, 0, Of(2), Of(3)));

    [Theory]
    [InlineData("pro-rata")]
    [InlineData("by-history")]
    [InlineData("priority")]
    [InlineData("progressive")]
    [InlineData("domestic-first")]
    [InlineData("price")]
    public void All_that_there_is_is_given_and_nobody_gets_more_than_ordered(string rule)
    {
        var claims = Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 3], Gen.Int[0, 2], (order, priority, distance) => Of(order / 777.0, priority, distance));
        Gen.Select(claims.List[1, 50], Gen.Int[0, 1000]).ForAll(scarce =>
        {
            var (list, permille) = scarce;
            var available = list.Sum(c => c.Order) * permille / 1000.0;
            var grants = new double[list.Count];
            RationingCatalog.All[rule].Ration(list.ToArray(), available, grants);
            for (var i = 0; i < grants.Length; i++)
            {
                Assert.InRange(grants[i], 0, list[i].Order * (1 + 1e-12));
            }

            Assert.Equal(available, grants.Sum(), 1e-9 * (1 + available));
        });
    }

    [Fact]
    public void Progressive_is_max_min_fair()
    {
        var orders = Gen.Int[1, 1000].Select(o => o / 7.0);
        Gen.Select(orders.List[1, 50], Gen.Int[0, 999]).ForAll(scarce =>
        {
            var (list, permille) = scarce;
            var grants = new double[list.Count];
            RationingCatalog.All["progressive"].Ration(list.Select(o => Of(o)).ToArray(), list.Sum() * permille / 1000.0, grants);

            // Whoever is left short has as much as the one who has most.
            var most = grants.Max();
            for (var i = 0; i < grants.Length; i++)
            {
                Assert.True(Math.Abs(grants[i] - list[i]) < 1e-9 || Math.Abs(grants[i] - most) < 1e-9);
            }
        });
    }

    /// <summary>A mine in the US of 20 t/d that falls to 10, with buyers in the US (2), its ally Japan (4) and China (14); one day away, no cover.</summary>
    private static double[] ShortIn(string rule)
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Blocs = new Dictionary<string, IReadOnlyList<string>> { ["allies"] = ["US", "JP"] },
            Sites =
            [
                Plant("mine", "US", Makes("metal"), 20), Buyer("home", "US", "metal", 2, priority: 3), Buyer("ally", "JP", "metal", 4, priority: 2),
                    Buyer("other", "CN", "metal", 14, priority: 1),
            ],
            Lanes = [Lane("mine", "home", "metal", 2, 1), Lane("mine", "ally", "metal", 4, 1), Lane("mine", "other", "metal", 14, 1)],
        };
        var run = Runs.Run(network, 30, [new Outage { At = ["mine"], Share = new Share(0.5), From = Day(10) }], new MarketSpec { Rationing = rule });
        return [.. new[] { "home", "ally", "other" }.Select(b => Math.Round(run.ShortfallAt(b, 11), 9))];
    }

    [Fact]
    public void In_a_run()
    {
        Assert.Equal([1, 2, 7], ShortIn("pro-rata"));

        // other is class 1: 10 of its 14.
        Assert.Equal([2, 4, 4], ShortIn("priority"));

        // Level 4: 2, 4, 4.
        Assert.Equal([0, 0, 10], ShortIn("progressive"));
        Assert.Equal([0, 0, 10], ShortIn("domestic-first"));
    }
}
