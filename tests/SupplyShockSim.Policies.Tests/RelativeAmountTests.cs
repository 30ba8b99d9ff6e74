using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Quotas as a share of the baseline, capacities and demands in tonnes.</summary>
public sealed class RelativeAmountTests
{
    /// <summary>Two mines (CN, 30 and 10 t/d) > cars (JP, 10 t/d) and radars (US, 5 t/d), no cover, one day away.</summary>
    private static NetworkSpec Four() => new()
    {
        Commodities = [Commodity("metal"), Commodity("oxide")],
        Sites =
        [
            Plant("big", "CN", Makes("metal"), 30), Plant("small", "CN", Makes("metal"), 10), Plant("salt", "CN", Makes("oxide"), 7),
            Buyer("cars", "JP", "metal", 10), Buyer("radars", "US", "metal", 5), Buyer("glass", "JP", "oxide", 2),
        ],
        Lanes = [Lane("big", "cars", "metal", 10, 1), Lane("small", "radars", "metal", 5, 1), Lane("salt", "glass", "oxide", 2, 1)],
    };

    private static readonly ExportQuota Half = new() { By = ["CN"], Of = ["metal"], Amount = QuotaAmount.Of(new Ratio(0.5)) };

    [Fact]
    public void Half_of_the_baseline_lasts_for_half_of_each_month()
    {
        // 15 t/d: 232.5 t in January, used up after 15.5 days; 210 t in February, from day 31, used up after 14.
        var run = Runs.Run(Four(), 59, [Half]);
        var used = run.Log.Where(e => e.Kind == LogKind.QuotaUsedUp).ToArray();
        Assert.Equal(15.5, used[0].Time.Days, 1.0 / 86400);
        Assert.Equal(232.5, used[0].After, 1e-6);
        Assert.InRange(used[1].Time.Days, 31 + 13.9, 31 + 14); // a little of it is caught up at once
        Assert.Equal(210, run.Log.First(e => e.Kind == LogKind.QuotaRenewed).After, 1e-6);
    }

    [Fact]
    public void All_of_the_baseline_changes_nothing()
    {
        foreach (var sharing in Enum.GetValues<QuotaSharing>())
        {
            var run = Runs.Run(Four(), 365, [Half with { Amount = QuotaAmount.Of(Ratio.One), Sharing = sharing }]);
            Assert.DoesNotContain(run.Log, e => e.Kind is LogKind.QuotaUsedUp or LogKind.LaneClosed);
        }
    }

    [Fact]
    public void A_year_has_its_own_days_and_a_part_of_it_the_whole_amount()
    {
        // 2028 is a leap year: half of 366 x 15 t is 2,745 t, which 15 t/d use up in 183 days, from whichever day on.
        var problems = new List<Problem>();
        var leap = new RunSpec
        {
            Network = Four(),
            Start = new DateTime(2028, 1, 1),
            Horizon = Days(300),
            Shocks = [Half with { Period = QuotaPeriod.Year, From = Day(50) }]
        };
        var run = PreparedRun.Prepare(leap, problems)!.Run();
        Assert.Equal(50 + 183, run.Log.First(e => e.Kind == LogKind.QuotaUsedUp).Time.Days, 1.0 / 86400);
    }

    [Fact]
    public void The_sentence_of_a_quota_says_of_what() => Assert.Equal("CN limits exports of metal to 50 % of the baseline per month", Half.Summary);

    private static Dictionary<string, double> Changed(ControlSpec shock, LogKind kind)
    {
        var run = Runs.Run(Four(), 30, [shock]);
        return run.Log.Where(e => e.Kind == kind).ToDictionary(e => run.Network.Sites.Id[e.Subject], e => e.After);
    }

    [Fact]
    public void A_capacity_in_tonnes_is_that_of_all_sites_together()
    {
        // 20 t/d of 40: each mine goes to half.
        var change = new CapacityChange { At = ["CN"], Of = ["metal"], To = new TonnesPerDay(20), From = Day(10) };
        Assert.Equal(new Dictionary<string, double> { ["big"] = 15, ["small"] = 5 }, Changed(change, LogKind.CapacityChanged));
        Assert.Equal("capacity of CN goes to 7300 t a year together", change.Summary);
    }

    [Fact]
    public void A_demand_in_tonnes_is_shared_as_the_baseline_is()
    {
        // 45 t/d of 15: each consumer of metal goes to three times its demand.
        var change = new DemandChange { Of = ["metal"], Schedule = [new Step<Level> { At = Day(10), To = new TonnesPerDay(45) }] };
        Assert.Equal(new Dictionary<string, double> { ["cars"] = 30, ["radars"] = 15 }, Changed(change, LogKind.DemandChanged));
        Assert.Equal("demand at all sites goes to 16425 t a year together in turn", change.Summary);
    }

    [Fact]
    public void Tonnes_of_sites_without_one_commodity_in_common_are_refused()
    {
        var problems = new List<Problem>();
        ControlSpec[] shocks = [new CapacityChange { At = ["CN"], To = new TonnesPerDay(20) }];
        Assert.Null(PreparedRun.Prepare(new RunSpec { Network = Four(), Start = Runs.Start, Horizon = Days(30), Shocks = shocks }, problems));
        var problem = Assert.Single(problems);
        Assert.Equal(("SS432", "shocks[0].to"), (problem.Code, problem.Path));
        Assert.Contains("metal, oxide", problem.Message, StringComparison.Ordinal);
    }
}
