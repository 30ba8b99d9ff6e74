using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Cli.Running;

/// <summary>Loads the observed file that a command was given and says everything that is wrong with it.</summary>
internal static class ObservedInput
{
    /// <exception cref="CliException">It is invalid; all its problems are printed.</exception>
    public static ObservedFile Load(CommandContext context, string path, bool json)
    {
        var (file, diagnostics) = ObservedFile.Load(context.Environment.Locate(path));
        if (diagnostics.Count > 0)
        {
            ScenarioInput.Print(context.Error, diagnostics, json, context.Environment.ErrorColours);
        }

        return file ?? throw new CliException(ExitCode.InvalidInput, $"{path} is invalid: {ScenarioInput.Count(diagnostics)}; nothing was written");
    }
}
