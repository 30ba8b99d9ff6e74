using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace SupplyShockSim.Cli;

/// <summary>What a command works with beside its arguments.</summary>
/// <param name="Out">Data: what a script would read.</param>
/// <param name="Error">Talk: diagnostics and progress.</param>
/// <param name="Environment">Where it runs.</param>
/// <param name="Settings">Settings of the program; see <see cref="Hosting.CommandHost"/>.</param>
/// <param name="Log">Told what happens, for those who ask.</param>
internal sealed record CommandContext(TextWriter Out, TextWriter Error, CliEnvironment Environment, IConfiguration Settings, ILogger Log)
{
    /// <summary>Stops what the command waits for.</summary>
    public CancellationToken Cancellation { get; init; }
}
