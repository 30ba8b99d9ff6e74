using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupplyShockSim.Cli.Hosting;

/// <summary>
/// The generic host with only what a command needs: settings from environment variables, logging to standard error, and
/// cancellation by signals. No settings files are looked for and no file is watched, so it starts quickly.
/// </summary>
/// <remarks>
/// Settings: <c>SUPPLYSHOCK_LOG</c> is a level (trace, debug, information, warning, error, none; default warning),
/// <c>SUPPLYSHOCK_TRACE</c> set to anything shows where a fault of this program arose.
/// </remarks>
internal static class CommandHost
{
    /// <summary>What the names of our environment variables begin with; a setting's name is the rest.</summary>
    private const string Prefix = "SUPPLYSHOCK_";

    public static IHost Build(TextWriter error, CliEnvironment environment)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Settings(environment));
        builder.Services.AddSingleton<ILoggerProvider>(new LineLoggerProvider(error));
        builder.Logging.SetMinimumLevel(Enum.TryParse<LogLevel>(builder.Configuration["LOG"], ignoreCase: true, out var level) ? level : LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft", LogLevel.Error);
        builder.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        return builder.Build();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(CliEnvironment environment) =>
        from variable in environment.Variables
        where variable.Key.StartsWith(Prefix, StringComparison.Ordinal)
        select KeyValuePair.Create(variable.Key[Prefix.Length..], (string?)variable.Value);
}
