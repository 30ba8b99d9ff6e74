using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

public sealed class TariffTests
{
    /// <summary>
    /// China's mine is lost from day 10. A Korean (100 USD/t) and an Australian (300 USD/t) gold mine make 10 t/d of the metal along with their gold, for
    /// which nobody had a use; each alone could serve the buyer. Price 1000 USD/t.
    /// </summary>
    private static NetworkSpec Rivals() => new()
    {
        Commodities = [Commodity("metal", 1000), Commodity("gold", 5)],
        Sites =
        [
            Plant("lost", "CN", Makes("metal"), 10), Plant("near", "KR", GoldAndMetal, 1), Plant("far", "AU", GoldAndMetal, 1),
                Buyer("cars", "JP", "metal", 10),
            Buyer("rings", "US", "gold", 2),
        ],
        Lanes =
        [
            Lane("lost", "cars", "metal", 10, 1), Lane("near", "cars", "metal", 0, 1, cost: 100), Lane("far", "cars", "metal", 0, 1, cost: 300),
            Lane("near", "rings", "gold", 1, 1), Lane("far", "rings", "gold", 1, 1),
        ],
    };

    private static TechnologyRef GoldAndMetal => new(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["gold"] = 1, ["metal"] = 10 } });

    private static readonly ExportBan Halt = new() { By = ["CN"], From = Day(10) };

    /// <summary>Who supplies on a day: Korea and Australia, t/d.</summary>
    private static (double Near, double Far) On(double day, params Tariff[] tariffs)
    {
        var run = Runs.Run(Rivals(), 60, [Halt, .. tariffs]);
        return (Math.Round(run.DispatchAt("near>cars:metal", day), 9), Math.Round(run.DispatchAt("far>cars:metal", day), 9));
    }

    private static Tariff Duty(double share, double usd) => new() { By = ["KR"], Rate = new TariffRate(share, usd), From = Day(20), Until = Day(40) };

    [Fact]
    public void Without_one_the_cheapest_serves() => Assert.Equal((10, 0), On(30));

    [Theory]
    [InlineData(0.25, 0)] // 100 + 250 > 300
    [InlineData(0, 201)] // 100 + 201 > 300
    [InlineData(0.15, 60)] // 100 + 150 + 60 > 300
    public void A_duty_that_makes_it_dearer_turns_buyers_away(double share, double usd)
    {
        Assert.Equal((10, 0), On(19.9, Duty(share, usd)));
        Assert.Equal((0, 10), On(20, Duty(share, usd)));
        Assert.Equal((0, 10), On(39.9, Duty(share, usd)));
        Assert.Equal((10, 0), On(40, Duty(share, usd)));
    }

    [Theory]
    [InlineData(0.19, 0)]
    [InlineData(0, 199)]
    public void A_duty_that_leaves_it_cheaper_changes_nothing(double share, double usd) => Assert.Equal((10, 0), On(30, Duty(share, usd)));

    [Fact]
    public void Duties_add_up() => Assert.Equal((0, 10), On(30, Duty(0.15, 0) with { Name = "one" }, Duty(0, 100) with { Name = "two" }));

    [Fact]
    public void A_duty_that_makes_both_alike_splits_the_order() => Assert.Equal((5, 5), On(30, Duty(0.2, 0)));

    [Fact]
    public void Contracts_do_not_move_for_a_duty()
    {
        var run = Runs.Run(Rivals(), 60, [new Tariff { By = ["CN"], Rate = new TariffRate(9, 0), From = Day(10) }]);
        Assert.Equal(10, run.DispatchAt("lost>cars:metal", 59), 1e-9);
    }

    [Fact]
    public void A_duty_within_a_country_is_none()
    {
        var home = Rivals();
        home = home with { Sites = [.. home.Sites.Select(s => s.Id == "near" ? s with { Country = "JP" } : s)] };
        var run = Runs.Run(home, 60, [Halt, new Tariff { Rate = new TariffRate(1, 0), From = Day(20) }]);
        Assert.Equal(10, run.DispatchAt("near>cars:metal", 30), 1e-9);
    }
}
