namespace SupplyShockSim.Cli;

/// <summary>Ends a command with a message for the user and an exit code; for what is not a fault of this program.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">What is wrong and what to do about it, without a full stop or a prefix.</param>
internal sealed class CliException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
