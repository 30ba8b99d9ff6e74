namespace SupplyShockSim.Cli.Tests;

/// <summary>Wrong use: exit code 2, standard output empty, and on standard error what is wrong and where to look.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("completons bash", "unexpected command 'completons'; did you mean 'completions'?")]
    [InlineData("compl", "unexpected command 'compl'; did you mean 'completions'?")]
    [InlineData("zzzzzz", "unexpected command 'zzzzzz'")]
    [InlineData("--versoin", "unexpected option '--versoin'; did you mean '--version'?")]
    [InlineData("completions", "completions needs SHELL")]
    [InlineData("completions bash zsh", "unexpected argument 'zsh'")]
    [InlineData("completions bsh", "SHELL expects bash, zsh, fish or pwsh, not 'bsh'; did you mean 'bash'?")]
    [InlineData("completions bash --hlp", "unexpected option '--hlp'; did you mean '--help'?")]
    public void Says_what_is_wrong(string line, string message)
    {
        using var terminal = new Terminal();

        var result = terminal.Run(line.Split(' '));

        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.Equal("", result.Out);
        Assert.StartsWith($"supplyshock: {message}\n", result.Error);
        Assert.EndsWith("--help'.\n", result.Error);
        Assert.Equal(2, result.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void Without_arguments_help_is_an_error()
    {
        using var terminal = new Terminal();

        var result = terminal.Run();

        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.Equal("", result.Out);
        Assert.Contains("Usage:", result.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("completions --help")]
    public void Help_is_data_when_asked_for(string line)
    {
        using var terminal = new Terminal();

        var result = terminal.Run(line.Split(' '));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("Usage:\n  supplyshock", result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Help_lists_every_command_with_what_it_does()
    {
        using var terminal = new Terminal();

        var help = terminal.Run("--help").Out;

        Assert.All(CommandList.Create(), command => Assert.Matches($@"(?m)^  {command.Name}\b.*  {command.Description}$", help));
    }

    [Fact]
    public void Version_is_one_line()
    {
        using var terminal = new Terminal();

        var result = terminal.Run("--version");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", result.Out);
        Assert.Equal("", result.Error);
    }
}
