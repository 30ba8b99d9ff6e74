using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Network.Tests;

public sealed class NetworkScaleTests
{
    // Two mines of 6 and 4 t/d (capacity 12 and 4), one row of buyers of 10 t/d with 30 d of cover; lanes carry 2 t/d above their flow.
    private static NetworkSpec Written => new()
    {
        Commodities = [Commodity("metal")],
        Sites =
        [
            Plant("m0", "CN", Makes("metal"), 12), Plant("m1", "AU", Makes("metal"), 4),
            Buyer("cars", "JP", "metal", 10, 30, cohorts: new CohortSpec { Qualification = SimDuration.FromDays(60) }),
        ],
        Lanes = [Lane("m0", "cars", "metal", 6, 5, capacity: 8), Lane("m1", "cars", "metal", 4, 5, capacity: 6)],
    };

    private static SupplyNetwork Built(NetworkScale scale, Sourcing? sourcing = null) =>
        Runs.Prepare(Written with { Scale = scale, Sourcing = sourcing }, 10).Network;

    [Fact]
    public void Cover_multiplies_the_stock_target_of_every_row() =>
        Assert.Equal([60.0, 60.0], Inputs(Built(new NetworkScale { Cover = new Ratio(2) })));

    [Fact]
    public void Qualification_multiplies_the_time_to_accept_a_supplier()
    {
        // Each firm may turn to the supplier it does not buy from after 60 d; half of that is 30 d.
        var lanes = Built(new NetworkScale { Qualification = new Ratio(0.5) }).Lanes;
        Assert.Equal([0L, 0L, 30 * 86_400L, 30 * 86_400L], lanes.QualificationSeconds.Order());
    }

    [Fact]
    public void Headroom_multiplies_what_capacity_has_above_the_baseline()
    {
        // m0: 6 + 1.5 x (12 - 6) = 15 t/d; m1 has none and keeps its 4 t/d. Lanes: (8 - 6) + (6 - 4) = 4 t/d above flow become 6.
        var network = Built(new NetworkScale { Headroom = new Ratio(1.5) });
        Assert.Equal((15, 4), (network.Sites.CapacityPerDay[network.Site("m0")], network.Sites.CapacityPerDay[network.Site("m1")]));
        Assert.Equal(10 + 6, network.Lanes.CapacityPerDay.Sum(), 9);
    }

    [Fact]
    public void A_lane_without_limit_stays_so_whatever_the_headroom()
    {
        var unlimited = Written with { Lanes = [.. Written.Lanes.Select(l => l with { Capacity = null })] };
        var lanes = Runs.Prepare(unlimited with { Scale = new NetworkScale { Headroom = new Ratio(0) } }, 10).Network.Lanes;
        Assert.All(lanes.CapacityPerDay, c => Assert.Equal(double.PositiveInfinity, c));
    }

    [Theory]
    [InlineData(Sourcing.Single, 2)] // 60 % of the firms buy from m0, 40 % from m1
    [InlineData(Sourcing.Dual, 2)] // at p and p + 1/2: p < 0.1 both m0, else m0 and m1
    [InlineData(Sourcing.Pooled, 1)] // all alike
    public void Sourcing_replaces_that_of_every_row_with_cohorts(Sourcing sourcing, int cohorts)
    {
        var network = Built(new NetworkScale(), sourcing);
        Assert.Equal([cohorts, 1, 1], network.Rows.Id.Select((id, i) => (id, network.Rows.SiteCount[i])).OrderBy(r => r.id).Select(r => r.Item2));
    }

    private static double[] Inputs(SupplyNetwork network) => [.. network.Stocks.CoverDays.Where((_, s) => network.Stocks.IsInput[s])];
}
