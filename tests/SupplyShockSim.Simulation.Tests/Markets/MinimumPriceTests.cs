using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests.Markets;

/// <summary>A mine that needs 70 USD/kg and waits 20 days, at a price of 80.</summary>
public sealed class MinimumPriceTests
{
    private static NetworkSpec Net(double flow = 5) => new()
    {
        Commodities = [Commodity("magnet", 80_000)],
        Sites =
        [
            Plant("mine", "AU", Makes("magnet"), 5) with { MinPrice = new UsdPerTonne(70_000), Patience = Days(20) },
            Plant("plant", "CN", Makes("magnet"), 20), Buyer("jp", "JP", "magnet", 5),
        ],
        Lanes = [Lane("mine", "jp", "magnet", flow), Lane("plant", "jp", "magnet", 5 - flow)],
    };

    private static PriceChange Flood(double from, double days) => new() { Of = ["magnet"], To = new Ratio(0.5), From = Day(from), For = Days(days) };

    private static RateSeries MineOf(RunRecord run) => run.Activity[run.Network.Site("mine")]!;

    private static RunRecord Run(NetworkSpec network, params ControlSpec[] shocks) => Runs.Run(network, 200, shocks);

    [Fact]
    public void It_stops_after_its_patience_and_starts_at_the_first_review_above()
    {
        // 40 USD/kg from day 10: it stops on day 30. 80 from day 70: it starts. China's plant is asked at once by whoever lacks supply.
        var run = Run(Net(), Flood(10, 60));
        var activity = MineOf(run);
        Assert.Equal([0, 30 * 86400L, 70 * 86400L], activity.Times.ToArray());
        Assert.Equal([5.0, 0, 5], activity.Values.ToArray());
        var told = run.Log.Where(e => e.Kind is LogKind.SiteStopped or LogKind.SiteStarted).ToArray();
        Assert.Equal([(30.0, 70_000, 40_000), (70, double.NaN, 80_000)], told.Select(e => (e.Time.Days, e.Before, e.After)));
    }

    [Fact]
    public void Between_two_points_of_the_grid_it_waits_for_the_next()
    {
        // Below from day 10.5: patience ends at 30.5, the next look is that of day 31; above from 70.5: that of day 71.
        var activity = MineOf(Run(Net(), Flood(10.5, 60)));
        Assert.Equal([0, 31 * 86400L, 71 * 86400L], activity.Times.ToArray());
    }

    [Fact]
    public void A_dip_that_is_shorter_than_its_patience_does_not_stop_it() =>
        Assert.Equal(1, MineOf(Run(Net(), Flood(10, 19), Flood(40, 19) with { Name = "again" })).Count);

    [Fact]
    public void One_that_made_nothing_is_idle_from_the_start_and_asked_once_it_is_above()
    {
        // At 40 USD/kg until day 70 it may not answer the halt of day 50, which costs 5 t/d until then.
        var halt = new ExportBan { By = ["CN"], From = Day(50) };
        var run = Run(Net(0), Flood(0, 70), halt);
        run.Expect("jp", 100, 50, 70);
        Assert.Equal(5, MineOf(run).ValueAt(SimTime.FromDays(70)));
    }
}
