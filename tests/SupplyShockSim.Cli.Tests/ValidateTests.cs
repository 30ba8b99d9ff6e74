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
}
