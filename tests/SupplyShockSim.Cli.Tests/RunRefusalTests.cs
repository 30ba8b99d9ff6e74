namespace SupplyShockSim.Cli.Tests;

/// <summary>What a run refuses, without touching anything.</summary>
public sealed class RunRefusalTests
{
    [Fact]
    public void Every_problem_of_a_broken_scenario_is_told_and_nothing_is_written()
    {
        using var terminal = new Terminal();
        // Three problems: a mistyped key, a unit of the wrong dimension, a country that is none.
        terminal.Write("broken.yaml", Examples.Halt
            .Replace("demand: 4", "demnd: 4", StringComparison.Ordinal)
            .Replace("from: 10 d", "from: 10 t", StringComparison.Ordinal)
            .Replace("by: Australia", "by: Austrlia", StringComparison.Ordinal));

        var result = terminal.Run("run", "broken.yaml");

        Assert.Equal((ExitCode.InvalidInput, ""), (result.Code, result.Out));
        Assert.Contains("did you mean 'demand'?", result.Error);
        Assert.Matches(@"broken\.yaml:\d+:\d+: error SS\d\d\d: ", result.Error);
        Assert.Contains("10 t", result.Error);
        Assert.EndsWith("nothing was written\n", result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.Equal(["broken.yaml"], terminal.Files());
    }

    [Theory]
    [InlineData("missing.yaml")]
    [InlineData("folder")]
    public void A_scenario_that_is_no_file(string name)
    {
        using var terminal = new Terminal();
        Directory.CreateDirectory(terminal.PathOf("folder"));

        var result = terminal.Run("run", name);

        Assert.Equal((ExitCode.InvalidInput, ""), (result.Code, result.Out));
        Assert.Contains(name, result.Error);
        Assert.Empty(terminal.Files());
    }

    [Fact]
    public void A_folder_of_the_users()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        terminal.Write("thesis/chapter 1.txt", "years of work");

        var result = terminal.Run("run", "halt.yaml", "--out", "thesis");

        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.Contains("thesis is not empty and not the folder of a run", result.Error);
        Assert.Equal(["halt.yaml", Path.Combine("thesis", "chapter 1.txt")], terminal.Files());
    }

    [Fact]
    public void A_run_folder_to_which_the_user_added_something()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        terminal.Run("run", "halt.yaml", "--out", "here");
        terminal.Write("here/notes.txt", "mine");

        var result = terminal.Run("run", "halt.yaml", "--out", "here");

        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.Contains("notes.txt", result.Error);
        Assert.Equal("mine", File.ReadAllText(terminal.PathOf("here/notes.txt")));
    }

    [Fact]
    public void A_place_that_cannot_be_written()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        var locked = Directory.CreateDirectory(terminal.PathOf("locked"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(locked.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        // Whoever may write everywhere still cannot make a folder inside a file.
        var place = Environment.IsPrivilegedProcess || OperatingSystem.IsWindows() ? "halt.yaml/inside" : "locked/inside";

        var result = terminal.Run("run", "halt.yaml", "--out", place);

        Assert.Equal((place == "locked/inside" ? ExitCode.MachineRefuses : ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.StartsWith("supplyshock: cannot write the run folder: ", result.Error);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    [Fact]
    public void A_file_where_the_folder_should_be()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        terminal.Write("taken", "mine");

        Assert.Equal(ExitCode.WrongUse, terminal.Run("run", "halt.yaml", "--out", "taken").Code);
        Assert.Equal("mine", File.ReadAllText(terminal.PathOf("taken")));
    }

    [Theory]
    [InlineData("--seed -1", "--seed expects a whole number from 0 to 18446744073709551615, not '-1'")]
    [InlineData("--seed 1.5", "--seed expects a whole number from 0 to 18446744073709551615, not '1.5'")]
    [InlineData("--format yaml", "--format expects text or json, not 'yaml'")]
    [InlineData("--out", "--out needs DIR")]
    [InlineData("--sed 1", "unexpected option '--sed'; did you mean '--seed'?")]
    public void Options_that_mean_nothing(string options, string message)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run(["run", "halt.yaml", .. options.Split(' ')]);

        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.StartsWith($"supplyshock: {message}", result.Error);
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    [Fact]
    public async Task Cancelled_it_writes_nothing()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var result = await terminal.RunAsync(cancelled.Token, "run", "halt.yaml");

        Assert.Equal((ExitCode.Cancelled, "", "supplyshock: cancelled; nothing was written\n"), (result.Code, result.Out, result.Error));
        Assert.Equal(["halt.yaml"], terminal.Files());
    }
}
