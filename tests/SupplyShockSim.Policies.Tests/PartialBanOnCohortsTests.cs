using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>A ban of a share holds for the row: its cohorts together ship no more than what is left of the row's baseline.</summary>
public sealed class PartialBanOnCohortsTests
{
    [Fact]
    public void Cohorts_of_other_suppliers_cannot_use_what_a_half_ban_leaves_open()
    {
        // China sells 12 of 20 t/d to single-sourced firms, Australia 8. Half a ban leaves 6 t/d; from day 10 Australia stops altogether, and
        // its firms, who may qualify the Chinese supplier at once, must not push Chinese exports above 6 t/d.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("magnet")],
            Sites =
            [
                Plant("cn", "CN", Makes("magnet"), 40), Plant("au", "AU", Makes("magnet"), 8),
                Buyer("cars", "JP", "magnet", 20, cohorts: new CohortSpec { Sourcing = Sourcing.Single, N = 2 }),
            ],
            Lanes = [Lane("cn", "cars", "magnet", 12, 1), Lane("au", "cars", "magnet", 8, 1)],
        };
        var run = Runs.Run(network, 60,
        [
            new ExportBan { Name = "half", By = ["CN"], Share = new Share(0.5), From = Day(5) },
            new Outage { Name = "stop", At = ["au"], From = Day(10) },
        ]);
        var cn = Array.IndexOf(run.Network.Sites.Id, "cn");
        var exports = RateSeries.Sum(Enumerable.Range(0, run.Network.Lanes.Count).Where(l => run.Network.Lanes.From[l] == cn).Select(l => run.Dispatch[l]!));
        Assert.Equal(6, exports.Maximum(Runs.AtDay(5), run.End).Value, 1e-9);

        // Short 6 t/d from day 6 and 8 more from day 11: 6 x 54 + 8 x 49.
        var (total, first, _) = run.ShortfallOf("cars");
        Assert.Equal((6 * 54) + (8 * 49), total, 1e-6 * total);
        Assert.Equal(6, first);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public void A_spare_lane_opens_as_far_for_a_row_of_many_firms_as_for_one(int cohorts)
    {
        // Australia sells all 20 t/d and stops on day 10, without stocks, a day away. The spare Chinese lane has no limit of its own and a seller of
        // 40 t/d, so 70 % of a ban leave it 12 t/d for the row. It is used from the first second, so goods land on day 11: 8 t/d short to day 60.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("magnet")],
            Sites =
            [
                Plant("au", "AU", Makes("magnet"), 20), Plant("cn", "CN", Makes("magnet"), 40),
                Buyer("cars", "JP", "magnet", 20, cohorts: new CohortSpec { Sourcing = Sourcing.Pooled, N = cohorts }),
            ],
            Lanes = [Lane("au", "cars", "magnet", 20, 1), Lane("cn", "cars", "magnet", 0, 1)],
        };
        var run = Runs.Run(network, 60,
        [
            new ExportBan { Name = "most", By = ["CN"], Share = new Share(0.7), From = Day(5) },
            new Outage { Name = "stop", At = ["au"], From = Day(10) },
        ]);
        run.Expect("cars", 8 * 49, 11, 60);
    }
}
