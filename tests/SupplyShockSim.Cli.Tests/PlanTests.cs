using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class PlanTests
{
    [Fact]
    public void Shows_when_whom_and_where_from_without_running()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run("plan", "halt.yaml", "--set", "shocks.halt.for=22 d");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        // From day 10 for 22 d ends at day 32: 11 January and 2 February 2026. 200 d after 1 January is 20 July.
        Assert.Matches("""
            (?m)^  2026-01-01  day 0    start$
            ^  2026-01-11  day 10   halt begins: .*$
            ^  2026-02-02  day 32   halt ends$
            ^  2026-07-20  day 200  end$
            """.ReplaceLineEndings("\n"), result.Out);
        Assert.Contains("  halt:\n    pit -> smelter (ore)\n", result.Out);
        Assert.Matches(@"(?m)^  shocks\[0\]\.for +--set:1:\d+ +22 d$", result.Out);
        Assert.Matches(@"(?m)^  start +.*halt\.yaml:3:8 +2026-01-01$", result.Out);
        Assert.DoesNotContain("market.rationing", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("network.lanes", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  and \d+ others, of the network and by default: --all shows them$", result.Out);
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    [Fact]
    public void Shows_every_value_where_all_are_wanted()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run("plan", "halt.yaml", "--all");

        Assert.Matches(@"(?m)^  market\.rationing +default +pro-rata$", result.Out);
        Assert.Matches(@"(?m)^  network\.lanes\[0\]\.flow +.*halt\.yaml:\d+:\d+ +4 t/d$", result.Out);
        Assert.DoesNotContain("--all shows", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_network_that_was_set_is_shown()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        Assert.Matches(
            @"(?m)^  network\.sites.*cover +--set:1:\d+ +9 d$",
            terminal.Run("plan", "halt.yaml", "--set", "network.sites.smelter.cover=9 d").Out);
    }

    [Fact]
    public void Openings_and_renewals_are_among_the_dates()
    {
        using var terminal = new Terminal();
        terminal.Write("quota.yaml", Examples.Halt
            .Replace("capacity: 10}", "capacity: 10}\n    - {id: new-pit, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 5, opens: 40 d}",
                StringComparison.Ordinal)
            .Replace("{type: export-ban, name: halt,", "{type: export-quota, name: quota, amount: 90 t, period: month,", StringComparison.Ordinal)
            .Replace("for: 20 d}", "for: 60 d}", StringComparison.Ordinal));

        var result = terminal.Run("plan", "quota.yaml");

        // In force from 11 January to 12 March 2026: new periods on 1 February (day 31) and 1 March. 40 d after 1 January is 10 February.
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("  2026-02-01  day 31   quota is renewed (and 1 more times, last on 2026-03-01)\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("  2026-02-10  day 40   new-pit opens\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_same_as_json()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var root = JsonDocument.Parse(terminal.Run("plan", "halt.yaml", "--format", "json", "--seed", "7").Out).RootElement;

        Assert.Equal(7, root.GetProperty("seed").GetInt32());
        Assert.Equal(["start", "halt begins: Australia bans all exports of ore to Japan", "halt ends", "end"],
            root.GetProperty("when").EnumerateArray().Select(m => m.GetProperty("what").GetString()));
        Assert.Equal("pit -> smelter (ore)", root.GetProperty("policies")[0].GetProperty("touches")[0].GetString());
        Assert.Contains(root.GetProperty("values").EnumerateArray(), v => v.GetProperty("path").GetString() == "horizon");
    }

    [Fact]
    public void A_changed_transit_time_touches_lanes()
    {
        using var terminal = new Terminal();
        terminal.Write(
            "slow.yaml",
            Examples.Halt.Replace("{type: export-ban, name: halt, by: Australia,", "{type: transit-change, name: storm, add: 5 d,", StringComparison.Ordinal));

        var result = terminal.Run("plan", "slow.yaml");

        // The one lane, number 0, leads from site 0 to site 1: read as a site, it would be the pit alone.
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("  storm:\n    pit -> smelter (ore)\n", result.Out);
    }

    [Fact]
    public void An_invalid_scenario_has_no_plan()
    {
        using var terminal = new Terminal();
        terminal.Write("bad.yaml", "schema: supplyshock/scenario/1\nnetwrk: x\n");

        var result = terminal.Run("plan", "bad.yaml");

        Assert.Equal((ExitCode.InvalidInput, ""), (result.Code, result.Out));
        Assert.Contains("did you mean 'network'?", result.Error);
    }

    /// <summary>Ranges in the rows of its network make inputs uncertain that its file does not write.</summary>
    [Fact]
    public void A_shipped_scenario_whose_network_has_ranges_is_planned()
    {
        using var terminal = new Terminal();
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SupplyShockSim.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var result = terminal.Run("plan", Path.Combine(folder, "scenarios", "japan-magnet-halt.yaml"));

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        // Each where it is written, though ranges stand before it.
        var lines = File.ReadAllLines(Path.Combine(folder, "scenarios", "japan-magnet-halt.yaml"));
        var line = 1 + Array.FindIndex(lines, l => l.Contains("set: market.adjustment"));
        Assert.Matches($@"\.set +\S*japan-magnet-halt\.yaml:{line}:\d+ +market\.adjustment", result.Out);
    }
}
