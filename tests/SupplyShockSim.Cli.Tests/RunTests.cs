using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public void The_log_is_written_whole_where_that_is_asked_for()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--out", "short", "--quiet").Code);
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--out", "long", "--quiet", "--events", "all").Code);

        // Every entry has its number, and a row of its own; the shorter file has some of these rows.
        var manifest = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("long/manifest.json"))).RootElement;
        var (all, notable) = (File.ReadAllLines(terminal.PathOf("long/events.csv")), File.ReadAllLines(terminal.PathOf("short/events.csv")));
        Assert.Equal("all", manifest.GetProperty("eventsListed").GetString());
        Assert.Equal(manifest.GetProperty("logEntries").GetInt32(), all.Length - 1);
        Assert.Subset(all.ToHashSet(), notable.ToHashSet());
        Assert.True(notable.Length < all.Length);
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "long").Code);
        Assert.Contains("notable or all", terminal.Run("run", "halt.yaml", "--events", "some").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_a_folder_named_after_the_scenario_and_its_inputs()
    {
        using var terminal = new Terminal();
        terminal.Write("my halt.yaml", Examples.Halt);

        var result = terminal.Run("run", "my halt.yaml");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        var folder = Assert.Single(Directory.GetDirectories(terminal.PathOf("runs")));
        Assert.Matches("^my halt-[0-9a-f]+$", Path.GetFileName(folder));
        Assert.Contains($"run folder: {Path.Combine("runs", Path.GetFileName(folder))}\n", result.Out);
        string[] names = ["manifest.json", "metrics.json", "series.csv", "events.csv", "scenario.resolved.yaml",
            "shortfall.svg", "shortfall.png", "shortfall.csv", "shortfall-figure.csv", "report.html"];
        Assert.All(names, name => Assert.True(new FileInfo(Path.Combine(folder, name)).Length > 0, name));
    }

    [Fact]
    public void Says_who_is_short_when_and_by_how_much()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var lines = terminal.Run("run", "halt.yaml").Out.Split('\n');

        Assert.Equal("A halt of twenty days", lines[0]);
        // 48 t short, from day 23 to day 35 after 1 January 2026 (see the example).
        Assert.Contains(lines, line => line.StartsWith("smelter", StringComparison.Ordinal)
            && line.Contains("Japan", StringComparison.Ordinal) && line.Contains(" 48 ", StringComparison.Ordinal)
            && line.EndsWith("2026-01-24  2026-02-05", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("mass balance ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain('\e', line));
    }

    [Fact]
    public void Json_is_the_metrics_and_nothing_else()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run("run", "halt.yaml", "--format", "json", "--out", "here");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(File.ReadAllText(terminal.PathOf("here/metrics.json")), result.Out);
        var smelter = Assert.Single(JsonDocument.Parse(result.Out).RootElement.GetProperty("consumers").EnumerateArray());
        // Days and tonnes as derived in the example.
        Assert.Equal(48, smelter.GetProperty("shortfallTotal").GetDouble(), 1e-6);
        Assert.Equal(23, smelter.GetProperty("firstShortfallDay").GetDouble());
        Assert.Equal(35, smelter.GetProperty("lastShortfallDay").GetDouble());
    }

    [Fact]
    public void Quiet_says_nothing_and_writes_all_the_same()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run("run", "halt.yaml", "--quiet", "--out", "here");

        Assert.Equal((ExitCode.Done, "", ""), (result.Code, result.Out, result.Error));
        Assert.True(File.Exists(terminal.PathOf("here/manifest.json")));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("totals")]
    public void A_consumer_of_two_materials_is_one_consumer(string record)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt
            .Replace("[{id: ore}]", "[{id: ore}, {id: tin}]", StringComparison.Ordinal)
            .Replace("uses: {ore: 1}", "uses: {ore: 1, tin: 0.5}", StringComparison.Ordinal)
            .Replace("    - {from: pit,", "    - {from: tinpit, to: smelter, of: tin, flow: 2, transit: 5 d}\n    - {from: pit,", StringComparison.Ordinal)
            .Replace(
                "    - {id: smelter,", "    - {id: tinpit, kind: mine, country: AU, technology: {outputs: {tin: 1}}, capacity: 10}\n    - {id: smelter,",
                StringComparison.Ordinal));

        var result = terminal.Run("run", "halt.yaml", "--set", $"output.record={record}");

        // Without ore it uses no tin either: 12 d of 4 + 2 t/d.
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("1 consumer runs short out of 1. ", result.Out);
        Assert.Contains("In all 72 t are missing", result.Out);
        Assert.DoesNotContain("other", result.Out);
    }

    [Theory]
    [InlineData("totals", "Japan    ore ")]
    [InlineData("consumers", "smelter   Japan ", "cover.svg", "cover.png", "cover.csv")]
    public void Of_what_was_recorded_in_part_that_part_is_told(string record, string line, params string[] more)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run("run", "halt.yaml", "--set", $"output.record={record}", "--out", "here");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        string[] names =
        [
            "events.csv", "manifest.json", "metrics.json", "report.html", "scenario.resolved.yaml", "series.csv",
            "shortfall.svg", "shortfall.png", "shortfall.csv", "shortfall-figure.csv", .. more,
        ];
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(terminal.PathOf("here")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // 800 t needed and 48 t short, from day 23 to day 35 after 1 January 2026 (see the example).
        Assert.Contains(result.Out.Split('\n'), l => l.StartsWith(line, StringComparison.Ordinal) && l.Contains(" 800 ", StringComparison.Ordinal)
            && l.Contains(" 48 ", StringComparison.Ordinal) && l.EndsWith("2026-01-24  2026-02-05", StringComparison.Ordinal));
        var totals = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("here/metrics.json"))).RootElement.GetProperty("totals");
        Assert.Equal(48, totals.GetProperty("shortfall").GetDouble(), 1e-6);
        Assert.Equal(1, totals.GetProperty("consumersShort").GetInt32());
        Assert.Contains("why", File.ReadLines(terminal.PathOf("here/events.csv")).First());
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "here").Code);
    }

    [Fact]
    public void Set_and_seed_reach_the_run_and_its_manifest()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        // For 22 d instead of 20 the smelter is short for 14 d of 4 t/d.
        var result = terminal.Run(
            "run", "halt.yaml", "--set", "shocks.halt.for=22 d", "--set", "title=Longer", "--seed", "7", "--out", "here", "--format", "json");

        Assert.Equal(56, JsonDocument.Parse(result.Out).RootElement.GetProperty("totals").GetProperty("shortfall").GetDouble(), 1e-6);
        var manifest = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("here/manifest.json"))).RootElement;
        Assert.Equal(7UL, manifest.GetProperty("seed").GetUInt64());
        Assert.Equal(["shocks.halt.for=22 d", "title=Longer"], manifest.GetProperty("set").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal("Longer", manifest.GetProperty("title").GetString());
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_but_for_what_was_measured()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        terminal.Run("run", "halt.yaml", "--out", "a");
        terminal.Run("run", "halt.yaml", "--out", "b");

        foreach (var file in Directory.GetFiles(terminal.PathOf("a")).Where(f => Path.GetFileName(f) != "manifest.json"))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(terminal.PathOf("b"), Path.GetFileName(file))));
        }
    }

    [Fact]
    public void A_run_again_takes_the_place_of_its_own_folder()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        terminal.Run("run", "halt.yaml");
        var before = terminal.Files();

        var again = terminal.Run("run", "halt.yaml");

        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Equal(before, terminal.Files());
    }

    [Fact]
    public void A_terminal_gets_a_table_and_colours_unless_it_wants_none()
    {
        using var colourful = new Terminal { IsTerminal = true };
        using var plain = new Terminal { IsTerminal = true, Variables = { ["NO_COLOR"] = "1" } };

        Assert.Contains("\e[1mA halt of twenty days\e[0m", Show(colourful));
        Assert.DoesNotContain("\e[", Show(plain));
        Assert.Contains("─", Show(plain));

        static string Show(Terminal terminal)
        {
            terminal.Write("halt.yaml", Examples.Halt);
            return terminal.Run("run", "halt.yaml").Out;
        }
    }
}
