using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyShockSim.Cli.Commands;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Parsing;

namespace SupplyShockSim.Cli;

/// <summary>The command line as a function: arguments in, two streams and an exit code out.</summary>
public static class CommandLine
{
    /// <summary>Parses the arguments and does what they ask.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="output">Data goes here.</param>
    /// <param name="error">Everything said to a person goes here.</param>
    /// <param name="environment">Where it runs.</param>
    /// <param name="cancellation">Ends the command early; so do the signals that ask a process to end.</param>
    /// <returns>One of <see cref="ExitCode"/>; nothing is thrown.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CliEnvironment environment, CancellationToken cancellation = default)
    {
        try
        {
            var root = new RootOptions(CommandList.Create());
            var parsed = root.Parse(args);
            if (root.AsksForVersion(parsed))
            {
                await output.WriteLineAsync(Tool.Version);
                return ExitCode.Done;
            }
            if (root.AsksForHelp(parsed))
            {
                await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellation);
                HelpFooter.Write(parsed.CommandResult.Command, output);
                await output.FlushAsync(cancellation);
                return ExitCode.Done;
            }

            if (parsed.CommandResult.Command is CliCommand command && parsed.Errors.Count == 0 && UsageErrors.OptionTakenForArgument(parsed, args) is null)
            {
                return await ExecuteAsync(command, parsed, output, error, environment, cancellation);
            }

            UsageErrors.Write(parsed, args, error);
            return ExitCode.WrongUse;
        }
        catch (Exception fault)
        {
            return Report(fault, error, environment.Variables.ContainsKey("SUPPLYSHOCK_TRACE"));
        }
    }

    private static async Task<int> ExecuteAsync(
        CliCommand command, ParseResult parsed, TextWriter output, TextWriter error, CliEnvironment environment, CancellationToken cancellation)
    {
        using var host = CommandHost.Build(error, environment);
        await host.StartAsync(cancellation);
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(command.Name);
        var context = new CommandContext(output, error, environment, host.Services.GetRequiredService<IConfiguration>(), log) { Cancellation = either.Token };
        try
        {
            var code = await command.ExecuteAsync(parsed, context, either.Token);
            await output.FlushAsync(CancellationToken.None);
            return code;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static int Report(Exception fault, TextWriter error, bool trace)
    {
        switch (fault)
        {
            case CliException wrong:
                error.WriteLine($"{Tool.Name}: {wrong.Message}");
                return wrong.ExitCode;
            case OperationCanceledException:
                error.WriteLine($"{Tool.Name}: cancelled; nothing was written");
                return ExitCode.Cancelled;
            case IOException or UnauthorizedAccessException:
                error.WriteLine($"{Tool.Name}: the machine refuses: {fault.Message.ReplaceLineEndings(" ")}");
                return ExitCode.MachineRefuses;
            default:
                error.WriteLine($"{Tool.Name}: internal error: {fault.Message.ReplaceLineEndings(" ")} ({fault.GetType().Name})");
                error.WriteLine(trace
                    ? fault.ToString()
                    : "This is a fault of the program, not of your input. Please report it with the command, the scenario and what is printed with SUPPLYSHOCK_TRACE=1 set.");
                return ExitCode.OurFault;
        }
    }
}
