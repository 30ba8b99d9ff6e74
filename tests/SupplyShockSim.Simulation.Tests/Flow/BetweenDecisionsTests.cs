using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>
/// A seller runs dry between two points of the review grid: what it ships falls in that second, and who lost supply looks for more at the next point.
/// </summary>
public sealed class BetweenDecisionsTests
{
    /// <summary>A gold mine (KR) whose metal, 10 t/d, nobody uses; its lane to the cars (JP) is open and dear.</summary>
    private static SiteSpec Near =>
        Plant("near", "KR", new TechnologyRef(null, new TechnologySpec { Outputs = new Dictionary<string, double> { ["gold"] = 1, ["metal"] = 10 } }), 1);

    [Fact]
    public void Contracts_are_rationed_at_once_and_a_new_supplier_is_found_at_the_next_review()
    {
        // The mine holds 4.5 d x 10 t/d = 45 t. From day 10 it makes 6 t/d: 4 t/d less than is ordered, dry on day 10 + 11.25.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("gold")],
            Sites = [Plant("mine", "AU", Makes("metal"), 12, CoverOf(4.5)), Near, Buyer("radars", "US", "metal", 4), Buyer("cars", "JP", "metal", 6),
                Buyer("rings", "US", "gold", 1)],
            Lanes = [Lane("mine", "radars", "metal", 4), Lane("mine", "cars", "metal", 6), Lane("near", "cars", "metal", 0, cost: 300),
                Lane("near", "rings", "gold", 1)],
        };
        var run = Runs.Run(network, 35, [new Outage { At = ["mine"], Share = new Share(0.5), From = Day(10) }]);
        Assert.Equal(21.25, run.First(LogKind.StockRanDry, run.Network.Stock("mine:metal:out")).Time.Days);

        // 6 t/d among orders of 4 and 6: 2.4 and 3.6.
        Assert.Equal((4, 6), On(21.2));
        Assert.Equal((2.4, 3.6), On(21.25));
        Assert.Equal(0, run.DispatchAt("near>cars:metal", 21.99));
        Assert.Equal(2.4, run.DispatchAt("near>cars:metal", 22), 9);

        // Cars lack 2.4 t/d for 0.75 d; radars know nobody else and lack 1.6 t/d for 13.75 d.
        run.Expect("cars", 1.8, 21.25, 22);
        run.Expect("radars", 22, 21.25, 35);

        (double Radars, double Cars) On(double day) =>
            (Math.Round(run.DispatchAt("mine>radars:metal", day), 9), Math.Round(run.DispatchAt("mine>cars:metal", day), 9));
    }

    [Fact]
    public void Who_bought_on_the_spot_is_cut_at_once_after_the_contracts()
    {
        // The plant serves the radars under contract (4 t/d) and from day 5, when the cars lose their mine, the cars with its idle 6 t/d. It holds 3 d x 4
        // t/d = 12 t
        // of ore. From day 10 only 2 t/d of ore come in, it uses 10: dry on day 11.5, and then makes 2 t/d, all of it for the contract.
        // The gold mine may export from day 11, but is dearer than the plant until that has nothing more.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("ore"), Commodity("metal"), Commodity("gold")],
            Sites =
            [
                Plant("pit", "AU", Makes("ore"), 10), Plant("plant", "DE", Recipe("ore", 1, "metal"), 10, CoverOf(("ore", 3))),
                    Plant("lost", "CN", Makes("metal"), 6), Near,
                Buyer("radars", "US", "metal", 4), Buyer("cars", "JP", "metal", 6), Buyer("rings", "US", "gold", 1),
            ],
            Lanes =
            [
                Lane("pit", "plant", "ore", 4), Lane("plant", "radars", "metal", 4), Lane("plant", "cars", "metal", 0, cost: 100),
                    Lane("lost", "cars", "metal", 6),
                Lane("near", "cars", "metal", 0, cost: 300), Lane("near", "rings", "gold", 1),
            ],
        };
        ControlSpec[] shocks =
        [
            new ExportBan { Name = "loss", By = ["CN"], From = Day(5) },
            new ExportBan { Name = "closed", By = ["KR"], Of = ["metal"], From = Day(0), Until = Day(11) },
            new Outage { At = ["pit"], Share = new Share(0.8), From = Day(10) },
        ];
        var run = Runs.Run(network, 20, shocks);
        Assert.Equal((4, 6, 0), On(11.4));
        Assert.Equal((2, 0, 0), On(11.5));
        Assert.Equal((2, 0, 6), On(12));

        // Cars: 6 t/d for half a day. Radars: 2 t/d for 8.5 d.
        run.Expect("cars", 3, 11.5, 12);
        run.Expect("radars", 17, 11.5, 20);

        (double Contract, double Spot, double Other) On(double day) =>
            (Math.Round(run.DispatchAt("plant>radars:metal", day), 9), Math.Round(run.DispatchAt("plant>cars:metal", day), 9),
                Math.Round(run.DispatchAt("near>cars:metal", day), 9));
    }
}
