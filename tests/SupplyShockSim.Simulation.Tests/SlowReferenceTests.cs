using FsCheck;
using FsCheck.Fluent;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>On random networks under random shocks, a run that looks only at what may have changed ends where the slow reference of the same rules does.</summary>
public sealed class SlowReferenceTests
{
    private const int Cases = 300;

    [Fact]
    public void Results_equal_those_of_the_slow_reference()
    {
        // The two agree to what rounding adds up to in 400 days, below 1e-9, in all but 13 of these cases. In some of those something hangs on a hair (a stock
        // lasts just until goods land, or is gone a second before; a surplus is just above the target, or not) and a flow goes another way for a time;
        // of the others only the day is known on which they part. None misses more than 2e-4 of a country's shortfall.
        var hairs = 0;
        ForAll(seed =>
        {
            var beside = SlowReference.Beside(Prepare(seed));
            Assert.True(beside.ShortfallError <= 1e-3 && beside.StockError <= 0.1, $"seed {seed}: {beside}");
            hairs += beside.Error > 1e-9 ? 1 : 0;
        });
        Assert.InRange(hairs, 0, 18);
    }

    private static PreparedRun Prepare(int seed)
    {
        var random = new RandomCase(seed);
        var network = random.Network();
        var market = random.Market();
        var shocks = random.Shocks(network);
        return Runs.Prepare(network, RandomCase.HorizonDays, shocks, market, (ulong)seed);
    }

    private static void ForAll(Action<int> property) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20260106, 41));
}
