using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>An office that decides few applications a day.</summary>
public sealed class LicenceQueueTests
{
    private static readonly ExportLicence Licences = new()
    {
        Name = "licences",
        By = ["CN"],
        From = Day(10),
        Review = DurationDistribution.FixedDays(20),
        DecisionsPerDay = 1,
    };

    /// <summary>Mine (CN) > buyers in Japan, 10 t/d each, no cover, 2 days away.</summary>
    private static NetworkSpec BuyersOf(params string[] buyers) => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 90), .. buyers.Select(b => Buyer(b, "JP", "metal", 10))],
        Lanes = [.. buyers.Select(b => Lane("mine", b, "metal", 10, 2))],
    };

    /// <summary>The buyers in the order in which they were granted, with the day.</summary>
    private static (string Buyer, double Day)[] Granted(RunRecord run) =>
        [.. run.Log.Where(e => e.Kind == LogKind.LicenceGranted).Select(e => (run.Network.Sites.Id[run.Network.Lanes.To[e.Subject]], e.Time.Days))];

    [Theory]
    [InlineData("a", "z")]
    [InlineData("z", "a")]
    public void Each_of_two_is_first_half_the_time_whatever_its_name_and_row(string first, string second)
    {
        // Both files are ready on day 30. Of 200 fair draws 100 with a standard deviation of sqrt(200)/2 = 7.1: 72 to 128 are four of them.
        var network = BuyersOf(first, second);
        var wins = Enumerable.Range(1, 200).Count(seed => Granted(Runs.Run(network, 40, [Licences], seed: (ulong)seed))[0].Buyer == first);
        Assert.InRange(wins, 72, 128);
    }

    [Fact]
    public void The_order_is_that_of_the_run_not_of_the_rows_and_is_not_moved_by_others()
    {
        var orders = Enumerable.Range(1, 20).Select(seed => Order(seed, "a", "b", "c")).ToArray();
        Assert.Equal(orders, Enumerable.Range(1, 20).Select(seed => Order(seed, "c", "a", "b")));
        Assert.Equal(orders, Enumerable.Range(1, 20).Select(seed => Order(seed, "A", "c", "a", "b").Replace("A", "", StringComparison.Ordinal)));
        Assert.True(orders.Distinct().Count() > 3);

        static string Order(int seed, params string[] buyers) =>
            string.Concat(Granted(Runs.Run(BuyersOf(buyers), 60, [Licences], seed: (ulong)seed)).Select(g => g.Buyer));
    }

    [Fact]
    public void It_decides_one_after_another()
    {
        // All three files are ready on day 30; half a decision a day: 30, 32, 34. Whoever is k-th waits 2 k days longer: 200, 220, 240 t, after two
        // days of voyage.
        var run = Runs.Run(BuyersOf("a", "b", "c"), 60, [Licences with { DecisionsPerDay = 0.5 }]);
        var granted = Granted(run);
        Assert.Equal([30, 32, 34], granted.Select(g => g.Day));
        for (var k = 0; k < 3; k++)
        {
            run.Expect(granted[k].Buyer, 200 + (20 * k), 12, 32 + (2 * k));
        }
    }

    [Fact]
    public void An_office_that_was_idle_decides_at_once()
    {
        var run = Runs.Run(BuyersOf("a", "b", "c"), 60, [Licences with { DecisionsPerDay = 2 }]);
        Assert.Equal([30, 30.5, 31], Granted(run).Select(g => g.Day));
    }

    [Fact]
    public void Whoever_came_first_is_served_first()
    {
        // Reviews of 10 to 60 days end on different days, each decided on the day it ends or, behind another, up to two days later.
        var sampled = Licences with { Review = new DurationDistribution(DistributionShape.Triangular, [10, 20, 60]) };
        foreach (var seed in (ulong[])[1, 2, 3, 4, 5])
        {
            var free = Granted(Runs.Run(BuyersOf("a", "b", "c"), 100, [sampled with { DecisionsPerDay = null }], seed: seed));
            var limited = Granted(Runs.Run(BuyersOf("a", "b", "c"), 100, [sampled], seed: seed));
            Assert.Equal(free.Select(g => g.Buyer), limited.Select(g => g.Buyer));
            var at = 0.0;
            foreach (var (ready, decided) in free.Zip(limited, (f, l) => (f.Day, l.Day)))
            {
                at = Math.Max(ready, at);
                Assert.Equal(at, decided, 1e-9);
                at += 1;
            }
        }
    }

    [Fact]
    public void Withdrawn_applications_take_no_time_of_the_office()
    {
        // A decision every ten days: one of three on day 30. The suspension on day 31 withdraws the other two; all apply anew on 32, are ready on 52,
        // and find an office that is free since 40: granted on 52, 62 and 72.
        var pause = new Window { From = Day(31), Until = Day(32) };
        var run = Runs.Run(BuyersOf("a", "b", "c"), 100, [Licences with { DecisionsPerDay = 0.1, Suspended = [pause] }]);
        Assert.Equal([30, 52, 62, 72], Granted(run).Select(g => g.Day));
    }

    [Fact]
    public void A_queue_goes_on_alike_in_a_fork()
    {
        var original = Runs.Prepare(BuyersOf("a", "b", "c", "d"), 60, [Licences]).Open();
        original.RunUntil(SimTime.FromDays(31.5));
        var fork = original.Fork();
        original.Finish();
        fork.Finish();
        Assert.Equal(original.TraceHash, fork.TraceHash);
        Assert.Equal(4, Granted(fork.Run()).Length);
    }
}
