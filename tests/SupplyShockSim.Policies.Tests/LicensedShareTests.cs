using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

public sealed class LicensedShareTests
{
    /// <summary>Mine (CN) > four buyers in Japan, 10 t/d each, no cover, 2 days away.</summary>
    private static NetworkSpec Four() => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 60), Buyer("a", "JP", "metal", 10), Buyer("b", "JP", "metal", 10), Buyer("c", "JP", "metal", 10),
            Buyer("d", "JP", "metal", 10)],
        Lanes = [Lane("mine", "a", "metal", 10, 2), Lane("mine", "b", "metal", 10, 2), Lane("mine", "c", "metal", 10, 2), Lane("mine", "d", "metal", 10, 2)],
    };

    private static readonly ExportLicence Licences = new()
    {
        Name = "licences",
        By = ["CN"],
        From = Day(10),
        Review = DurationDistribution.FixedDays(20),
        Share = new Share(0.6),
    };

    [Fact]
    public void What_needs_no_licence_passes()
    {
        // 6 of 10 t/d need a licence, from day 10 to 30; two days of voyage: 6 x 20 = 120 t short, day 12 to 32.
        Runs.Run(Four(), 60, [Licences]).Expect("a", 120, 12, 32);
    }

    [Fact]
    public void Cleared_goods_go_on_leaving()
    {
        // Closed for 60 % only from day 15: 6 x 15 = 90 t, day 17 to 32.
        Runs.Run(Four(), 60, [Licences with { Cleared = Days(5) }]).Expect("a", 90, 17, 32);
    }

    [Fact]
    public void Tested_goods_leave_later()
    {
        // Full to day 15, nothing to 23 (tests), 4 t/d to 30: 10 x 8 + 6 x 7 = 122 t, day 17 to 32.
        Runs.Run(Four(), 60, [Licences with { Cleared = Days(5), Customs = Days(8) }]).Expect("a", 122, 17, 32);
    }

    [Fact]
    public void Where_all_needs_a_licence_there_is_nothing_to_test()
    {
        // 10 x 20 = 200 t, with tests or without.
        Runs.Run(Four(), 60, [Licences with { Share = Share.All, Customs = Days(8) }]).Expect("a", 200, 12, 32);
    }

    [Fact]
    public void An_expired_licence_leaves_what_needs_none()
    {
        // Granted on 30, expired on 60, renewal filed on 55 and granted on 75: 4 of 10 t/d from 60 to 75.
        var run = Runs.Run(Four(), 80, [Licences with { Validity = Days(30), Renewal = Days(5) }]);
        Assert.Equal(150 * 0.4, run.Dispatched("mine>a:metal", 60, 75), 6);
        Assert.True(run.DispatchAt("mine>a:metal", 59) > 9);
        Assert.True(run.DispatchAt("mine>a:metal", 75) > 9);
    }

    [Fact]
    public void Even_draws_spread_the_lanes_to_a_country_over_the_distribution()
    {
        // Four equal lanes are a quarter of the ring apart: of reviews between 0 and 40 days, 10 days, whatever the random start.
        foreach (var seed in (ulong[])[1, 2, 3])
        {
            var uniform = new DurationDistribution(DistributionShape.Uniform, [0, 40]);
            var run = Runs.Run(Four(), 60, [Licences with { Review = uniform, Draws = LicenceDraw.Even }], seed: seed);
            var days = run.Log.Where(e => e.Kind == LogKind.LicenceGranted).Select(e => e.Time.Days).Order().ToArray();
            Assert.Equal(4, days.Length);
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(10, pair.Second - pair.First, 3));
        }
    }

    [Fact]
    public void Even_draws_go_on_alike_in_a_fork()
    {
        var uniform = new DurationDistribution(DistributionShape.Uniform, [5, 40]);
        var shock = Licences with { Review = uniform, Draws = LicenceDraw.Even, Approval = Schedule<Share>.Constant(new Share(0.5)), Reapply = Days(1) };
        var original = Runs.Prepare(Four(), 200, [shock]).Open();
        original.RunUntil(SimTime.FromDays(40));
        var fork = original.Fork();
        original.Finish();
        fork.Finish();
        Assert.Equal(original.TraceHash, fork.TraceHash);
    }
}
