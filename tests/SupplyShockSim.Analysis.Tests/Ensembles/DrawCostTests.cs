using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Tests.Backtests;

namespace SupplyShockSim.Analysis.Tests.Ensembles;

public class DrawCostTests
{
    [Fact]
    public void It_counts_what_happened_and_not_the_time_it_took()
    {
        // A network of 4 sites and 3 lanes: 7 µs to set up, 1 µs an event, 5 µs a line of the log.
        var record = Sketch.Of("start: 2026-01-01\nhorizon: 30 d\n").Prepared.Run();
        Assert.Equal(1e-6 * (7 + record.Events + (5 * record.Log.Count)), DrawCost.Seconds(record), 12);
        Assert.True(DrawCost.Seconds(record) < DrawCost.MostSeconds);
    }
}
