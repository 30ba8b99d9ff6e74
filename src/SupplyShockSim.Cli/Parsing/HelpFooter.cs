using System.CommandLine;
using SupplyShockSim.Cli.Commands;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>What help says below the options: examples, and what the exit codes mean.</summary>
internal static class HelpFooter
{
    public static void Write(Command command, TextWriter output)
    {
        var examples = command is CliCommand known ? known.Examples
            : ["run scenarios/japan-magnet-halt.yaml", "plan scenarios/japan-magnet-halt.yaml", "new my-question"];
        output.Write("Examples:\n");
        foreach (var example in examples)
        {
            output.Write($"  {Tool.Name} {example}\n");
        }

        output.Write("\nExit codes:\n");
        foreach (var (code, meaning) in ExitCode.Meanings.Where(c => command is not CliCommand one || one.Codes.Contains(c.Key)))
        {
            output.Write(FormattableString.Invariant($"  {code,-4} {meaning}\n"));
        }
    }
}
