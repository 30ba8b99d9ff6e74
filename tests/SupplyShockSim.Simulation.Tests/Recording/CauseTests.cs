using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>The log: every shortfall leads back, cause by cause, to the control behind it.</summary>
public sealed class CauseTests
{
    /// <summary>Plant (CN, 12 t/d) > cars (JP, 10 t/d), 7 days away.</summary>
    private static NetworkSpec Direct(double cover = 0, double? laneCapacity = null) => new()
    {
        Commodities = [Commodity("magnet")],
        Sites = [Plant("plant", "CN", Makes("magnet"), 12), Buyer("cars", "JP", "magnet", 10, cover)],
        Lanes = [Lane("plant", "cars", "magnet", 10, 7, laneCapacity)],
    };

    private static IReadOnlyList<LogKind> ChainOfFirstShortfall(RunRecord run) => run.ChainOf(run.First(LogKind.ShortfallStarted, run.Network.Site("cars")));

    [Fact]
    public void Direct_ban()
    {
        var run = Runs.Run(Direct(cover: 20), 100, [new ExportBan { Name = "halt", By = ["CN"], From = Day(10), For = Days(60) }]);
        Assert.Equal(
            [LogKind.ShortfallStarted, LogKind.StockRanDry, LogKind.ArrivalsFell, LogKind.LaneClosed, LogKind.ControlStarted],
            ChainOfFirstShortfall(run));

        // Closed on day 10, last goods on day 17, 20 days of cover: day 37; reopened on day 70, goods on day 77.
        var started = run.First(LogKind.ShortfallStarted, run.Network.Site("cars"));
        Assert.Equal((37, 0, 10), (started.Time.Days, started.Before, started.After));
        var ended = run.First(LogKind.ShortfallEnded, run.Network.Site("cars"));
        Assert.Equal((77, 0), (ended.Time.Days, ended.After));
        var chain = run.ChainOf(ended);
        Assert.Equal([LogKind.ShortfallEnded, LogKind.ArrivalsRose], chain.Take(2));
        Assert.Equal([LogKind.LaneOpened, LogKind.ControlEnded, LogKind.ControlStarted], chain.Skip(chain.Count - 3));
    }

    [Fact]
    public void Two_stages_up()
    {
        var run = Runs.Run(Chain(), 300, [new ExportBan { Name = "metal ban", By = ["Australia"], From = Day(10), For = Days(100) }]);
        Assert.Equal(
            [
                LogKind.ShortfallStarted, LogKind.StockRanDry, LogKind.ArrivalsFell, LogKind.SellerRationed, LogKind.StockRanDry,
                LogKind.StockRanDry, LogKind.ArrivalsFell, LogKind.LaneClosed, LogKind.ControlStarted,
            ],
            ChainOfFirstShortfall(run).Where(k => k != LogKind.ActivityFell));
    }

    [Fact]
    public void Licence_refused()
    {
        var licence = new ExportLicence
        {
            Name = "licences",
            By = ["CN"],
            From = Day(10),
            Review = DurationDistribution.FixedDays(5),
            Reapply = Days(1000),
            Approval = Schedule0,
        };
        var chain = ChainOfFirstShortfall(Runs.Run(Direct(), 100, [licence]));
        Assert.Equal(LogKind.LaneClosed, chain[^2]);
        Assert.Equal(LogKind.ControlStarted, chain[^1]);
    }

    [Fact]
    public void Quota_used_up()
    {
        var chain = ChainOfFirstShortfall(Runs.Run(Direct(), 100, [new ExportQuota { Name = "quota", By = ["CN"], Amount = new Tonnes(100) }]));
        Assert.Equal([LogKind.LaneClosed, LogKind.QuotaUsedUp, LogKind.ControlStarted], chain.Skip(chain.Count - 3));
    }

    [Fact]
    public void Outage()
    {
        var chain = ChainOfFirstShortfall(Runs.Run(Direct(), 100, [new Outage { Name = "fire", At = ["plant"], From = Day(10) }]));
        Assert.Equal(LogKind.ShortfallStarted, chain[0]);
        Assert.Contains(LogKind.SellerRationed, chain);
        Assert.Equal([LogKind.CapacityChanged, LogKind.ControlStarted], chain.Skip(chain.Count - 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Demand_that_outgrows_supply(double cover)
    {
        var run = Runs.Run(Direct(cover), 200, [new DemandChange { Name = "boom", At = ["cars"], To = new Ratio(2), From = Day(10) }]);
        var chain = ChainOfFirstShortfall(run);
        Assert.Equal([LogKind.DemandChanged, LogKind.ControlStarted], chain.Skip(chain.Count - 2));
    }

    [Fact]
    public void Slower_ships()
    {
        var chain = ChainOfFirstShortfall(Runs.Run(Direct(), 200, [new TransitChange { Name = "cape", Add = Days(10), From = Day(10) }]));
        Assert.Equal([LogKind.TransitChanged, LogKind.ControlStarted], chain.Skip(chain.Count - 2));
    }

    [Fact]
    public void Entries_are_numbered_in_order_of_time_and_follow_their_cause()
    {
        var run = Runs.Run(Chain(), 300, [new ExportBan { Name = "metal ban", By = ["Australia"], From = Day(10), For = Days(100) }]);
        for (var i = 0; i < run.Log.Count; i++)
        {
            Assert.Equal(i, run.Log[i].Id);
            Assert.True(run.Log[i].Cause < i);
            Assert.True(i == 0 || run.Log[i].Time >= run.Log[i - 1].Time);
        }

        Assert.Equal(LogKind.RunStarted, run.Log[0].Kind);
    }

    private static Network.Definitions.Schedule<Share> Schedule0 => Network.Definitions.Schedule<Share>.Constant(new Share(0));
}
