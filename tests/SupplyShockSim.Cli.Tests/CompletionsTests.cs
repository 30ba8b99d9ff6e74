using System.Diagnostics;

namespace SupplyShockSim.Cli.Tests;

public sealed class CompletionsTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Every_script_knows_every_command_and_option(string shell)
    {
        using var terminal = new Terminal();

        var script = terminal.Run("completions", shell);

        Assert.Equal(ExitCode.Done, script.Code);
        foreach (var command in CommandList.Create())
        {
            Assert.Contains(command.Name, script.Out, StringComparison.Ordinal);
            // fish declares long options without their dashes, after -l
            Assert.All(command.Options, o => Assert.Contains(shell == "fish" ? $"-l {o.Name[2..]}" : o.Name, script.Out, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("compl", "completions")]
    [InlineData("--v", "--version")]
    [InlineData("completions ba", "bash")]
    [InlineData("completions --h", "--help")]
    [InlineData("run --se", "--set", "--seed")]
    [InlineData("run --format ", "json", "text")]
    [InlineData("run a", "a folder", "a scenario.yaml")]
    [InlineData("run --out ", "a folder")]
    [InlineData("verify ", "a folder")]
    [InlineData("validate x.yaml --f", "--format")]
    public void Bash_completes(string line, params string[] completed) => Assert.Equal(completed.Order(), Complete(line).Order());

    /// <summary>What a real bash that sourced the script offers for the last word of a line.</summary>
    private static string[] Complete(string line)
    {
        using var terminal = new Terminal();
        terminal.Write("a scenario.yaml", "");
        Directory.CreateDirectory(terminal.PathOf("a folder"));
        terminal.Write("script", terminal.Run("completions", "bash").Out);
        const string Driver = "source ./script; COMP_WORDS=(supplyshock $1); [[ $1 == *' ' ]] && COMP_WORDS+=(''); "
            + "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _supplyshock; printf '%s\\n' \"${COMPREPLY[@]}\"";
        var start = new ProcessStartInfo("bash", ["-c", Driver, "bash", line])
        {
            WorkingDirectory = terminal.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var offered = bash.StandardOutput.ReadToEnd();
        Assert.Equal("", bash.StandardError.ReadToEnd());
        return offered.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
