using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Policies that start and end under conditions.</summary>
public sealed class ConditionTests
{
    /// <summary>A plant (CN, 24 t/d) that sells 10 t/d each to jp, which holds ten days, and us, which holds nothing.</summary>
    private static NetworkSpec Two() => new()
    {
        Commodities = [Commodity("magnet", 60_000)],
        Sites = [Plant("plant", "CN", Makes("magnet"), 24), Buyer("jp", "JP", "magnet", 10, 10), Buyer("us", "US", "magnet", 10)],
        Lanes = [Lane("plant", "jp", "magnet", 10), Lane("plant", "us", "magnet", 10)],
    };

    private static ExportBan Ban(string name, string to) => new() { Name = name, By = ["CN"], To = [to] };

    private static TriggerSpec Short(string place, double above, double forDays = 0) => new()
    {
        Shortfall = new ShortfallTrigger { In = [place], Of = ["magnet"], Above = new TonnesPerDay(above) },
        For = Days(forDays),
    };

    [Fact]
    public void A_shortfall_that_lasts_sets_off_another_control()
    {
        // Japan is cut on day 10 and short from day 20 on; after five days of it the United States are cut for 20 days.
        var run = Runs.Run(Two(), 100, [Ban("halt", "JP") with { From = Day(10), For = Days(40) },
            Ban("next", "US") with { Trigger = Short("JP", 1, 5), For = Days(20) }]);
        run.Expect("jp", 300, 20, 50);
        run.Expect("us", 200, 25, 45);
        Assert.Equal([(Runs.AtDay(25), Runs.AtDay(45))], run.Controls[1].InForce);
    }

    [Fact]
    public void One_that_ends_too_soon_does_not()
    {
        // Short from day 20 to 24 only.
        ExportBan halt = Ban("halt", "JP") with { From = Day(10), For = Days(14) };
        var run = Runs.Run(Two(), 100, [halt, Ban("next", "US") with { Trigger = Short("JP", 1, 5) }]);
        run.Expect("us", 0, null, null);
        Assert.Empty(run.Controls[1].InForce);
    }

    [Fact]
    public void What_never_fires_leaves_the_run_as_it_was()
    {
        ExportBan halt = Ban("halt", "JP") with { From = Day(10), For = Days(40) };
        var plain = Runs.Run(Two(), 100, [halt]);
        TriggerSpec[] never =
        [
            Short("US", 1), Short("JP", 11), new() { Cover = new CoverTrigger { At = ["US"], Of = "magnet", Below = Days(0) } },
            new() { Price = new PriceTrigger { Of = "magnet", Above = new PriceLevel(1.5, null) } }, new() { After = "halt", By = Days(1000) },
        ];
        Assert.All(never, trigger =>
        {
            var run = Runs.Run(Two(), 100, [halt, Ban("next", "US") with { Trigger = trigger }]);
            Assert.Equal((plain.TraceHash, plain.Events), (run.TraceHash, run.Events));
            Assert.Equal(plain.Log, run.Log);
        });
    }

    [Fact]
    public void A_cover_that_falls_is_noticed_on_the_next_day_of_the_grid()
    {
        // Japan's ten days are five on day 15, below five a second later: on day 16 it keeps its own exports (here: the plant's to the US) back.
        var run = Runs.Run(Two(), 100,
        [
            Ban("halt", "JP") with { From = Day(10), For = Days(40) },
            Ban("hoard", "US") with { Trigger = new TriggerSpec { Cover = new CoverTrigger { At = ["JP"], Of = "magnet", Below = Days(5) } }, For = Days(10) },
        ]);
        run.Expect("us", 100, 16, 26);
    }

    [Fact]
    public void A_control_may_end_when_another_does_or_when_a_shortage_has_lasted()
    {
        var run = Runs.Run(Two(), 100,
        [
            Ban("halt", "JP") with { From = Day(10), Until = new Ending(null, Short("JP", 1, 10)) },
            Ban("answer", "US") with { From = Day(12), Until = new Ending(null, new TriggerSpec { After = "halt", Event = PolicyEvent.Ends, By = Days(3) }) },
        ]);

        // Short from day 20, so the halt ends on day 30 and the answer on day 33.
        run.Expect("jp", 100, 20, 30);
        run.Expect("us", 210, 12, 33);
        Assert.Equal([(Runs.AtDay(12), Runs.AtDay(33))], run.Controls[1].InForce);
    }

    [Fact]
    public void Its_cause_is_the_policy_that_it_follows()
    {
        var run = Runs.Run(Two(), 100,
            [Ban("halt", "JP") with { From = Day(10) }, Ban("next", "US") with { Trigger = new TriggerSpec { After = "halt", By = Days(5) } }]);
        var started = run.First(LogKind.ControlStarted, 1);
        Assert.Equal(Runs.AtDay(15), started.Time);
        Assert.Equal([LogKind.ControlStarted, LogKind.ControlStarted], run.ChainOf(started));
    }

    [Fact]
    public void A_fork_while_it_waits_goes_on_as_the_run_does()
    {
        var prepared = Runs.Prepare(Two(), 100, [Ban("halt", "JP") with { From = Day(10), For = Days(40) },
            Ban("next", "US") with { Trigger = Short("JP", 1, 5), For = Days(20) }]);
        var run = prepared.Open();
        run.RunUntil(Runs.AtDay(22));
        var (fork, straight) = (run.Fork().Run(), run.Run());
        Assert.Equal(straight.TraceHash, fork.TraceHash);
        Assert.Equal(prepared.Run().TraceHash, fork.TraceHash);
        Assert.Equal(straight.Controls[1].InForce, fork.Controls[1].InForce);
    }

    [Fact]
    public void Those_that_wait_for_each_other_are_told_with_their_circle()
    {
        Assert.Equal(
            ["SS473 shocks[0].when.after each of these starts only after the next: a > b > a"],
            Problems(Ban("a", "JP") with { Trigger = new TriggerSpec { After = "b" } }, Ban("b", "US") with { Trigger = new TriggerSpec { After = "a" } }));
        Assert.Equal(["SS472 shocks[0].when.after there is no shock or response 'hlat'"],
            Problems(Ban("halt", "JP") with { Trigger = new TriggerSpec { After = "hlat" } }));
        Assert.Equal(["SS471 shocks[0].when a condition that asks for nothing"], Problems(Ban("halt", "JP") with { Trigger = new TriggerSpec() }));
        Assert.Equal(
            ["SS470 shocks[0].when what starts under a condition cannot be announced or suspended at given dates"],
            Problems(Ban("halt", "JP") with { Announced = Day(0), Trigger = Short("JP", 1) }));
    }

    private static IEnumerable<string> Problems(params ControlSpec[] shocks)
    {
        var problems = new List<Problem>();
        PreparedRun.Prepare(new RunSpec { Network = Two(), Start = Runs.Start, Horizon = Days(100), Shocks = shocks }, problems);
        return problems.Select(p => $"{p.Code} {p.Path} {p.Message}");
    }
}
