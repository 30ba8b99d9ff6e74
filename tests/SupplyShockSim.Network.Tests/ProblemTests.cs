using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Network.Tests;

/// <summary>Each fault of a network: its code, its place, and a hint.</summary>
public sealed class ProblemTests
{
    private static List<Problem> Of(NetworkSpec spec)
    {
        var problems = new List<Problem>();
        Assert.Null(PreparedRun.Prepare(new RunSpec { Network = spec, Start = Runs.Start, Horizon = Days(10) }, problems));
        return problems;
    }

    private static void Only(string code, string path, string hint, NetworkSpec spec)
    {
        var problem = Assert.Single(Of(spec));
        Assert.Equal((code, path), (problem.Code, problem.Path));
        Assert.Contains(hint, problem.Hint ?? "");
    }

    private static NetworkSpec Site(int i, Func<SiteSpec, SiteSpec> change) =>
        Chain() with { Sites = [.. Chain().Sites.Select((s, k) => k == i ? change(s) : s)] };

    private static NetworkSpec OfLane(int i, Func<LaneSpec, LaneSpec> change) =>
        Chain() with { Lanes = [.. Chain().Lanes.Select((l, k) => k == i ? change(l) : l)] };

    private static Dictionary<string, double> Amounts(string commodity, double amount) => new() { [commodity] = amount };

    private static TechnologySpec Recipe301(string id, string makes, double amount = 1) => new() { Id = id, Outputs = Amounts(makes, amount) };

    [Fact]
    public void An_empty_network()
    {
        Assert.Equal(["SS301", "SS302"], Of(new NetworkSpec()).Select(p => p.Code));
        Assert.Equal(["network.commodities", "network.sites"], Of(new NetworkSpec()).Select(p => p.Path));
    }

    [Fact]
    public void Ids()
    {
        Only("SS303", "network.commodities[2]", "id", Chain() with { Commodities = [.. Chain().Commodities, Commodity(" ")] });
        Only("SS304", "network.commodities[2].id", "its own id", Chain() with { Commodities = [.. Chain().Commodities, Commodity("metal")] });
        Only("SS304", "network.sites[3].id", "its own id", Chain() with { Sites = [.. Chain().Sites, Plant("mine", "AU", Makes("metal"), 1)] });
        Only("SS304", "network.technologies[1].id", "its own id", Chain() with { Technologies = [Recipe301("t", "metal"), Recipe301("t", "metal")] });
        Only("SS303", "network.sites[3]", "id", Chain() with { Sites = [.. Chain().Sites, Plant("", "AU", Makes("metal"), 1)] });
    }

    [Fact]
    public void Ids_that_tables_read_as_missing_are_warned_of_and_no_others()
    {
        string[] ids = ["NA", "null", "nan", "None", "na", "Nan", "NA1", "none"];
        var problems = new List<Problem>();
        var spec = Chain() with
        {
            Commodities = [.. Chain().Commodities, Commodity("N/A"), Commodity("NAM")],
            Sites = [.. Chain().Sites, .. ids.Select(id => Plant(id, "AU", Makes("metal"), 1))],
        };
        Assert.NotNull(PreparedRun.Prepare(new RunSpec { Network = spec, Start = Runs.Start, Horizon = Days(10) }, problems));
        Assert.All(problems, p => Assert.Equal(("SS329", ProblemSeverity.Warning), (p.Code, p.Severity)));
        Assert.Equal(
            ["network.commodities[2].id", "network.sites[3].id", "network.sites[4].id", "network.sites[5].id", "network.sites[6].id"],
            problems.Select(p => p.Path));
    }

    [Fact]
    public void Recipes()
    {
        Only("SS305", "network.technologies[0]", "outputs", Chain() with { Technologies = [new TechnologySpec { Id = "t" }] });
        Only("SS306", "network.technologies[0].outputs.metl", "metal", Chain() with { Technologies = [Recipe301("t", "metl")] });
        Only("SS307", "network.technologies[0].outputs.metal", "positive", Chain() with { Technologies = [Recipe301("t", "metal", 0)] });
        Only("SS307", "network.sites[2].uses.magnet", "positive", Site(2, s => s with { Uses = Amounts("magnet", double.NaN) }));
    }

    [Fact]
    public void Countries()
    {
        Only("SS308", "network.sites[0].country", "Australia", Site(0, s => s with { Country = "Australa" }));
        Only("SS308", "network.blocs.allies[1]", "Japan",
            Chain() with { Blocs = new Dictionary<string, IReadOnlyList<string>> { ["allies"] = ["US", "Japn"] } });
    }

    [Fact]
    public void Groups()
    {
        NetworkSpec With(string group, params string[] members) =>
            Chain() with { Groups = new Dictionary<string, IReadOnlyList<string>> { ["all"] = ["metal"], [group] = members } };
        Only("SS306", "network.groups.g[1]", "magnet", With("g", "metal", "magnt"));
        Only("SS306", "network.groups.g[0]", "not groups", With("g", "all"));
        Only("SS306", "network.groups.g", "list some", With("g"));
        Only("SS304", "network.groups.magnet", "another name", With("magnet", "metal"));
    }

    [Fact]
    public void Ranges()
    {
        static FlowRange Range(double least, double most) => new(new TonnesPerDay(least), new TonnesPerDay(most));
        Only("SS328", "network.lanes[1].range", "between", OfLane(1, l => l with { Range = Range(11, 12) }));
        Only("SS328", "network.sites[0].range", "capacity", Site(0, s => s with { Range = Range(30, 20) }));
        Only("SS328", "network.sites[2].range", "demand", Site(2, s => s with { Range = Range(1, 9) }));
        Only("SS328", "network.sites[0].residual", "consumer", Site(0, s => s with { Residual = true }));
        Only("SS322", "network.sites[2].against", "cars", Site(2, s => s with { Range = Range(1, 12), Against = "car" }));
        Only("SS328", "network.sites[2].against", "without one", Site(2, s => s with { Range = Range(1, 12), Against = "cars" }));
        var recipe = Recipe301("t", "metal") with { Range = new Dictionary<string, IReadOnlyList<double>> { ["metal"] = [2, 3], ["magnet"] = [1, 2] } };
        Assert.Equal(["network.technologies[0].range.metal", "network.technologies[0].range.magnet"],
            Of(Chain() with { Technologies = [recipe] }).Select(p => p.Path));
    }

    [Fact]
    public void Too_many_commodities()
    {
        var more = Enumerable.Range(0, 65534).Select(i => new CommoditySpec { Id = "c" + i });
        Only("SS325", "network.commodities", "65535", Chain() with { Commodities = [.. Chain().Commodities, .. more] });
    }

    [Fact]
    public void Consumers()
    {
        Assert.Contains(Of(Site(2, s => s with { Uses = new Dictionary<string, double>() })), p => (p.Code, p.Path) == ("SS309", "network.sites[2]"));
        Only("SS310", "network.sites[2]", "demand", Site(2, s => s with { Demand = null }));
        Only("SS311", "network.sites[2]", "only", Site(2, s => s with { Ramp = new RampRate(1) }));
    }

    [Fact]
    public void Producers()
    {
        Only("SS312", "network.sites[0]", "consumer", Site(0, s => s with { Demand = new TonnesPerDay(1) }));
        Assert.Contains(Of(Site(0, s => s with { Technology = null })), p => (p.Code, p.Path) == ("SS313", "network.sites[0]"));
        Assert.Contains(
            Of(Site(0, s => s with { Technology = new TechnologyRef("minning", null) }) with { Technologies = [Recipe301("mining", "metal")] }),
            p => (p.Code, p.Path) == ("SS314", "network.sites[0].technology") && p.Hint!.Contains("mining"));
    }

    [Fact]
    public void Covers_and_cohorts()
    {
        Only("SS315", "network.sites[1].cover.metl", "metal", Site(1, s => s with { Cover = CoverOf(("metl", 3)) }));
        Only("SS316", "network.sites[2].cohorts.n", "1 to 1000", Site(2, s => s with { Cohorts = new CohortSpec { N = 0 } }));
        Only("SS317", "network.sites[2].cohorts.cover", "",
            Site(2, s => s with { Cohorts = new CohortSpec { Cover = new DurationDistribution(DistributionShape.Fixed, []) } }));
    }

    /// <summary>The cover of the firms holds for inputs, so that one beside it would be ignored; that of an output stands beside it.</summary>
    [Fact]
    public void A_cover_that_cohorts_leave_without_effect()
    {
        var cohorts = new CohortSpec { Cover = new DurationDistribution(DistributionShape.Fixed, [9]) };
        Only("SS327", "network.sites[2].cover", "change `cohorts.cover` instead", Site(2, s => s with { Cohorts = cohorts }));
        Only("SS327", "network.sites[1].cover.metal", "name only outputs", Site(1, s => s with { Cohorts = cohorts }));
        Only("SS327", "network.sites[1].cover", "name only outputs", Site(1, s => s with { Cohorts = cohorts, Cover = CoverOf(5) }));
        var problems = new List<Problem>();
        PreparedRun.Prepare(
            new RunSpec { Network = Site(1, s => s with { Cohorts = cohorts, Cover = CoverOf(("magnet", 5)) }), Start = Runs.Start, Horizon = Days(10) },
                problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void Lanes()
    {
        Assert.Contains(Of(OfLane(0, l => l with { Of = "metl" })), p => (p.Code, p.Path) == ("SS306", "network.lanes[0].of") && p.Hint!.Contains("metal"));
        Only("SS318", "network.lanes[0].from", "metal", OfLane(0, l => l with { Of = "magnet", To = "cars" }));
        Only("SS319", "network.lanes[0].to", "magnet", OfLane(0, l => l with { To = "cars" }));
        Only("SS320", "network.lanes[1].flow", "raise the capacity", OfLane(1, l => l with { Capacity = new TonnesPerDay(9) }));
        Only("SS321", "network.lanes[1]", "0 d", OfLane(1, l => l with { Transit = Days(-1) }));
        // 50 years of 365.25 days are 18262.5 days.
        Only("SS324", "network.lanes[1].transit", "unit", OfLane(1, l => l with { Transit = Days(18263) }));
        Runs.Prepare(OfLane(1, l => l with { Transit = Days(18262.5) }), 10);
        Only("SS322", "network.lanes[1].to", "cars", OfLane(1, l => l with { To = "car" }));
        Only("SS323", "network.lanes[2]", "id", Chain() with { Lanes = [.. Chain().Lanes, Lane("mine", "plant", "metal", 0)] });
        Assert.Empty(Runs.Prepare(Chain() with { Lanes = [.. Chain().Lanes, Lane("mine", "plant", "metal", 0) with { Id = "second" }] }, 10).Controls);
    }

    [Fact]
    public void All_faults_come_in_one_pass()
    {
        var spec = Site(0, s => s with { Country = "Nowhere" }) with { Lanes = [.. Chain().Lanes, Lane("here", "there", "nothing", 1)] };
        Assert.Equal(["SS308", "SS306", "SS322", "SS322"], Of(spec).Select(p => p.Code));
    }
}
