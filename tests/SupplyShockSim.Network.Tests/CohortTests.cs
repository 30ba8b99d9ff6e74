using CsCheck;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using SupplyShockSim.Testing;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Network.Tests;

public sealed class CohortTests
{
    private static NetworkSpec Suppliers(CohortSpec cohorts, params double[] flows) => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [.. flows.Select((f, i) => Plant($"m{i}", "CN", Makes("metal"), f)),
            Buyer("cars", "JP", "metal", flows.Sum(), cohorts.Cover is null ? 30 : 0, cohorts: cohorts)],
        Lanes = [.. flows.Select((f, i) => Lane($"m{i}", "cars", "metal", f, 5, capacity: f + 4))],
    };

    private static SupplyNetwork Built(NetworkSpec spec) => Runs.Prepare(spec, 10).Network;

    /// <summary>Per cohort of the row, its demand and what it buys from each supplier.</summary>
    private static List<(double Demand, double[] Flows)> Cohorts(SupplyNetwork network, int suppliers)
    {
        var row = Array.IndexOf(network.Rows.Id, "cars");
        return
        [
            .. Enumerable.Range(network.Rows.FirstSite[row], network.Rows.SiteCount[row]).Select(i => (
                network.Sites.BaselinePerDay[i],
                Enumerable.Range(0, suppliers).Select(s => Enumerable.Range(0, network.Lanes.Count)
                    .Where(l => network.Lanes.To[l] == i && network.Lanes.From[l] == network.Site($"m{s}")).Sum(l => network.Lanes.FlowPerDay[l])).ToArray())),
        ];
    }

    [Fact]
    public void Single_sourcing_makes_a_cohort_of_each_supplier()
    {
        // 6 : 3 : 1 t/d; each firm buys from one.
        var cohorts = Cohorts(Built(Suppliers(new CohortSpec(), 6, 3, 1)), 3);
        Assert.Equal(3, cohorts.Count);
        Assert.Equal([6, 3, 1], cohorts.Select(c => Math.Round(c.Demand, 9)));
        Assert.Equal([[6, 0, 0], [0, 3, 0], [0, 0, 1]], cohorts.Select(c => c.Flows.Select(f => Math.Round(f, 9)).ToArray()));
    }

    [Fact]
    public void Dual_sourcing_pairs_suppliers_and_keeps_their_shares()
    {
        // On the line 0 - 0.6 - 0.9 - 1: firms at p and p + 1/2: p < 0.1: m0 and m0 (0.6 is m0's end); 0.1 to 0.4: m0 and m1; 0.4 to 0.5: m0 and m2.
        // Weights 0.2, 0.6, 0.2 of 10 t/d.
        var cohorts = Cohorts(Built(Suppliers(new CohortSpec { Sourcing = Sourcing.Dual }, 6, 3, 1)), 3);
        Assert.Equal([2, 6, 2], cohorts.Select(c => Math.Round(c.Demand, 9)));
        Assert.Equal([[2, 0, 0], [3, 3, 0], [1, 0, 1]], cohorts.Select(c => c.Flows.Select(f => Math.Round(f, 9)).ToArray()));
    }

    [Fact]
    public void Pooled_firms_buy_as_the_row_does()
    {
        var cohorts = Cohorts(Built(Suppliers(new CohortSpec { Sourcing = Sourcing.Pooled, N = 2 }, 6, 4)), 2);
        Assert.Equal([[3, 2], [3, 2]], cohorts.Select(c => c.Flows.Select(f => Math.Round(f, 9)).ToArray()));
    }

    [Theory]
    [InlineData(Sourcing.Single)]
    [InlineData(Sourcing.Dual)]
    [InlineData(Sourcing.Pooled)]
    public void Shares_totals_and_lane_capacities_are_those_of_the_row(Sourcing sourcing)
    {
        var flows = Gen.Int[1, 1000].Select(f => f / 13.0).List[4];
        Gen.Select(flows, Gen.Int[1, 5]).ForAll(row =>
        {
            var (list, n) = row;
            var network = Built(Suppliers(new CohortSpec { Sourcing = sourcing, N = n }, [.. list]));
            var cohorts = Cohorts(network, list.Count);
            Assert.Equal(list.Sum(), cohorts.Sum(c => c.Demand), 1e-9 * list.Sum());
            for (var s = 0; s < list.Count; s++)
            {
                Assert.Equal(list[s], cohorts.Sum(c => c.Flows[s]), 1e-9 * list[s]);
                var capacity = Enumerable.Range(0, network.Lanes.Count).Where(l => network.Lanes.From[l] == network.Site($"m{s}"))
                    .Sum(l => network.Lanes.CapacityPerDay[l]);
                Assert.Equal(list[s] + 4, capacity, 1e-9 * capacity);
            }

            Assert.All(cohorts, c => Assert.Equal(c.Demand, c.Flows.Sum(), 1e-9 * c.Demand));
        });
    }

    [Fact]
    public void Covers_are_parts_of_the_distribution_and_keep_its_mean()
    {
        var network = Built(Suppliers(new CohortSpec { N = 4, Cover = new DurationDistribution(DistributionShape.Lognormal, [30, 0.6]) }, 10));
        var covers = Enumerable.Range(0, network.Stocks.Count).Where(s => network.Stocks.IsInput[s]).Select(s => network.Stocks.CoverDays[s]).ToList();
        Assert.Equal(4, covers.Count);
        Assert.Equal(covers.Order(), covers);
        Assert.Equal(30 * Math.Exp(0.18), covers.Average(), 1e-9);
    }

    [Fact]
    public void Without_a_distribution_all_hold_the_cover_of_the_row()
    {
        var network = Built(Suppliers(new CohortSpec { N = 3 }, 10));
        Assert.All(Enumerable.Range(0, network.Stocks.Count).Where(s => network.Stocks.IsInput[s]), s => Assert.Equal(30, network.Stocks.CoverDays[s]));
    }

    [Fact]
    public void Ids_are_numbered_with_as_many_digits_as_needed()
    {
        Assert.Equal(["cars/1", "cars/2", "m0", "m1"], Built(Suppliers(new CohortSpec(), 6, 4)).Sites.Id);
        Assert.Equal("cars/07", Built(Suppliers(new CohortSpec { N = 12 }, 10)).Sites.Id[6]);
    }

    [Fact]
    public void Other_suppliers_open_to_a_cohort_after_its_qualification()
    {
        // Half the firms buy from each mine. m0 is lost on day 10; its firms may turn to m1, which has 5 t/d idle, after 20 days, so from day 30; voyage 5
        // days.
        // m0's last goods land on day 15, and 30 days of cover last until 45: nobody is short.
        var spec = Suppliers(new CohortSpec { Qualification = Days(20) }, 5, 5);
        spec = spec with
        {
            Sites = [spec.Sites[0], spec.Sites[1] with { Capacity = new TonnesPerDay(10) }, spec.Sites[2] with { Cover = CoverOf(4) }],
            Lanes = [spec.Lanes[0], spec.Lanes[1] with { Capacity = null }]
        };
        var run = Runs.Run(spec, 100, [new Outage { At = ["m0"], From = Day(10) }]);

        // With 4 days of cover: short from 19 to 35, 5 t/d. Only the first cohort.
        run.Expect("cars", 80, 19, 35);
        Assert.Equal(0, run.Network.Lanes.QualificationSeconds[run.Network.Lane("m1>cars/2:metal")]);
        Assert.Equal(20 * 86_400, run.Network.Lanes.QualificationSeconds[run.Network.Lane("m1>cars/1:metal")]);
    }

    [Fact]
    public void Cohorts_of_sellers_and_buyers_with_two_inputs_stay_quiet()
    {
        var spec = new NetworkSpec
        {
            Commodities = [Commodity("metal"), Commodity("boron"), Commodity("magnet")],
            Sites =
            [
                Plant("m0", "CN", Makes("metal"), 8), Plant("m1", "AU", Makes("metal"), 8), Plant("b0", "TR", Makes("boron"), 2),
                    Plant("b1", "US", Makes("boron"), 2),
                Plant("plant", "CN", new TechnologyRef(null, new TechnologySpec
                {
                    Inputs = new Dictionary<string, double> { ["metal"] = 1.4, ["boron"] = 0.1 },
                    Outputs = new Dictionary<string, double> { ["magnet"] = 1 },
                }), 12, CoverOf(("magnet", 10))) with { Cohorts = new CohortSpec { N = 2, Sourcing = Sourcing.Single,
                    Cover = new DurationDistribution(DistributionShape.Uniform, [5, 25]) } },
                Buyer("cars", "JP", "magnet", 10, 20, cohorts: new CohortSpec { N = 3, Sourcing = Sourcing.Dual }),
            ],
            Lanes =
            [
                Lane("m0", "plant", "metal", 8, 3), Lane("m1", "plant", "metal", 6, 20), Lane("b0", "plant", "boron", 0.3, 9),
                    Lane("b1", "plant", "boron", 0.7, 30),
                Lane("plant", "cars", "magnet", 10, 7),
            ],
        };
        var run = Runs.Run(spec, 500);
        Assert.Equal(2, run.Events);

        // Cuts of the metal line at 8/14, of the boron line at 0.3: three pieces, two covers each.
        Assert.Equal(6, run.Network.Rows.SiteCount[Array.IndexOf(run.Network.Rows.Id, "plant")]);
        Assert.Equal(10, run.Network.Sites.BaselinePerDay.Where((_, i) => run.Network.Sites.Id[i].StartsWith("plant/", StringComparison.Ordinal)).Sum(), 1e-9);
    }
}
