using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class ValidateTests
{
    private static readonly string Broken = Examples.Halt.Replace("demand: 4", "demnd: 4", StringComparison.Ordinal);

    [Fact]
    public void Says_of_each_file_whether_it_is_valid()
    {
        using var terminal = new Terminal();
        terminal.Write("good.yaml", Examples.Halt);
        terminal.Write("bad.yaml", Broken);

        var result = terminal.Run("validate", "good.yaml", "bad.yaml");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.StartsWith("good.yaml: valid\nbad.yaml: invalid: ", result.Out);
        Assert.Contains("bad.yaml:10:", result.Error);
        Assert.DoesNotContain("good.yaml", result.Error);
    }

    [Fact]
    public void Valid_files_are_done_without_a_word_to_standard_error()
    {
        using var terminal = new Terminal();
        terminal.Write("good.yaml", Examples.Halt);

        Assert.Equal(new Result(ExitCode.Done, "good.yaml: valid\n", ""), terminal.Run("validate", "good.yaml"));
    }

    [Fact]
    public void Json_is_a_list_of_problems_on_standard_output()
    {
        using var terminal = new Terminal();
        terminal.Write("good.yaml", Examples.Halt);
        terminal.Write("bad.yaml", Broken);

        var bad = terminal.Run("validate", "bad.yaml", "--format", "json");
        var good = terminal.Run("validate", "good.yaml", "--format", "json");

        Assert.Equal((ExitCode.InvalidInput, ""), (bad.Code, bad.Error));
        var problems = JsonDocument.Parse(bad.Out).RootElement.EnumerateArray().ToList();
        Assert.Contains(problems, p => p.GetProperty("line").GetInt32() == 10 && p.GetProperty("severity").GetString() == "error");
        Assert.Equal((ExitCode.Done, 0), (good.Code, JsonDocument.Parse(good.Out).RootElement.GetArrayLength()));
    }

    [Fact]
    public void As_sarif_each_problem_has_its_rule_and_its_place()
    {
        using var terminal = new Terminal();
        terminal.Write("a b.yaml", "schema: supplyshock/scenario/1\nstart: 2026-01-01\nhorizon: 3 yr\nhorizn: 3 yr\nnetwork: nets\n");

        var result = terminal.Run("validate", "a b.yaml", "--format", "sarif");

        Assert.Equal((ExitCode.InvalidInput, ""), (result.Code, result.Error));
        var run = JsonDocument.Parse(result.Out).RootElement.GetProperty("runs")[0];
        Assert.Equal(["SS101", "SS201"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(r => r.GetProperty("id").GetString()));
        var first = run.GetProperty("results")[0];
        Assert.Equal(("SS201", "error"), (first.GetProperty("ruleId").GetString(), first.GetProperty("level").GetString()));
        var place = first.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("a%20b.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal("4 1 7", string.Join(' ', place.GetProperty("region").EnumerateObject().Select(p => p.Value.GetRawText())));
    }

    [Fact]
    public void As_commands_of_a_workflow_each_problem_is_one_line()
    {
        using var terminal = new Terminal();
        terminal.Write("a,b.yaml", "schema: supplyshock/scenario/1\nstart: 2026-01-01\nhorizon: 300 %\nnetwork: nets\n");

        var lines = terminal.Run("validate", "a,b.yaml", "--format", "github").Out.TrimEnd().Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Contains("a%2Cb.yaml,line=3,col=10,endColumn=15,title=SS204::'300 %25' is a share", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("::error file=", lines[0], StringComparison.Ordinal);
    }
}
