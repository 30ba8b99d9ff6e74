using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>A kind of control and a kind of answer take one file each: here both stand in this one, with their tests.</summary>
public sealed class OneFilePolicyTests
{
    private static readonly LoadOptions Options = new()
    {
        Policies = PolicyCatalog.Default with
        {
            Controls = PolicyCatalog.Default.Controls.With<Strike>(),
            Answers = PolicyCatalog.Default.Answers.With<Overtime>(),
        },
    };

    /// <summary>4 t/d, 5 days at sea, 8 days of cover; all strike from day 10 to day 30.</summary>
    private static string Text(string responses) => $$$"""
        schema: supplyshock/scenario/1
        start: 2026-01-01
        horizon: 200 d
        network:
          rates: t/d
          commodities: [{id: ore}]
          sites:
            - {id: pit, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 10}
            - {id: smelter, kind: consumer, country: JP, uses: {ore: 1}, demand: 4, cover: 8 d}
          lanes:
            - {from: pit, to: smelter, of: ore, flow: 4, transit: 5 d}
        shocks:
          - {type: strike, at: [pit], from: 10 d, for: 20 d, union: miners}
        {{{responses}}}
        """;

    [Fact]
    public void A_new_control_is_read_and_run()
    {
        // The last ore lands on day 15, the cover ends on day 23, the first new ore lands on day 35: 12 d of 4 t/d.
        var scenario = Load(Text(""));
        var record = scenario.Prepared.Run();
        Assert.Equal(48, Shortfall(record), 1e-6);
        var told = Assert.Single(record.Controls);
        Assert.Equal(("strike-1", "strike", "miners strike at pit"), (told.Name, told.Type, told.Summary));
        Assert.Equal(SubjectKind.Site, scenario.Prepared.Controls[0].Spec.Touches);

        // Written with every value as used, it is read back the same.
        Assert.Equal(scenario.ResolvedYaml, Load(scenario.ResolvedYaml).ResolvedYaml);
    }

    [Fact]
    public void A_new_answer_is_read_and_run()
    {
        // Twice nothing is nothing: as long as all strike, overtime helps nobody. Before and after, 10 t/d were enough.
        var scenario = Load(Text("responses: [{type: overtime, at: [pit], from: 10 d, paidBy: Australia, discount: 3 %/yr}]"));
        var record = scenario.Prepared.Run();
        Assert.Equal(48, Shortfall(record), 1e-6);
        Assert.Equal(["strike-1", "overtime-1"], record.Controls.Select(c => c.Name));
        Assert.Contains(record.Log, e => e.Kind == LogKind.ControlStarted && e.Subject == 1);

        // A bonus of 1 M USD at once and 1,000 USD/d for the 190 days to the end.
        var account = Assert.Single(record.Answers);
        Assert.Equal((1, "Australia"), (account.Control, account.PaidBy));
        Assert.Equal(1_190_000, account.PublicCostUsd, 1e-6);
        Assert.InRange(account.DiscountedCostUsd, 1_150_000, 1_189_999);
        Assert.Equal(scenario.ResolvedYaml, Load(scenario.ResolvedYaml).ResolvedYaml);
    }

    [Fact]
    public void Its_keys_are_checked_overridden_and_in_the_schema()
    {
        Assert.Contains("XX1", Printed(Text("").Replace("miners", "nobody", StringComparison.Ordinal), Options));
        Assert.Contains("did you mean 'union'?", Printed(Text("").Replace("union:", "unoin:", StringComparison.Ordinal), Options));
        var longer = Load(Text(""), Options with { Set = ["shocks.strike-1.for=21 d"] });
        Assert.Equal(52, Shortfall(longer.Prepared.Run()), 1e-6);
        var varied = longer.Variant([("shocks.strike-1.for", "20 d")], out var diagnostics);
        Assert.Equal("", Reading.Printed(diagnostics));
        Assert.Equal(48, Shortfall(varied!.Run()), 1e-6);

        using var schema = new StringWriter();
        SchemaWriter.Write(schema, [], Options.Policies);
        Assert.Contains("the union that strikes", schema.ToString());
        Assert.Contains("\"overtime\"", schema.ToString());
    }

    [Fact]
    public void Without_it_in_the_catalog_there_is_no_such_kind() =>
        Assert.Contains("there is no type of shock 'strike'", Printed(Text(""), new LoadOptions()));

    [Fact]
    public void A_kind_under_the_key_of_the_other_list_says_where_it_belongs()
    {
        var text = Text("").Replace("type: strike", "type: overtime", StringComparison.Ordinal);
        Assert.Contains("put it under `responses`", Printed(text, Options));
    }

    private static string Printed(string text, LoadOptions options) =>
        Reading.Printed(ScenarioLoader.Load("s.yaml", options with { Files = new MemoryFiles().Add("s.yaml", text) }).Diagnostics);

    private static Scenario Load(string text, LoadOptions? options = null)
    {
        var result = ScenarioLoader.Load("s.yaml", (options ?? Options) with { Files = new MemoryFiles().Add("s.yaml", text) });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        return result.Scenario!;
    }

    private static double Shortfall(RunRecord record) => record.Demand.Zip(record.Activity).Where(c => c.First is not null)
        .Sum(c => c.First!.Integral(SimTime.Zero, record.End) - c.Second!.Integral(SimTime.Zero, record.End));

    /// <summary>All work at some sites stops.</summary>
    public sealed record Strike : SiteControlSpec
    {
        [Field("union", "the union that strikes", Required = true, Example = "miners")]
        public string Union { get; init; } = "";

        public override string Type => "strike";

        public override string Meaning => "all work at sites stops";

        public override string Summary => $"{Union} strike at {Where}";

        public override void Check(PolicyCheck check)
        {
            if (Union == "nobody")
            {
                check.Fault("union", "XX1", "nobody strikes", "name a union");
            }
        }

        public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new MultipleAtWork(bench, resolved, 0);
    }

    /// <summary>Sites make more than their capacity.</summary>
    public sealed record Overtime : AnswerSpec
    {
        [Field("at", "sites, countries or blocs")]
        public IReadOnlyList<string> At { get; init; } = [];

        [Field("to", "multiple of the capacity", Default = "200 %")]
        public Ratio To { get; init; } = new(2);

        public override string Type => "overtime";

        public override string Meaning => "sites make more than their capacity";

        public override string Summary => $"overtime at {PolicyWords.Join(At)}";

        public override SubjectKind Touches => SubjectKind.Site;

        public override int[] Select(Selectors selectors) => selectors.Sites(At, [], consumers: false, []);

        public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new OvertimeAtWork(bench, resolved, this);
    }

    private sealed class OvertimeAtWork(PolicyBench bench, ResolvedPolicy resolved, Overtime spec) : AnswerAtWork(bench, resolved, spec)
    {
        private readonly Grip _capacity = bench.Take(Lever.Capacity, resolved.Subjects);

        protected override void Enforce(long now)
        {
            Bench.SetAll(_capacity, spec.To.Value, now, Cause);
            Book.Pay(1e6, now);
            Book.Flow(1000, 0, now);
        }

        protected override void Lift(long now)
        {
            Bench.SetAll(_capacity, 1, now, Cause);
            Book.Flow(0, 0, now);
        }
    }

    private sealed class MultipleAtWork(PolicyBench bench, ResolvedPolicy resolved, double multiple) : PolicyAtWork(bench, resolved)
    {
        private readonly Grip _capacity = bench.Take(Lever.Capacity, resolved.Subjects);

        protected override void Enforce(long now) => Bench.SetAll(_capacity, multiple, now, Cause);

        protected override void Lift(long now) => Bench.SetAll(_capacity, 1, now, Cause);
    }
}
