using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Answers.Money;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>A floor at or below the market price changes nothing and costs nothing; above it costs the difference.</summary>
public sealed class PriceFloorTests
{
    private static readonly ExportBan Halt = new() { Name = "halt", By = ["CN"], From = Day(10), Until = Day(40) };

    /// <summary>7.1205 t/d, which is 2,599 t in a year of 365 days, at a price per kg.</summary>
    private static NetworkSpec Oxide(double usdPerKg) => new()
    {
        Commodities = [Commodity("oxide", usdPerKg * 1000)],
        Sites = [Plant("mp", "US", Makes("oxide"), 10), Buyer("us", "US", "oxide", 2599 / 365.0)],
        Lanes = [Lane("mp", "us", "oxide", 2599 / 365.0)],
    };

    /// <summary>Two sellers and a buyer without stock; the seller at home, of which nothing is bought at first, may need a least price.</summary>
    private static NetworkSpec Two(double needs, double qualification) => new()
    {
        Commodities = [Commodity("magnet", 60_000)],
        Sites =
        [
            Plant("plant", "CN", Makes("magnet"), 12), Plant("other", "MY", Makes("magnet"), 4) with { MinPrice = needs > 0 ? new UsdPerTonne(needs) : null },
            Buyer("jp", "JP", "magnet", 10),
        ],
        Lanes = [Lane("plant", "jp", "magnet", 10), Lane("other", "jp", "magnet", 0, cost: 50, qualification: qualification)],
    };

    [Theory]
    [InlineData(0, 0, 60_000)]
    [InlineData(0, 15, 30_000)]
    [InlineData(55_000, 0, 60_000)]
    [InlineData(90_000, 5, 59_999)]
    public void At_or_below_the_market_it_changes_no_flow_and_costs_nothing(double needs, double qualification, double floor)
    {
        var net = Two(needs, qualification);
        foreach (var market in new[] { new MarketSpec(), new MarketSpec { Prices = new() } })
        {
            var plain = Runs.Run(net, 80, [Halt], market);
            var run = Runs.Prepare(net, 80, [Halt], market, answers: [new PriceFloor { At = ["other", "plant"], Price = new UsdPerTonne(floor) }]).Run();
            Assert.Equal(0, Assert.Single(run.Answers).PublicCostUsd);
            Assert.Equal(plain.ShortfallOf("jp"), run.ShortfallOf("jp"));
            foreach (var lane in new[] { "plant>jp:magnet", "other>jp:magnet" })
            {
                Assert.All(Enumerable.Range(0, 80), day => Assert.Equal(plain.DispatchAt(lane, day + 0.5), run.DispatchAt(lane, day + 0.5)));
            }
        }
    }

    [Theory]
    [InlineData(63, 122_153_000)]
    [InlineData(123, 0)]
    public void A_floor_of_110_on_2599_tonnes_a_year(double market, double cost)
    {
        // (110 - 63) USD/kg x 2,599 t.
        var account = Runs.Answered(Oxide(market), 365, [], new PriceFloor { At = ["mp"], Price = new UsdPerTonne(110_000) }).Answers[0];
        Assert.Equal((2599, cost), (Math.Round(account.Tonnes, 6), Math.Round(account.PublicCostUsd)));
    }
}
