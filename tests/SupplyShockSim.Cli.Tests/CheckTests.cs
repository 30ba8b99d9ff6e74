using System.Text.Json;
using System.Xml.Linq;

namespace SupplyShockSim.Cli.Tests;

/// <summary>Checks held against the example, in which 48 t are missing from day 23 to day 35.</summary>
public sealed class CheckTests
{
    private const string Holds = "\nchecks: [{measure: shortfall.total, consumer: smelter, below: 50 t}, {measure: timeToSurvive, above: 10 d}]\n";
    private const string Fails = "\nchecks: [{measure: shortfall.total, country: Japan, below: 40 t}, {measure: shortfall.last, equals: 35 d}]\n";

    [Fact]
    public void A_table_of_measure_limit_value_and_margin()
    {
        using var terminal = new Terminal();
        terminal.Write("good.yaml", Examples.Halt + Holds);
        terminal.Write("bad.yaml", Examples.Halt + Fails);

        var good = terminal.Run("check", "good.yaml");
        Assert.Equal((ExitCode.Done, ""), (good.Code, good.Error));
        Assert.Equal("""
            A halt of twenty days (good.yaml)
            check            of                  limit  value  margin
            shortfall.total  smelter        below 50 t   48 t     2 t  holds
            timeToSurvive    all consumers  above 10 d   13 d     3 d  holds
            All 2 checks hold.

            """.ReplaceLineEndings("\n"), good.Out);

        var both = terminal.Run("check", "good.yaml", "bad.yaml");
        Assert.Equal(4, both.Code);
        Assert.Matches("shortfall.total  Japan +below 40 t +48 t +-8 t  FAILS\n", both.Out);
        Assert.Contains("1 of 2 checks fails.", both.Out);
        Assert.Equal(["bad.yaml", "good.yaml"], terminal.Files());
    }

    [Fact]
    public void For_programs()
    {
        using var terminal = new Terminal();
        terminal.Write("bad.yaml", Examples.Halt + Fails);

        var json = JsonDocument.Parse(terminal.Run("check", "bad.yaml", "--format", "json").Out).RootElement[0];
        Assert.Equal(("bad.yaml", false), (json.GetProperty("scenario").GetString(), json.GetProperty("holds").GetBoolean()));
        Assert.Equal(-8, json.GetProperty("checks")[0].GetProperty("margin").GetDouble(), 1e-6);

        var suite = XDocument.Parse(terminal.Run("check", "bad.yaml", "--format", "junit").Out).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal("shortfall.total of Japan is 48 t, expected below 40 t", suite.Element("testcase")!.Element("failure")!.Attribute("message")!.Value);
    }

    [Fact]
    public void A_run_with_failed_checks_is_written_and_says_so()
    {
        using var terminal = new Terminal();
        terminal.Write("bad.yaml", Examples.Halt + Fails);

        var result = terminal.Run("run", "bad.yaml", "--out", "here");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("1 of 2 checks fails.\n", result.Out);
        Assert.Contains("1 of 2 checks fails.", File.ReadAllText(terminal.PathOf("here/report.html")));
        var metrics = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("here/metrics.json"))).RootElement;
        Assert.False(metrics.GetProperty("checks")[0].GetProperty("holds").GetBoolean());
    }

    [Fact]
    public void A_scenario_without_checks_is_refused()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        var result = terminal.Run("check", "halt.yaml");
        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Equal("supplyshock: halt.yaml has no checks: add `checks: [{measure: shortfall.total, below: 500 t}]`\n", result.Error);
    }
}
