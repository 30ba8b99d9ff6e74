using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

/// <summary>What answers avoid and cost; and the scenarios of the policy debate.</summary>
public sealed class AppraiseTests
{
    /// <summary>
    /// 4 t/d with 8 days of cover, cut from day 10 to 30: short from day 18 to 30, 48 t. A stock of 20 t avoids 20 t, one of 40 t avoids 40 t; both
    /// together all 48 t. Bought and sold at one price and held for nothing, they cost nothing. Purchases mean nothing without the stock that they go
    /// into; without them it is empty. What all but one amounts to and one alone does too stands there once.
    /// </summary>
    private const string Answered = """
        schema: supplyshock/scenario/1
        start: 2026-01-01
        horizon: 100 d
        network:
          rates: t/d
          commodities: [{id: ore, price: 100 USD/t}]
          sites:
            - {id: pit, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 10}
            - {id: smelter, kind: consumer, country: JP, uses: {ore: 1}, demand: 4, cover: 8 d}
          lanes:
            - {from: pit, to: smelter, of: ore, flow: 4}
        shocks:
          - {type: export-ban, name: halt, by: Australia, from: 10 d, for: 20 d}
        responses:
          - {type: stockpile, name: small, of: ore, for: [Japan], amount: 20 t}
          - {type: stockpile, name: empty, of: ore, for: [Japan], amount: 40 t, fill: 0 %}
          - {type: forward-buying, name: purchases, of: ore, amount: 40 t, over: 8 d, into: empty}
        """;

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Source(), "../../scenarios/answers"));

    public static TheoryData<string> Scenarios() => [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_answer_is_tried_alone_with_what_it_needs_and_all_without_it()
    {
        using var terminal = new Terminal();
        terminal.Write("x.yaml", Answered);
        var result = terminal.Run("appraise", "x.yaml", "--format", "json", "--out", "out");
        Assert.Equal((ExitCode.Done, ""), (result.Code,
            result.Error.Replace("wrote appraise.csv, appraise.json and appraisal.svg to out\n", "", StringComparison.Ordinal)));

        using var json = JsonDocument.Parse(result.Out);
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(
            ["no shocks", "no answers", "small", "empty", "purchases (with empty)", "all", "all but purchases"],
            rows.Select(r => r.GetProperty("set").GetString()));
        var avoided = rows.ToDictionary(r => r.GetProperty("set").GetString()!, r => r.GetProperty("avoided").GetDouble());
        Assert.Equal(48, rows[1].GetProperty("shortfallTotal").GetDouble(), 1e-6);
        Assert.Equal(18, rows[1].GetProperty("firstShortfallDay").GetDouble(), 1e-4);
        Assert.Equal((48, 0, 20, 0), (avoided["no shocks"], avoided["no answers"], Math.Round(avoided["small"], 6), avoided["empty"]));
        Assert.InRange(avoided["purchases (with empty)"], 36, 40.001);
        Assert.Equal(48, avoided["all"], 1e-6);
        Assert.Equal(0, rows.Single(r => r.GetProperty("set").GetString() == "all").GetProperty("publicCost").GetDouble(), 1e-6);
        Assert.Equal(result.Out, File.ReadAllText(terminal.PathOf("out/appraise.json")));
        Assert.Equal(rows.Length + 1, File.ReadAllLines(terminal.PathOf("out/appraise.csv")).Length);
        Assert.StartsWith("<svg", File.ReadAllText(terminal.PathOf("out/appraisal.svg")), StringComparison.Ordinal);
        Assert.Contains("Without answers 48 t are short; of the answers alone", terminal.Run("appraise", "x.yaml").Out, StringComparison.Ordinal);
    }

    /// <summary>
    /// 4 t/d for 100 d at 100 USD/t are 40,000 USD; a ban from day 10 to 30 takes 20 d of 4 t off what lands, 80 t, which buyers, whose orders wait, get
    /// back in part later. With `cap: 1` the price stays where it is, and a bill is 100 USD for each tonne that lands.
    /// </summary>
    [Fact]
    public void Where_prices_move_each_row_has_an_import_bill()
    {
        using var terminal = new Terminal();
        const string Prices = "horizon: 100 d\nmarket: {prices: {cap: 1}}";
        terminal.Write("x.yaml", Answered);
        terminal.Write("y.yaml", Answered.Replace("horizon: 100 d", Prices, StringComparison.Ordinal));
        using var quiet = JsonDocument.Parse(terminal.Run("appraise", "x.yaml", "--format", "json").Out);
        Assert.All(quiet.RootElement.GetProperty("rows").EnumerateArray(), r => Assert.Equal(JsonValueKind.Null, r.GetProperty("importBill").ValueKind));

        using var json = JsonDocument.Parse(terminal.Run("appraise", "y.yaml", "--format", "json").Out);
        var bills = json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("importBill").GetDouble()).ToArray();
        Assert.Equal(40_000, bills[0], 1);
        Assert.InRange(bills[1], 32_000 - 1, 40_000 - 4_800 + 1); // 48 t were never used
    }

    [Fact]
    public void Without_answers_there_is_nothing_to_appraise()
    {
        using var terminal = new Terminal();
        terminal.Write("x.yaml", Answered[..Answered.IndexOf("responses:", StringComparison.Ordinal)]);
        var result = terminal.Run("appraise", "x.yaml");
        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("x.yaml has no answers to appraise", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_of_the_debate_says_what_it_asks_and_shows_and_its_checks_hold(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains("\n# Asks: ", text, StringComparison.Ordinal);
        Assert.Contains("\n# Shows: ", text, StringComparison.Ordinal);
        Assert.Contains("ssumption", text, StringComparison.Ordinal);
        using var terminal = new Terminal();
        var result = terminal.Run("check", Path.Combine(Folder, file));
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
    }

    /// <summary>Of both kinds of magnet together: 11,775 t a year are 5,807 t in 180 days and 1,936 t in 60.</summary>
    [Theory]
    [InlineData("japan-180-days.yaml", 5_807)]
    [InlineData("japan-60-days.yaml", 1_936)]
    public void What_Japan_would_hold_ends_the_shortage(string file, double heldTonnes)
    {
        using var terminal = new Terminal();
        terminal.Run("run", Path.Combine(Folder, file), "--draws", "0", "--quiet", "--out", "run");
        using var metrics = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("run/metrics.json")));
        var held = metrics.RootElement.GetProperty("answers").EnumerateArray()
            .Sum(a => a.GetProperty("left").GetDouble() + a.GetProperty("tonnes").GetDouble());
        Assert.InRange(held, heldTonnes - 1, heldTonnes + 1);

        using var json = JsonDocument.Parse(terminal.Run("appraise", Path.Combine(Folder, file), "--format", "json").Out);
        var count = metrics.RootElement.GetProperty("answers").GetArrayLength();
        var all = json.RootElement.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("answers").GetArrayLength() == count);
        Assert.InRange(all.GetProperty("shortfallTotal").GetDouble(), 0, 1);
        Assert.InRange(all.GetProperty("avoided").GetDouble(), 500, 1_000);
    }

    [Fact]
    public void Thrifting_saves_at_most_290_t_within_the_halt_and_a_project_changes_nothing_before_it_opens()
    {
        using var terminal = new Terminal();
        Assert.InRange(Row(terminal, "substitution-a-tenth-a-year.yaml").GetProperty("substituted").GetDouble(), 1, 290);
        Assert.Equal(0, Row(terminal, "mine-of-29-years.yaml").GetProperty("avoided").GetDouble(), 1e-6);
        Assert.InRange(Row(terminal, "us-australia-projects.yaml").GetProperty("avoided").GetDouble(), -1, 25);
    }

    private static JsonElement Row(Terminal terminal, string file) =>
        JsonDocument.Parse(terminal.Run("appraise", Path.Combine(Folder, file), "--format", "json").Out).RootElement.GetProperty("rows")[2];

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
