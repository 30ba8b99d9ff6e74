using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests.Markets;

/// <summary>
/// A shortage of ore is felt in the price of magnets before the last stock is gone. 2 t of ore at 10,000 USD/t in a magnet of 50,000: a cost share of 0.4.
/// </summary>
public sealed class CostPassedTests
{
    private static readonly MarketSpec Moving = new() { Prices = new PriceSpec() };

    private static readonly ExportBan Half = new() { By = ["AU"], Of = ["ore"], To = ["KR"], Share = new Share(0.5), From = Day(10) };

    private static RunRecord Run(double oreInPrice = 10000) => Runs.Run(
        new NetworkSpec
        {
            Commodities = [Commodity("ore", oreInPrice), Commodity("magnet", 50000)],
            Sites =
            [
                Plant("mine", "AU", Makes("ore"), 80), Plant("plant-cn", "CN", Recipe("ore", 2, "magnet"), 10, CoverOf(("ore", 200))),
                Plant("plant-kr", "KR", Recipe("ore", 2, "magnet"), 20, CoverOf(("ore", 200))),
                Buyer("cars", "JP", "magnet", 20), Buyer("wind", "US", "magnet", 5),
            ],
            Lanes =
            [
                Lane("mine", "plant-cn", "ore", 20), Lane("mine", "plant-kr", "ore", 30), Lane("plant-cn", "cars", "magnet", 10),
                Lane("plant-kr", "cars", "magnet", 10), Lane("plant-kr", "wind", "magnet", 5),
            ],
        },
        60,
        [Half],
        Moving);

    private static double Index(RunRecord run, string commodity, string country, double day)
    {
        var (c, k) = (Array.IndexOf(run.Network.Commodities.Id, commodity), Array.IndexOf(run.Network.Countries.Code, country));
        return run.Prices[(c * run.Network.Countries.Count) + k]!.ValueAt(SimTime.FromDays(day));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(59)]
    public void An_input_that_grows_dear_makes_its_product_dearer_by_its_share(double day)
    {
        var run = Run();
        var ore = Index(run, "ore", "KR", day);
        Assert.True(ore > 1.1 * (day / 12), $"{ore}");
        Assert.Equal(1, Index(run, "ore", "CN", day));

        // America buys of Korea alone; Japan half of Korea, half of China, whose ore is as cheap as before. Nobody is short.
        Assert.Equal(1 + (0.4 * (ore - 1)), Index(run, "magnet", "US", day), 1e-12);
        Assert.Equal(1 + (0.2 * (ore - 1)), Index(run, "magnet", "JP", day), 1e-12);
        Assert.Equal(0, run.ShortfallOf("cars").Total);
    }

    [Fact]
    public void The_share_of_an_input_is_at_most_one()
    {
        // 2 t of ore at 100,000 USD/t cost more than the magnet of 50,000.
        var run = Run(100_000);
        Assert.Equal(Index(run, "ore", "KR", 30), Index(run, "magnet", "US", 30), 1e-12);
    }
}
