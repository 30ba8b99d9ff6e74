using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

public sealed class ByProductTests
{
    /// <summary>
    /// A plant (CN, 20 t/d, 5 days of magnets, 2 days of scrap) makes 0.4 t of scrap per tonne of magnet; a smelter takes what is given of the 4 t/d.
    /// </summary>
    private static NetworkSpec WithScrap(double taken) => new()
    {
        Commodities = [Commodity("magnet"), Commodity("scrap")],
        Sites =
        [
            Plant("plant", "CN", new TechnologyRef(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["magnet"] = 1, ["scrap"] = 0.4 } }),
                20, CoverOf(("magnet", 5), ("scrap", 2))),
            Buyer("cars", "JP", "magnet", 10, 2), Buyer("smelter", "JP", "scrap", taken),
        ],
        Lanes = [Lane("plant", "cars", "magnet", 10, 1), Lane("plant", "smelter", "scrap", taken, 1)],
    };

    private static MassAccount Scrap(RunRecord run) => run.Mass.Single(m => run.Network.Commodities.Id[m.Commodity] == "scrap");

    [Fact]
    public void What_nobody_takes_is_lost_and_the_network_is_quiet()
    {
        // 4 made, 1 taken: 3 t/d for 100 days.
        var run = Runs.Run(WithScrap(1), 100);
        Assert.Equal(2, run.Events);
        Assert.Equal(300, Scrap(run).Lost, 1e-9);
        Assert.Equal(8, run.StockAt("plant:scrap:out", 100), 1e-9);
    }

    [Fact]
    public void Its_stock_serves_while_the_plant_stands_and_fills_again()
    {
        // One day without scrap: 4 of 8 t. The plant makes up for 10 t of magnets, and so for 4 t of scrap, to within the dead band of 0.03 t x 0.4.
        var run = Runs.Run(WithScrap(4), 600, [new Outage { At = ["plant"], From = Day(10), For = Days(1) }]);
        run.Expect("smelter", 0, null, null);
        Assert.Equal(4, run.StockAt("plant:scrap:out", 11), 1e-9);
        Assert.InRange(run.StockAt("plant:scrap:out", 600), 8 - 0.013, 8);
        Assert.Equal(0, Scrap(run).Lost, 1e-9);
    }

    [Fact]
    public void What_does_not_fit_into_its_stock_is_lost()
    {
        // Cars want half as much again: the scrap of every magnet beyond 10 t/d is more than the smelter takes and the stock is full.
        var run = Runs.Run(WithScrap(4), 60, [new DemandChange { At = ["cars"], To = new Ratio(1.5), From = Day(10) }]);
        Assert.Equal(8, run.StockAt("plant:scrap:out", 60), 6 / 86400.0);
        Assert.Equal((0.4 * run.Made("plant", 0, 60)) - (4 * 60), Scrap(run).Lost, 6 / 86400.0);
    }

    [Fact]
    public void A_plant_does_not_run_for_its_by_product()
    {
        // The smelter wants twice the scrap; it gets the stock of 8 t over and above, then what is made.
        var run = Runs.Run(WithScrap(4), 100, [new DemandChange { At = ["smelter"], To = new Ratio(2), From = Day(10) }]);
        Assert.Equal(10, run.ActivityAt("plant", 50), 1e-9);
        Assert.Equal(4, run.ShortfallAt("smelter", 50), 1e-9);
    }

    /// <summary>Mine and recycler > oxide > metal > magnet and scrap > recycler; no cover, no voyage.</summary>
    private static NetworkSpec Cycle(double transit) => new()
    {
        Commodities = [Commodity("oxide"), Commodity("metal"), Commodity("magnet"), Commodity("scrap")],
        Sites =
        [
            Plant("mine", "AU", Makes("oxide"), 13.4), Plant("recycler", "CN", Recipe("scrap", 2, "oxide"), 2),
                Plant("smelter", "CN", Recipe("oxide", 1.1, "metal"), 14),
            Plant("plant", "CN", new TechnologyRef(null, new TechnologySpec
            {
                Inputs = new Dictionary<string, double> { ["metal"] = 1.4 },
                Outputs = new Dictionary<string, double> { ["magnet"] = 1, ["scrap"] = 0.4 },
            }), 10),
            Buyer("cars", "JP", "magnet", 10),
        ],
        Lanes =
        [
            Lane("mine", "smelter", "oxide", 13.4, transit), Lane("recycler", "smelter", "oxide", 2, transit), Lane("smelter", "plant", "metal", 14, transit),
            Lane("plant", "cars", "magnet", 10, transit), Lane("plant", "recycler", "scrap", 4, transit),
        ],
    };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_cycle_is_quiet(double transit) => Assert.Equal(2, Runs.Run(Cycle(transit), 500).Events);

    [Fact]
    public void A_cycle_without_voyages_settles_within_the_instant()
    {
        // Half the mined oxide: 1.1 x 1.4 m = 6.7 + 0.4 m / 2, so m = 6.7 / 1.34 = 5 t/d of magnets: 5 t/d short for 20 days.
        var run = Runs.Run(Cycle(0), 60, [new ExportBan { By = ["AU"], Share = new Share(0.5), From = Day(10), For = Days(20) }]);
        Assert.Equal(5, run.ActivityAt("plant", 20), 1e-9);
        run.Expect("cars", 100, 10, 30);
    }
}
