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
        Assert.Matches(@"(?m)^  market\.rationing +default +pro-rata$", result.Out);
        Assert.Equal(["halt.yaml"], terminal.Files());
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
}
