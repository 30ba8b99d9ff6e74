using System.CommandLine;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>What back-tests and calibrations are given.</summary>
internal static class BacktestInputs
{
    public static Option<string> Observed() => new("--observed")
    {
        HelpName = "FILE",
        Required = true,
        Description = "Observed exports (CSV): month,destination,tonnes; World for the total",
    };

    /// <exception cref="CliException">The scenario has no export control, so there are no exports to look at.</exception>
    public static void RequireExports(Scenario scenario)
    {
        if (ExportLanes.Of(scenario.Prepared).Destinations.Count == 0)
        {
            throw new CliException(ExitCode.InvalidInput, $"{scenario.Path} has no export control: a back-test looks at the exports that one touches");
        }
    }
}
