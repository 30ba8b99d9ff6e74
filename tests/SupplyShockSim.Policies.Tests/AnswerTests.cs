using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Answers.Demand;
using SupplyShockSim.Policies.Answers.Projects;
using SupplyShockSim.Policies.Answers.Stockpiles;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Answers beside their known cases: chance, what they change together, forks.</summary>
public sealed class AnswerTests
{
    /// <summary>
    /// Plants in China (12 t/d, sells 10) and Malaysia (12 t/d, sells nothing, a little dearer, accepted after 20 days) and a buyer of 10 t/d in Japan.
    /// </summary>
    private static NetworkSpec Net() => new()
    {
        Commodities = [Commodity("magnet", 60_000)],
        Sites = [Plant("plant", "CN", Makes("magnet"), 12), Plant("other", "MY", Makes("magnet"), 12), Buyer("jp", "JP", "magnet", 10, endUse: "automotive")],
        Lanes = [Lane("plant", "jp", "magnet", 10), Lane("other", "jp", "magnet", 0, cost: 50, qualification: 20)],
    };

    private static ExportBan Halt(double from, double until) => new() { Name = "halt", By = ["CN"], Of = ["magnet"], From = Day(from), Until = Day(until) };

    private static CapacityProject Project(double buildDays) => new()
    {
        Name = "new",
        Country = "JP",
        Technology = Makes("magnet"),
        Capacity = new TonnesPerDay(4),
        Construction = DurationDistribution.FixedDays(buildDays),
        Capex = new Usd(100e6),
        Public = new Share(0.5),
    };

    [Fact]
    public void A_project_that_fails_costs_and_brings_nothing()
    {
        var run = Runs.Answered(Net(), 60, [Halt(10, 50)], Project(30) with { Success = new Share(0) });
        var plain = Runs.Run(Net(), 60, [Halt(10, 50)]);
        Assert.Equal(plain.ShortfallOf("jp"), run.ShortfallOf("jp"));
        var account = Assert.Single(run.Answers);
        Assert.Equal((50e6, 0, null), (account.PublicCostUsd, account.Tonnes, account.Opened));
        Assert.Contains(run.Log, e => e.Kind == LogKind.ProjectFailed && e.Time == Runs.AtDay(30));
    }

    [Fact]
    public void Its_chance_is_drawn_once_and_anew_in_each_replication()
    {
        var prepared = Runs.Prepare(Net(), 40, answers: [Project(30) with { Success = new Share(0.5) }]);
        var opened = Enumerable.Range(0, 200).Count(r => prepared.WithReplication(r).Run().Answers[0].Opened is not null);

        // 200 draws at one half: 100, and within four standard deviations (7.1 each) of it.
        Assert.InRange(opened, 72, 128);
        Assert.Equal(prepared.WithReplication(3).Run().TraceHash, prepared.WithReplication(3).Run().TraceHash);
    }

    [Fact]
    public void A_project_waits_for_its_price_and_another_policy_may_wait_for_it()
    {
        var waits = Runs.Answered(Net(), 60, [], Project(10) with { MinPrice = new UsdPerTonne(60_001) });
        Assert.Equal((null, 0), (waits.Answers[0].Opened, waits.Answers[0].PublicCostUsd));

        // It opens on day 10; five days later the halt begins.
        ExportBan halt = Halt(0, 1000) with
        {
            From = default,
            Until = null,
            Trigger = new TriggerSpec { After = "new", Event = PolicyEvent.Opens, By = Days(5) }
        };
        var run = Runs.Answered(Net(), 60, [halt], Project(10) with { MinPrice = new UsdPerTonne(60_000) });
        Assert.Equal(Runs.AtDay(10), run.Answers[0].Opened);
        Assert.Equal(Runs.AtDay(15), run.Controls[0].InForce[0].From);
    }

    [Fact]
    public void Contracts_of_an_alliance_go_to_members_that_sell_already()
    {
        // Half of the 10 t/d bought in China goes to Malaysia on day 5; in the halt the buyer has those 5, and the other 5 once Malaysia answers: at once,
        // as it is accepted by its contract and has 12 t/d.
        Alliance alliance = new()
        {
            Name = "allies",
            Members = ["MY", "JP"],
            Contracts = new ContractTerms { Share = new Share(0.5), InsteadOf = ["CN"] },
            From = Day(5)
        };
        var run = Runs.Answered(Net(), 60, [Halt(10, 50)], alliance);
        Assert.Equal(5, run.DispatchAt("other>jp:magnet", 8), 1e-9);
        Assert.Equal(5, run.DispatchAt("plant>jp:magnet", 8), 1e-9);
        Assert.Equal(0, run.ShortfallOf("jp").Total, 1e-6);
    }

    [Fact]
    public void What_is_preferred_is_bought_first_although_it_is_dearer()
    {
        // Malaysia and Korea lose their buyers of 10 t/d on day 9 and run on. Japan, cut off on day 10, takes the cheaper Korean magnets, but under the
        // alliance those of Malaysia, which are 50 USD/t dearer and count as 100 cheaper.
        SiteSpec Slow(string id, string country) => Plant(id, country, Makes("magnet"), 12) with { Slowdown = new RampRate(1e-6) };
        var net = Net() with
        {
            Sites = [Net().Sites[0], Slow("other", "MY"), Slow("third", "KR"), Net().Sites[2], Buyer("u1", "US", "magnet", 10),
                Buyer("u2", "US", "magnet", 10)],
            Lanes =
            [
                Net().Lanes[0], Lane("other", "jp", "magnet", 0, cost: 50), Lane("third", "jp", "magnet", 0), Lane("other", "u1", "magnet", 10),
                Lane("third", "u2", "magnet", 10),
            ],
        };
        ControlSpec[] halts = [Halt(10, 30), new ExportBan { Name = "lost", By = ["MY", "KR"], To = ["US"], From = Day(9), Until = Day(31) }];
        Assert.InRange(Runs.Run(net, 40, halts).Dispatched("third>jp:magnet", 11, 29), 170, 181);
        var run = Runs.Answered(net, 40, halts, new Alliance { Members = ["MY", "JP"], Prefer = new UsdPerTonne(100) });
        Assert.InRange(run.Dispatched("other>jp:magnet", 11, 29), 170, 181);
    }

    [Fact]
    public void A_leak_of_all_without_extra_time_is_no_ban()
    {
        var run = Runs.Run(Net() with { Lanes = [Net().Lanes[0]] }, 60, [Halt(10, 50) with { Leak = new LeakSpec { Share = Share.All } }]);
        run.Expect("jp", 0, null, null);
        Assert.Equal(10, run.DispatchAt("plant>jp:magnet", 55), 1e-9);
    }

    [Fact]
    public void A_fast_track_leaves_what_has_begun()
    {
        // Acceptance began on day 10 and takes its 20 days, although it would take 10 from day 15 on.
        var run = Runs.Answered(Net(), 60, [Halt(10, 50)], new FastTrack { To = new Ratio(0.5), From = Day(15) });
        var (total, first, last) = run.ShortfallOf("jp");
        Assert.Equal((10, 30), (first!.Value, Math.Round(last!.Value)));
        Assert.InRange(total, 199.9, 210);
    }

    [Fact]
    public void All_of_them_together_keep_mass_and_fork_and_replay()
    {
        AnswerSpec[] all =
        [
            Project(20) with { Contracts = new ContractTerms { Share = new Share(0.5), InsteadOf = ["CN"] } },
            new Stockpile { Name = "reserve", Of = ["magnet"], Members = ["JP"], Amount = new StockAmount(new Tonnes(50), default), Refill = new RefillSpec() },
            new ForwardBuying { Name = "buying", Of = "magnet", Into = "reserve", Amount = new StockAmount(new Tonnes(20), default), Over = Days(10) },
            new Recycling { Name = "old", Of = "magnet", Into = new Dictionary<string, Share> { ["magnet"] = new(0.9) }, Collection = new Share(0.1),
                Lifetime = Days(30) },
            new FastTrack { Name = "fast", To = new Ratio(0.5) },
            new Alliance { Name = "allies", Members = ["MY", "JP"], Prefer = new UsdPerTonne(100) },
            new Substitution { Name = "less", Of = "magnet", After = Days(2) },
            new CatchUp { Name = "later", Share = new Share(0.5), Extra = new Ratio(0.1), Within = Days(60) },
            new PriorityAllocation { Name = "order", Order = ["automotive"] },
        ];
        ControlSpec[] shocks = [Halt(10, 80) with { Leak = new LeakSpec { Share = new Share(0.1), ExtraTime = Days(5) } }];
        var prepared = Runs.Prepare(Net(), 200, shocks, answers: all);
        var run = prepared.Open();
        run.RunUntil(Runs.AtDay(33.3));
        var (fork, straight) = (run.Fork().Run(), run.Run());
        Assert.Equal(straight.TraceHash, fork.TraceHash);
        Assert.Equal(prepared.Run().TraceHash, fork.TraceHash);
        Assert.Equal(straight.Answers.Select(a => (a.Tonnes, a.PublicCostUsd)), fork.Answers.Select(a => (a.Tonnes, a.PublicCostUsd)));
        Assert.True(straight.ShortfallOf("jp").Total < Runs.Run(Net(), 200, [Halt(10, 80)]).ShortfallOf("jp").Total);

        // Each pair runs with all invariants, which the run checks itself.
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
            {
                AnswerSpec[] pair = all[i] is ForwardBuying || all[j] is ForwardBuying ? [all[1], all[2], all[i == 2 ? j : i]] : [all[i], all[j]];
                Runs.Answered(Net(), 120, shocks, [.. pair.Distinct()]);
            }
        }
    }
}
