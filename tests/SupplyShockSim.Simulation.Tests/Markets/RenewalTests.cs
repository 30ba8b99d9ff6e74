using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>Contracts that last 90 days and are made anew in three parts, on days 30, 60 and 90 of each term.</summary>
public sealed class RenewalTests
{
    private static readonly MarketSpec Term = new() { Term = Days(90) };

    /// <summary>Two mines (CN, AU; 10 t/d each) with a contract of 10 t/d each with the same buyer (JP, 20 t/d), one day away.</summary>
    private static NetworkSpec TwoMines() => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("one", "CN", Makes("metal"), 10), Plant("other", "AU", Makes("metal"), 10), Buyer("cars", "JP", "metal", 20)],
        Lanes = [Lane("one", "cars", "metal", 10, 1), Lane("other", "cars", "metal", 10, 1)],
    };

    [Fact]
    public void What_was_bought_is_asked_for_once_however_late_the_first_change_comes()
    {
        // The first change comes on day 48, when the part of day 30 has turned already: on day 120 it is asked for what a term of 90 days carried, and
        // not for what 180 days did. The mine that could make more is asked for no more than it sells.
        var grows = new CapacityChange { At = ["other"], To = new Ratio(1.5), From = Day(48) };
        var run = Runs.Run(TwoMines(), 200, [grows], Term);
        run.Expect("cars", 0, null, null);
        Assert.All([61.0, 91, 121, 151, 181], day => Assert.Equal(10, run.DispatchAt("one>cars:metal", day), 1e-9));
    }
}
