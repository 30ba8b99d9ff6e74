using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Running;

/// <summary>What a command that takes <c>RUN|SCENARIO</c> was given: a run folder is run again from the copies in it.</summary>
internal static class RunOrScenario
{
    /// <summary>How such an argument is called.</summary>
    public const string Name = "RUN|SCENARIO";

    /// <exception cref="CliException">It is neither, or invalid; all its problems are printed.</exception>
    public static Scenario Load(CommandContext context, string named, string[] set, bool json)
    {
        if (!RecordedRun.IsAt(context, named))
        {
            return ScenarioInput.Load(context, named, new LoadOptions { Set = set }, json);
        }

        if (set.Length > 0)
        {
            throw new CliException(ExitCode.WrongUse, "--set changes a scenario, not a run: name the scenario instead of its run folder");
        }

        return RecordedRun.At(context, named).Load().Scenario
            ?? throw new CliException(ExitCode.NotReproduced, $"the scenario of {named} is no longer valid; see supplyshock verify");
    }
}
