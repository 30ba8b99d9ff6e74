using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>Two futures from one state, with every kind of control under way.</summary>
public sealed class ForkTests
{
    private static readonly ControlSpec[] Everything =
    [
        new ExportBan { Name = "ban", By = ["CN"], Share = new Share(0.5), Ramp = Days(20), InTransit = InTransit.Stop, From = Day(10), For = Days(60) },
        new ExportQuota { Name = "quota", By = ["AU"], Amount = new Tonnes(300), From = Day(15), Sharing = QuotaSharing.ProRata },
        new ExportLicence
        {
            Name = "licence", By = ["CN"], From = Day(20), For = Days(100), Review = new DurationDistribution(DistributionShape.Exponential, [8]),
                Validity = Days(20), DecisionsPerDay = 0.3,
            Approval = Network.Definitions.Schedule<Share>.Constant(new Share(0.7)),
            Reapply = Days(0),
        },
        new TransitChange { Name = "strait", Transit = Days(3), From = Day(35), For = Days(10) },
        new Outage { Name = "fire", At = ["plant"], Share = new Share(0.6), From = Day(30), For = Days(9), Ramp = Days(30) },
    ];

    private static PreparedRun Prepared() =>
        Runs.Prepare(Chain(), 300, Everything, new MarketSpec { Caution = new CautionSpec { More = Days(15), Keep = Days(20) }, Prices = new PriceSpec() });

    private static void AssertSame(RunRecord a, RunRecord b)
    {
        Assert.Equal((a.TraceHash, a.Events), (b.TraceHash, b.Events));
        Assert.Equal(a.Log, b.Log);
        Assert.Equal(a.Mass, b.Mass);
        for (var s = 0; s < a.Stock.Count; s++)
        {
            Assert.Equal(a.Stock[s]!.Times.ToArray(), b.Stock[s]!.Times.ToArray());
            Assert.Equal(a.Stock[s]!.ValueAt(a.End), b.Stock[s]!.ValueAt(a.End));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12.3)]
    [InlineData(22)]
    [InlineData(37.5)]
    [InlineData(46)]
    [InlineData(120)]
    [InlineData(300)]
    public void A_fork_goes_as_the_whole_and_leaves_the_original_as_it_was(double day)
    {
        var prepared = Prepared();
        var whole = prepared.Run();
        var original = prepared.Open();
        original.RunUntil(SimTime.FromDays(day));
        var (hash, events) = (original.TraceHash, original.Events);
        var fork = original.Fork();
        AssertSame(whole, fork.Finish());
        Assert.Equal((hash, events, SimTime.FromDays(day)), (original.TraceHash, original.Events, original.Now));
        AssertSame(whole, original.Finish());
    }

    [Fact]
    public void A_fork_of_a_fork()
    {
        var prepared = Prepared();
        var first = prepared.Open();
        first.RunUntil(SimTime.FromDays(25));
        var second = first.Fork();
        second.RunUntil(SimTime.FromDays(41));
        AssertSame(prepared.Run(), second.Fork().Finish());
    }
}
