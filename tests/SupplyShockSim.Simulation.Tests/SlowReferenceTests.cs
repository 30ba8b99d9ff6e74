using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>
/// On random networks under random shocks, a run that looks only at what may have changed ends where the slow reference of the same rules does.
/// </summary>
public sealed class SlowReferenceTests
{
    private const int Cases = 300;

    [Fact]
    [Trait("Category", "Slow")]
    public void Results_equal_those_of_the_slow_reference()
    {
        // The two agree to what rounding adds up to in 400 days, below 1e-9, in all but 12 of these cases. In some of those something hangs on a hair (a
        // stock lasts just until goods land, or is gone a second before; a surplus is just above the target, or not) and a flow goes another way for a
        // time; of the others only the day is known on which they part. None misses more than 3e-3 of a country's shortfall; in two a stock ends elsewhere.
        var (hairs, elsewhere) = (0, 0);
        RandomCase.ForAll(
            random =>
            {
                var beside = SlowReference.Beside(random.Prepare());
                Assert.True(beside.ShortfallError <= 5e-3, $"{beside}");
                hairs += beside.Error > 1e-9 ? 1 : 0;
                elsewhere += beside.StockError > 0.1 ? 1 : 0;
            },
            Cases);
        Assert.InRange(hairs, 0, 12);
        Assert.InRange(elsewhere, 0, 2);
    }
}
