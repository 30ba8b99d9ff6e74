using System.Text.Json;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The lists of kinds are promises: each kind goes through every command, and has its row of documentation.</summary>
public sealed class EveryPolicyTests
{
    /// <summary>
    /// One of each kind of control, on 4 t/d from the pit to the smelter: whom it touches, and whether the smelter runs short of ore for it. A
    /// duty moves nobody where there is no other seller.
    /// </summary>
    private static readonly (string Type, string Keys, string Touches, bool IsFelt)[] Controls =
    [
        ("export-ban", "by: Australia, from: 10 d, for: 20 d", "pit -> smelter (ore)", true),
        ("export-quota", "by: Australia, amount: 30 t, period: month", "pit -> smelter (ore)", true),
        ("export-licence", "by: Australia, review: 30 d, from: 10 d", "pit -> smelter (ore)", true),
        ("tariff", "by: Australia, rate: 100 USD/t, from: 10 d, for: 20 d", "pit -> smelter (ore)", false),
        ("outage", "at: [pit], from: 10 d, for: 20 d", "pit", true),
        ("capacity-change", "at: [pit], schedule: [{at: 10 d, to: 0 %}, {at: 30 d, to: 100 %}]", "pit", true),
        ("demand-change", "at: [smelter], to: 300 %, from: 10 d, for: 60 d", "smelter", true),
        ("transit-change", "to: [Japan], closed: true, from: 10 d, for: 20 d", "pit -> smelter (ore)", true),
        ("price-change", "of: [ore], to: 60 %, from: 10 d", "pit -> smelter (ore)", false),
        ("origin-content", "by: China, threshold: 0 %, from: 10 d, for: 20 d", "pit -> smelter (ore)", true),
    ];

    /// <summary>One of each kind of answer to a halt of the same lane: its keys, and whom it touches.</summary>
    private static readonly (string Type, string Keys, string Touches)[] Answers =
    [
        ("stockpile", "of: ore, for: [Japan], amount: 20 d", "smelter"),
        (
            "forward-buying",
            "of: ore, amount: 10 t, over: 5 d, into: reserve}\n  - {type: stockpile, name: reserve, of: ore, for: [Japan], amount: 10 t, fill: 0 %", "reserve"),
        ("capacity-project", "country: Canada, technology: {outputs: {ore: 1}}, capacity: 2 t/d, construction: 20 d, capex: 5 MUSD, public: 50 %", "it"),
        ("recycling", "of: ore, into: {ore: 90 %}, collection: 20 %, lifetime: 3 yr", "smelter"),
        ("fast-track", "in: [Japan], to: 50 %", "pit -> smelter (ore)"),
        ("alliance", "members: [Australia, Japan], prefer: 10 USD/t", "pit -> smelter (ore)"),
        ("substitution", "of: ore, after: 2 d", "smelter"),
        ("catch-up", "share: 50 %, extra: 20 %, within: 90 d", "smelter"),
        ("priority-allocation", "order: [automotive]", "pit -> smelter (ore)"),
        ("price-floor", "at: [pit], price: 110 USD/t", "pit"),
        ("contract-for-difference", "at: [pit], strike: 110 USD/t", "pit"),
        ("subsidy", "at: [pit], amount: 1 MUSD", "pit"),
        ("offtake",
            "at: [pit], share: 80 %, price: 110 USD/t, into: reserve}\n  - {type: stockpile, name: reserve, of: ore, for: [Japan], amount: 10 t, fill: 0 %",
            "pit"),
    ];

    private static readonly string Priced = Examples.Halt.Replace("{id: ore}", "{id: ore, price: 100 USD/t}", StringComparison.Ordinal);

    private static readonly string Rows = File.ReadAllText(Path.Combine(Above(AppContext.BaseDirectory), "src", "SupplyShockSim.Policies", "README.md"));

    public static IEnumerable<object[]> Types() => PolicyCatalog.Default.Controls.All.Select(k => new object[] { k.Type });

    [Fact]
    public void Each_kind_has_its_example_here_and_its_row()
    {
        var known = PolicyCatalog.Default;
        Assert.Equal(known.Controls.All.Select(k => k.Type), Controls.Select(c => c.Type));
        Assert.All(known.Controls.All.Concat(known.Answers.All), k => Assert.Contains($"\n| `{k.Type}` |", Rows, StringComparison.Ordinal));
        Assert.Equal(known.Answers.All.Select(k => k.Type), Answers.Select(a => a.Type));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Goes_through_every_command(string type)
    {
        using var terminal = new Terminal();
        terminal.Write("x.yaml", Scenario(type));
        GoThrough(terminal, type, Array.Find(Controls, c => c.Type == type).Touches, scenario => scenario.Prepared.Controls[0].Summary);
    }

    [Fact]
    public void Each_answer_goes_through_every_command_and_has_its_account() =>
        Assert.All(Answers, answer => GoThroughWithAccount(answer.Type, answer.Keys, answer.Touches));

    private static void GoThroughWithAccount(string type, string keys, string touches)
    {
        using var terminal = new Terminal();
        terminal.Write("x.yaml", Priced + $"\nresponses:\n  - {{type: {type}, name: it, paidBy: Japan, {keys}}}\n");
        GoThrough(terminal, type, touches, scenario => scenario.Prepared.Answers[0].Summary);

        using var metrics = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("out/metrics.json")));
        var account = metrics.RootElement.GetProperty("answers").EnumerateArray().First();
        Assert.Equal(("it", type, "Japan"), (account.GetProperty("name").GetString(), account.GetProperty("type").GetString(),
            account.GetProperty("paidBy").GetString()));
    }

    private static void GoThrough(Terminal terminal, string type, string touches, Func<Scenario, string> summaryOf)
    {

        Assert.Equal(new Result(ExitCode.Done, "x.yaml: valid\n", ""), terminal.Run("validate", "x.yaml"));
        Assert.Contains($"\"{type}\"", terminal.Run("schema").Out, StringComparison.Ordinal);
        var plan = terminal.Run("plan", "x.yaml");
        Assert.Equal((ExitCode.Done, ""), (plan.Code, plan.Error));
        Assert.Contains($"  it:\n    {touches}\n", plan.Out, StringComparison.Ordinal);
        Assert.Contains("it begins: ", plan.Out, StringComparison.Ordinal);

        var run = terminal.Run("run", "x.yaml", "--out", "out");
        Assert.Equal(ExitCode.Done, run.Code);
        var summary = summaryOf(ScenarioLoader.Load(terminal.PathOf("x.yaml")).Scenario!);
        Assert.Contains(summary, System.Net.WebUtility.HtmlDecode(File.ReadAllText(terminal.PathOf("out/report.html"))), StringComparison.Ordinal);
        Assert.Contains("control-started", File.ReadAllText(terminal.PathOf("out/events.csv")), StringComparison.Ordinal);
        Assert.Contains(type, JsonDocument.Parse(File.ReadAllText(terminal.PathOf("out/manifest.json"))).RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void What_follows_from_it_names_it_as_the_cause(string type)
    {
        using var terminal = new Terminal();
        var record = ScenarioLoader.Load(terminal.Write("x.yaml", Scenario(type))).Scenario!.Prepared.Run();
        var shortfalls = record.Log.Where(e => e.Kind == LogKind.ShortfallStarted).ToList();

        Assert.Equal(Array.Find(Controls, c => c.Type == type).IsFelt, shortfalls.Count > 0);
        Assert.All(shortfalls.Take(1), e => Assert.Equal(SubjectKind.Control, Root(record, e).SubjectKind));
    }

    private static string Scenario(string type)
    {
        var start = Priced.IndexOf("  - {type: export-ban", StringComparison.Ordinal);
        return Priced[..start] + $"  - {{type: {type}, name: it, {Array.Find(Controls, c => c.Type == type).Keys}}}\n";
    }

    private static LogEntry Root(RunRecord record, LogEntry entry)
    {
        while (entry.Cause >= 0)
        {
            entry = record.Log[entry.Cause];
        }

        return entry;
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
