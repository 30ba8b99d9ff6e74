using System.CommandLine;
using SupplyShockSim.Cli.Completions;
using SupplyShockSim.Cli.Parsing;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Prints a script that makes a shell complete our commands, options and file names.</summary>
internal sealed class CompletionsCommand : CliCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new("SHELL") { Description = $"The shell: {string.Join(", ", Shells)}" };

    public CompletionsCommand()
        : base("completions", "Print a completion script for a shell")
    {
        _shell.CompletionSources.Add(Shells);
        _shell.Validators.Add(result => Inputs.RequireOneOf(result, "SHELL", Shells));
        Arguments.Add(_shell);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "completions bash > ~/.local/share/bash-completion/completions/supplyshock",
    ];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var commands = CommandList.Create().Select(CompletableCommand.Of).ToList();
        await context.Out.WriteAsync(arguments.GetRequiredValue(_shell) switch
        {
            "bash" => BashScript.Text(commands),
            "zsh" => ZshScript.Text(commands),
            "fish" => FishScript.Text(commands),
            _ => PwshScript.Text(commands),
        });
        return ExitCode.Done;
    }
}
