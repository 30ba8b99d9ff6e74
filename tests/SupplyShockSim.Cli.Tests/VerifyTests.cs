namespace SupplyShockSim.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public void Reproduces_a_run_with_its_overrides_and_seed()
    {
        using var terminal = Ran();

        var result = terminal.Run("verify", "here");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches("^reproduced: trace [0-9a-f]{16}, [0-9]+ events, inputs and outputs unchanged\n$", result.Out);
    }

    [Fact]
    public void Takes_the_manifest_for_its_folder()
    {
        using var terminal = Ran();

        Assert.Equal(ExitCode.Done, terminal.Run("verify", Path.Combine("here", "manifest.json")).Code);
    }

    [Theory]
    [InlineData("inputs/halt.yaml", "changed", "inputs/halt.yaml has changed")]
    [InlineData("inputs/halt.yaml", null, "inputs/halt.yaml is missing")]
    [InlineData("series.csv", "changed", "series.csv has changed")]
    [InlineData("report.html", null, "report.html is missing")]
    public void Files_that_are_not_what_they_were_are_told(string file, string? content, string why)
    {
        using var terminal = Ran();
        if (content is null)
        {
            File.Delete(terminal.PathOf("here/" + file));
        }
        else
        {
            terminal.Write("here/" + file, content);
        }

        var result = terminal.Run("verify", "here");

        Assert.Equal((ExitCode.NotReproduced, ""), (result.Code, result.Out));
        Assert.Equal($"supplyshock: the run could not be reproduced: {why}\n", result.Error);
    }

    /// <summary>The network lies above the scenario, as it may, and all that was read is gone or another.</summary>
    [Fact]
    public void A_folder_is_verified_wherever_it_was_taken()
    {
        using var terminal = new Terminal();
        terminal.Write("net/all.yaml", Examples.Halt.Split("network:\n")[1].Split("shocks:")[0].ReplaceLineEndings("\n").Replace("\n  ", "\n",
            StringComparison.Ordinal).TrimStart());
        terminal.Write("questions/halt.yaml",
            "schema: supplyshock/scenario/1\nstart: 2026-01-01\nhorizon: 200 d\nnetwork: ../net/all.yaml\nshocks:" + Examples.Halt.Split("shocks:")[1]);
        Assert.Equal((ExitCode.Done, ""), (terminal.Run("run", "questions/halt.yaml", "--out", "here") is var ran ? ran.Code : 0, ran.Error));
        using var elsewhere = new Terminal();
        Directory.Delete(terminal.PathOf("net"), recursive: true);
        Directory.Delete(terminal.PathOf("questions"), recursive: true);
        Directory.Move(terminal.PathOf("here"), elsewhere.PathOf("taken"));

        var result = elsewhere.Run("verify", "taken");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("taken/inputs/net/all.yaml", elsewhere.Files());
        Assert.Contains("taken/inputs/questions/halt.yaml", elsewhere.Files());
    }

    [Fact]
    public void The_folder_of_another_run_is_replaced_only_when_that_is_meant()
    {
        using var terminal = Ran();
        string[] again = ["run", "halt.yaml", "--set", "shocks.halt.for=22 d", "--seed", "7", "--out", "here"];
        Assert.Equal(ExitCode.Done, terminal.Run(again).Code);

        string[] other = ["run", "halt.yaml", "--out", "here"];
        var refused = terminal.Run(other);
        Assert.Equal(ExitCode.WrongUse, refused.Code);
        Assert.EndsWith("here is the folder of another run; choose another folder, or replace it with --force\n", refused.Error);
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "here").Code);
        Assert.Equal(ExitCode.Done, terminal.Run([.. other, "--force"]).Code);
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "here").Code);
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
