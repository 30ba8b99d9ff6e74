using CsCheck;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Answers.Stockpiles;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using SupplyShockSim.Testing;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Stockpiles: what they release to whom, when they are filled again, and what never happens for them.</summary>
public sealed class StockpileTests
{
    /// <summary>A plant (CN) that makes magnets for radars (2 t/d) and cars (8 t/d), both in Japan, without stock of their own.</summary>
    private static NetworkSpec Two(double capacity = 12) => new()
    {
        Commodities = [Commodity("magnet", 60_000)],
        Sites =
        [
            Plant("plant", "CN", Makes("magnet"), capacity),
            Buyer("radars", "JP", "magnet", 2, endUse: "defence", priority: 1), Buyer("cars", "JP", "magnet", 8, endUse: "automotive", priority: 2),
        ],
        Lanes = [Lane("plant", "radars", "magnet", 2), Lane("plant", "cars", "magnet", 8)],
    };

    private static ExportBan Halt(double from, double until, params string[] to) => new() { By = ["CN"], From = Day(from), Until = Day(until), To = to };

    private static Stockpile Pile(double tonnes) =>
        new() { Name = "reserve", Of = ["magnet"], Members = ["JP"], Amount = new StockAmount(new Tonnes(tonnes), default) };

    [Fact]
    public void What_cannot_be_given_to_all_is_divided_in_proportion()
    {
        // 5 of 10 t/d for 20 days: each lacks half of its use.
        var run = Runs.Answered(Two(), 100, [Halt(20, 40)], Pile(500) with { Release = new ReleaseSpec { Most = new TonnesPerDay(5) } });
        run.Expect("radars", 20, 20, 40);
        run.Expect("cars", 80, 20, 40);
    }

    [Fact]
    public void Or_class_by_class()
    {
        // Of 5 t/d radars get the 2 that they use, cars the other 3 of 8.
        var run = Runs.Answered(Two(), 100, [Halt(20, 40)], Pile(500) with
        {
            Release = new ReleaseSpec { Most = new TonnesPerDay(5) },
            Serves = new ServesSpec { Sharing = StockSharing.Priority },
        });
        run.Expect("radars", 0, null, null);
        run.Expect("cars", 100, 20, 40);
    }

    [Fact]
    public void Only_the_end_uses_named_are_served_and_days_are_those_of_their_use()
    {
        // 15 days of 2 t/d: radars are served until day 35, cars never.
        var run = Runs.Answered(Two(), 100, [Halt(20, 40)], Pile(0) with
        {
            Amount = new StockAmount(null, SimDuration.FromDays(15)),
            Serves = new ServesSpec { EndUse = ["defence"] },
        });
        run.Expect("radars", 10, 35, 40);
        run.Expect("cars", 160, 20, 40);
    }

    [Fact]
    public void A_stockpile_that_is_far_away_helps_later()
    {
        // What leaves on day 20 lands on day 25.
        var run = Runs.Answered(Two(), 100, [Halt(20, 60)], Pile(500) with { Transit = Days(5) });
        run.Expect("radars", 10, 20, 25);
        run.Expect("cars", 40, 20, 25);
    }

    [Fact]
    public void It_buys_again_once_nothing_was_released_for_a_time()
    {
        // 100 t last from day 10 to 20. From day 20 + 30 on it buys 100 t / 50 d = 2 t/d, as the plant can make 2 t/d more than its contracts.
        var run = Runs.Answered(Two(), 300, [Halt(10, 20)], Pile(100) with { Refill = new RefillSpec { After = Days(30), Over = Days(50) } });
        Assert.Equal(0, run.StockAt("reserve:magnet:out", 49), 1e-6);
        Assert.InRange(run.StockAt("reserve:magnet:out", 60), 17.9, 20.001);
        Assert.InRange(run.StockAt("reserve:magnet:out", 300), 98, 100.001);
        Assert.Equal(0, run.ShortfallOf("cars").Total, 1e-6);

        // 100 t bought, 100 t sold, bought again and there at the end, all at one price: it costs nothing.
        var account = Assert.Single(run.Answers);
        Assert.Equal(0, account.PublicCostUsd, 1);
        Assert.Equal(100, account.Tonnes, 1e-6);
    }

    [Fact]
    public void Unused_it_costs_no_event_but_its_own_beginning()
    {
        var halt = Halt(20, 22);
        var cover = Two() with { Sites = [.. Two().Sites.Select(s => s.Kind == SiteKind.Consumer ? s with { Cover = CoverOf(10) } : s)] };
        var (without, with) = (Runs.Run(cover, 100, [halt]), Runs.Answered(cover, 100, [halt], Pile(100)));
        Assert.Equal(without.Events + 1, with.Events);
        Assert.Null(Assert.Single(with.Answers).FirstUsed);
        Assert.Equal(100, with.Answers[0].LeftTonnes);
    }

    [Fact]
    public void A_fork_in_the_middle_of_a_release_goes_on_as_the_run_does()
    {
        var prepared = Runs.Prepare(Two(), 100, [Halt(20, 60)], answers: [Pile(200) with { Refill = new RefillSpec() }]);
        var run = prepared.Open();
        run.RunUntil(Runs.AtDay(27.5));
        var (fork, straight) = (run.Fork().Run(), run.Run());
        Assert.Equal(straight.TraceHash, fork.TraceHash);
        Assert.Equal(prepared.Run().TraceHash, fork.TraceHash);
        Assert.Equal(straight.Answers[0], fork.Answers[0]);
    }

    [Fact]
    public void Two_that_serve_one_buyer_take_turns()
    {
        // 10 t/d are missing for 20 days: 60 t of the first and 60 t of the second last 12 of them.
        var run = Runs.Answered(Two(), 100, [Halt(20, 40)], Pile(60), Pile(60) with { Name = "second" });
        run.Expect("cars", 64, 32, 40);
        Assert.Equal([60, 60], run.Answers.Select(a => Math.Round(a.Tonnes, 6)));
    }

    /// <summary>Three countries with a buyer each, cut off at different times; all that one plant makes is theirs, so that nobody else runs short.</summary>
    [Fact]
    public void Pooled_it_never_serves_less_than_apart_and_apart_never_less_than_none()
    {
        string[] countries = ["JP", "DE", "US"];
        var member = Gen.Select(Gen.Double[1, 20], Gen.Double[0, 20], Gen.Double[0, 300], Gen.Select(Gen.Double[5, 60], Gen.Double[1, 60]));
        Gen.Select(member, member, member).ForAll(
            c =>
            {
                var members = new[] { c.Item1, c.Item2, c.Item3 };
                var network = new NetworkSpec
                {
                    Commodities = [Commodity("magnet", 60_000)],
                    Sites =
                    [
                        Plant("plant", "CN", Makes("magnet"), members.Sum(m => m.Item1) * 1.2),
                        .. members.Select((m, i) => Buyer(countries[i] + "-user", countries[i], "magnet", m.Item1, m.Item2)),
                    ],
                    Lanes = [.. members.Select((m, i) => Lane("plant", countries[i] + "-user", "magnet", m.Item1))],
                };
                ControlSpec[] halts = [.. members.Select((m, i) =>
                    Halt(m.Item4.Item1, m.Item4.Item1 + m.Item4.Item2, countries[i]) with { Name = "halt " + countries[i] })];
                var apart = members.Select((m, i) => (AnswerSpec)(Pile(m.Item3) with { Name = "reserve " + countries[i], Members = [countries[i]] })).ToArray();
                var (none, national, pooled) = (Total([]), Total(apart), Total([Pile(members.Sum(m => m.Item3)) with { Members = countries }]));
                Assert.True(pooled <= national * (1 + 1e-6) + 1e-3, $"pooled {pooled} t, apart {national} t");
                Assert.True(national <= none * (1 + 1e-6) + 1e-3, $"apart {national} t, none {none} t");

                double Total(AnswerSpec[] answers)
                {
                    var run = Runs.Answered(network, 200, halts, answers);
                    return countries.Sum(country => run.ShortfallOf(country + "-user").Total);
                }
            },
            40);
    }
}
