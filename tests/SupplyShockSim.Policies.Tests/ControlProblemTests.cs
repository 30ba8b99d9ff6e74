using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Each fault of a shock or of the market's rules: its code, its place, its severity and a hint.</summary>
public sealed class ControlProblemTests
{
    private static List<Problem> Of(RunSpec spec)
    {
        var problems = new List<Problem>();
        PreparedRun.Prepare(spec, problems);
        return problems;
    }

    private static RunSpec Run(params ControlSpec[] shocks) => new() { Network = Chain(), Start = Runs.Start, Horizon = Days(100), Shocks = shocks };

    private static void Only(string code, string path, string hint, RunSpec spec, ProblemSeverity severity = ProblemSeverity.Error)
    {
        var problem = Assert.Single(Of(spec));
        Assert.Equal((code, path, severity), (problem.Code, problem.Path, problem.Severity));
        Assert.Contains(hint, problem.Hint ?? "");
    }

    private static readonly ExportBan Ban = new() { By = ["China"] };
    private static readonly Schedule<Share> Refused = Schedule<Share>.Constant(new Share(0.5));
    private static readonly Schedule<Share> Granted = Schedule<Share>.Constant(Share.All);
    private static readonly ExportLicence Licence = new() { By = ["China"], Review = DurationDistribution.FixedDays(10) };

    [Fact]
    public void Names_and_selectors()
    {
        Only("SS401", "shocks[1].name", "own name", Run(Ban with { Name = "x" }, Ban with { Name = "x" }));
        Only("SS402", "shocks[0]", "check", Run(Ban with { By = ["Japan"] }));
        Only("SS408", "shocks[0].by[1]", "Australia, China, Japan", Run(Ban with { By = ["CN", "Norway"] }), ProblemSeverity.Warning);
        Only("SS408", "shocks[0].to[0]", "other selectors", Run(Ban with { To = ["AU", "JP"] }), ProblemSeverity.Warning);
        Only("SS408", "shocks[0].of[1]", "other selectors", Run(Ban with { Of = ["magnet", "metal"] }), ProblemSeverity.Warning);
        Only("SS408", "shocks[0].exempt[0]", "other selectors", Run(Ban with { Exempt = ["metal"] }), ProblemSeverity.Warning);
        Assert.Equal(["SS408", "SS402"], Of(Run(Ban with { To = ["Norway"] })).Select(p => p.Code));
        Only("SS403", "shocks[0].lanes[0]", "plant>cars:magnet", Run(new TransitChange { Lanes = ["plant>car:magnet"], Closed = true }));
        Only("SS404", "shocks[0].by[1]", "China", Run(Ban with { By = ["CN", "Chin"] }));
        Only("SS404", "shocks[0].to[0]", "Japan", Run(Ban with { To = ["Japn"] }));
        Only("SS404", "shocks[0].at[0]", "mine", Run(new Outage { At = ["minee"] }));
        Only("SS405", "shocks[0].of[0]", "magnet", Run(Ban with { Of = ["magnets"] }));
        var grouped = Chain() with { Groups = new Dictionary<string, IReadOnlyList<string>> { ["products"] = ["magnet"], ["inputs"] = ["metal"] } };
        Only("SS405", "shocks[0].of[0]", "products", Run(Ban with { Of = ["product"] }) with { Network = grouped });
        Only("SS408", "shocks[0].of[1]", "other selectors", Run(Ban with { Of = ["products", "inputs"] }) with { Network = grouped }, ProblemSeverity.Warning);
        Only("SS406", "shocks[0].endUse[0]", "automotive", Run(Ban with { EndUse = ["automotiv"] }));
        Only("SS407", "shocks[0].exempt[0]", "Japan", Run(Ban with { Exempt = ["Japn"] }));
    }

    [Fact]
    public void Two_shocks_without_a_name_are_named_by_type_and_position()
    {
        var prepared = PreparedRun.Prepare(Run(Ban, Licence, Ban), new List<Problem>())!;
        Assert.Equal(["export-ban-1", "export-licence-2", "export-ban-3"], prepared.Controls.Select(c => c.Name));
    }

    [Fact]
    public void Times()
    {
        Only("SS410", "shocks[0].from", "earlier", Run(Ban with { From = When.At(new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Unspecified)) }));
        Only("SS411", "shocks[0].from", "horizon", Run(Ban with { From = Day(101) }), ProblemSeverity.Warning);
        Assert.Empty(Of(Run(Ban with { From = Day(100) })));
        Only("SS412", "shocks[0].announced", "before", Run(Ban with { From = Day(5), Announced = Day(6) }));
        Only("SS413", "shocks[0].for", "one of them", Run(Ban with { For = Days(5), Until = Day(5) }));
        Only("SS414", "shocks[0].until", "after", Run(Ban with { From = Day(5), Until = Day(5) }));
        Only("SS414", "shocks[0].for", "after", Run(Ban with { For = Days(0) }));
        Only("SS415", "shocks[0].suspended[1]", "correct", Run(Ban with
        {
            From = Day(5),
            Until = Day(50),
            Suspended = [new Window { From = Day(10), Until = Day(20) }, new Window { From = Day(40), Until = Day(60) }],
        }));
    }

    [Fact]
    public void What_each_kind_needs()
    {
        Only("SS420", "shocks[0]", "to", Run(new CapacityChange { At = ["mine"] }));
        Only("SS420", "shocks[0]", "to", Run(new DemandChange { To = new Ratio(1), Schedule = [new Step<Level> { At = Day(1), To = new Ratio(2) }] }));
        Only("SS421", "shocks[0].schedule", "sort",
            Run(new DemandChange { Schedule = [new Step<Level> { At = Day(9), To = new Ratio(2) }, new Step<Level> { At = Day(1), To = new Ratio(2) }] }));
        Only("SS422", "shocks[0]", "transit", Run(new TransitChange()));
        Only("SS423", "shocks[0]", "0 d", Run(new TransitChange { Add = Days(-1) }));
        // 50 years are 18262.5 days, of which the lanes take 20 and 7 of their own.
        Only("SS428", "shocks[0]", "units", Run(new TransitChange { Add = Days(18250) }));
        Only("SS428", "shocks[0]", "units", Run(new TransitChange { Transit = Days(18263) }));
        Only("SS428", "shocks[1]", "units", Run(new TransitChange { Transit = Days(10000) }, new TransitChange { Add = Days(9000) }));
        Assert.Empty(Of(Run(new TransitChange { Transit = Days(10000) }, new TransitChange { Add = Days(8000) })));
        Only("SS424", "shocks[0].rate", "price", Run(new Tariff { Of = ["metal"], Rate = new TariffRate(0.1, 0) }));
        Assert.Empty(Of(Run(new Tariff { Of = ["magnet"], Rate = new TariffRate(0.1, 0) }, new Tariff { Of = ["metal"], Rate = new TariffRate(0, 5) })));
        Only("SS425", "shocks[0].review", "", Run(Licence with { Review = new DurationDistribution(DistributionShape.Uniform, [2, 1]) }));
        Only("SS426", "shocks[0].decisionsPerDay", "leave it out", Run(Licence with { DecisionsPerDay = 0 }));
        Only("SS429", "shocks[0].approval", "reapply: 14 d", Run(Licence with { Approval = Refused }));
        Only("SS429", "shocks[0].approval", "reapply: 14 d",
            Run(Licence with { Approval = new ByCountry<Schedule<Share>>(Granted, new Dictionary<string, Schedule<Share>> { ["JP"] = Refused }) }));
        Assert.Empty(Of(Run(Licence with { Approval = Refused, Reapply = Days(0) })));
        Only("SS427", "shocks[0]", "correct", Run(Licence with { Validity = Days(0) }));
    }

    [Fact]
    public void The_run_and_its_market()
    {
        Only("SS501", "horizon", "horizon", Run() with { Horizon = Days(0) });
        // 100 years of 365.25 days are 36525 days.
        Only("SS507", "horizon", "shorter", Run() with { Horizon = Days(36526) });
        Assert.Empty(Of(Run() with { Horizon = Days(36525) }));
        Only("SS502", "market.rationing", "prices: {}", Run() with { Market = new MarketSpec { Rationing = "price" } });
        Only("SS508", "market.prices", "cap: 10", Run() with { Market = new MarketSpec { Prices = new PriceSpec { Cap = 0.5 } } });
        Only("SS503", "market.rationing", "priority", Run() with { Market = new MarketSpec { Rationing = "prioritty" } });
        Only("SS504", "market", "review", Run() with { Market = new MarketSpec { Review = Days(0) } });
        Only("SS505", "market.adjustment", "adjustment", Run() with { Market = new MarketSpec { Review = Days(10), Adjustment = Days(9) } });
        Only("SS506", "market.caution", "0 d", Run() with { Market = new MarketSpec { Caution = new CautionSpec { More = Days(-1) } } });
    }

    [Fact]
    public void Other_shocks_on_a_prepared_network_are_checked_too()
    {
        var problems = new List<Problem>();
        var prepared = PreparedRun.Prepare(Run(), problems)!;
        Assert.Null(prepared.WithShocks([Ban with { By = ["Chin"] }], problems));
        Assert.Equal("SS404", Assert.Single(problems).Code);
        problems.Clear();
        Assert.Same(prepared.Network, prepared.WithShocks([Ban], problems)!.Network);
        Assert.Empty(problems);
    }
}
