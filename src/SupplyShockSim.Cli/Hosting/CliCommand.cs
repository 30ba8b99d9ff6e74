using System.CommandLine;

namespace SupplyShockSim.Cli.Commands;

/// <summary>One command: its name, arguments and options, and what it does.</summary>
internal abstract class CliCommand(string name, string description) : Command(name, description)
{
    /// <summary>Uses of it, each without the name of the program.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>The exit codes it may end with.</summary>
    public virtual IReadOnlyList<int> Codes { get; } = Usual;

    /// <summary>The exit codes of a command that reads files and writes something.</summary>
    protected static IReadOnlyList<int> Usual { get; } =
        [ExitCode.Done, ExitCode.OurFault, ExitCode.WrongUse, ExitCode.InvalidInput, ExitCode.MachineRefuses, ExitCode.Cancelled];

    /// <summary>Does it, with arguments that were parsed without errors.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="CliException">When the user has to change something; its message says what.</exception>
    /// <exception cref="OperationCanceledException">When <paramref name="cancellation"/> was asked for.</exception>
    public abstract Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation);
}
