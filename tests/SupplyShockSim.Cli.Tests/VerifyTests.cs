namespace SupplyShockSim.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public void Reproduces_a_run_with_its_overrides_and_seed()
    {
        using var terminal = Ran();

        var result = terminal.Run("verify", "here");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches("^reproduced: trace [0-9a-f]{16}, [0-9]+ events, inputs unchanged\n$", result.Out);
    }

    [Fact]
    public void Takes_the_manifest_for_its_folder()
    {
        using var terminal = Ran();

        Assert.Equal(ExitCode.Done, terminal.Run("verify", Path.Combine("here", "manifest.json")).Code);
    }

    [Theory]
    [InlineData("changed", "halt.yaml has changed")]
    [InlineData(null, "halt.yaml is missing")]
    public void Inputs_that_changed_cannot_be_run_again(string? input, string why)
    {
        using var terminal = Ran();
        if (input is null)
        {
            File.Delete(terminal.PathOf("halt.yaml"));
        }
        else
        {
            terminal.Write("halt.yaml", input);
        }

        var result = terminal.Run("verify", "here");

        Assert.Equal((ExitCode.NotReproduced, ""), (result.Code, result.Out));
        Assert.StartsWith("supplyshock: the run could not be reproduced: ", result.Error);
        Assert.Contains(why, result.Error);
    }

    [Fact]
    public void Another_trace_is_not_the_same_run()
    {
        using var terminal = Ran();
        var manifest = terminal.PathOf("here/manifest.json");
        var text = File.ReadAllText(manifest);
        var hash = System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("traceHash").GetString()!;
        File.WriteAllText(manifest, text.Replace(hash, "0123456789abcdef", StringComparison.Ordinal));

        var result = terminal.Run("verify", "here");

        Assert.Equal((ExitCode.NotReproduced, ""), (result.Code, result.Out));
        Assert.Contains($"the trace is {hash}, and was 0123456789abcdef", result.Error);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("halt.yaml")]
    [InlineData("empty")]
    public void What_is_no_run_folder_is_invalid_input(string name)
    {
        using var terminal = Ran();
        Directory.CreateDirectory(terminal.PathOf("empty"));

        var result = terminal.Run("verify", name);

        Assert.Equal((ExitCode.InvalidInput, ""), (result.Code, result.Out));
        Assert.StartsWith($"supplyshock: {name} is not the folder of a run: ", result.Error);
    }

    private static Terminal Ran()
    {
        var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--set", "shocks.halt.for=22 d", "--seed", "7", "--out", "here").Code);
        return terminal;
    }
}
