using FsCheck;
using FsCheck.Fluent;
using SupplyShockSim.Engine;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>What must hold in every run, on random networks under random shocks. A failure prints the seed to replay.</summary>
public sealed class PropertiesOfRuns
{
    private const int Cases = 300;

    [Fact]
    public void Mass_is_kept_and_nothing_leaves_its_bounds() => ForAll(seed =>
    {
        // Finish() itself throws where mass is off by more than 1e-9 or an activity or dispatch is out of bounds at the end.
        var run = Prepare(seed).Run();
        foreach (var account in run.Mass)
        {
            Assert.True(account.RelativeError <= 1e-9, $"{account}");
        }

        for (var s = 0; s < run.Network.Stocks.Count; s++)
        {
            AssertNotNegative(run.Stock[s]!, run.End);
        }

        for (var l = 0; l < run.Network.Lanes.Count; l++)
        {
            var most = run.Dispatch[l]!.Maximum(SimTime.Zero, run.End).Value;
            Assert.True(most <= run.Network.Lanes.CapacityPerDay[l] * (1 + 1e-9), $"lane {l}: {most}");
        }

        for (var i = 0; i < run.Network.Sites.Count; i++)
        {
            var room = RateSeries.Difference((run.Demand[i] ?? run.Capacity[i])!, run.Activity[i]!);
            foreach (var value in room.Values)
            {
                Assert.True(value >= -1e-9 * (1 + run.Network.Sites.CapacityPerDay[i]), $"{run.Network.Sites.Id[i]} above capacity by {-value}");
            }
        }
    });

    [Fact]
    public void Dispatch_of_a_seller_over_time_is_what_it_made_and_had() => ForAll(seed =>
    {
        // Opening stock + made - discarded - dispatched = closing stock, from the recorded series alone.
        var run = Prepare(seed).Run();
        var (sites, stocks) = (run.Network.Sites, run.Network.Stocks);
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites.IsConsumer[i])
            {
                continue;
            }

            var main = sites.FirstOutput[i];
            var made = run.Activity[i]!.Integral(SimTime.Zero, run.End) * stocks.Coefficient[main];
            var sent = 0.0;
            foreach (var lane in stocks.Lanes(main))
            {
                sent += run.Dispatch[lane]!.Integral(SimTime.Zero, run.End);
            }

            var change = run.Stock[main]!.ValueAt(run.End) - run.Stock[main]!.ValueAt(SimTime.Zero);
            Assert.True(Math.Abs(made - sent - change) <= 1e-7 * (1 + made), $"{sites.Id[i]}: made {made}, sent {sent}, stock {change}");
        }
    });

    [Fact]
    public void Without_shocks_nothing_happens() => ForAll(seed =>
    {
        var random = new RandomCase(seed);
        var run = Runs.Run(random.Network(), RandomCase.HorizonDays);
        Assert.Equal(2, run.Events);
    });

    [Fact]
    public void Same_inputs_give_the_same_run_in_any_order_of_rows() => ForAll(seed =>
    {
        var one = Prepare(seed).Run();
        var two = Prepare(seed).Run();
        var shuffled = Prepare(seed, shuffle: true).Run();
        AssertSame(one, two);
        AssertSame(one, shuffled);
    });

    [Fact]
    public void Forked_goes_like_unforked() => ForAll(seed =>
    {
        var prepared = Prepare(seed);
        var whole = prepared.Run();
        var original = prepared.Open();
        original.RunUntil(SimTime.FromDays(60 + (seed % 50)));
        var fork = original.Fork();
        var forked = fork.Finish();
        AssertSame(whole, forked);
        AssertSame(whole, original.Finish());
    });

    [Fact]
    public void Progress_reports_do_not_change_a_run() => ForAll(seed =>
    {
        var prepared = Prepare(seed);
        AssertSame(prepared.Run(), prepared.Run(progress: new Silent()));
    });

    private static void ForAll(Action<int> property) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20260106, 41));

    private static PreparedRun Prepare(int seed, bool shuffle = false)
    {
        var random = new RandomCase(seed);
        var network = random.Network();
        var market = random.Market();
        var shocks = random.Shocks(network);
        return Runs.Prepare(shuffle ? RandomCase.Shuffled(network, seed) : network, RandomCase.HorizonDays, shocks, market, (ulong)seed);
    }

    private static void AssertNotNegative(LevelSeries series, SimTime end)
    {
        for (var i = 0; i < series.Count; i++)
        {
            var until = i + 1 < series.Count ? series.Times[i + 1] : end.Seconds;
            var (level, rate) = series[i];
            Assert.True(level >= 0, $"level {level}");
            Assert.True(level + (rate * (until - series.Times[i]) / 86400.0) >= -1e-6, $"level {level} at {rate} t/d for {until - series.Times[i]} s");
        }
    }

    private static void AssertSame(RunRecord a, RunRecord b)
    {
        Assert.Equal(a.TraceHash, b.TraceHash);
        Assert.Equal(a.Events, b.Events);
        Assert.True(a.Log.SequenceEqual(b.Log), "the logs differ");
        for (var l = 0; l < a.Dispatch.Count; l++)
        {
            Assert.True(a.Dispatch[l]!.Times.SequenceEqual(b.Dispatch[l]!.Times) && a.Dispatch[l]!.Values.SequenceEqual(b.Dispatch[l]!.Values), $"lane {l}");
        }

        for (var i = 0; i < a.Activity.Count; i++)
        {
            Assert.True(a.Activity[i]!.Values.SequenceEqual(b.Activity[i]!.Values), $"site {i}");
        }
    }

    private sealed class Silent : IProgress<SimTime>
    {
        public void Report(SimTime value)
        {
        }
    }
}
