using System.CommandLine;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>What back-tests and calibrations are given.</summary>
internal static class BacktestInputs
{
    public static Option<string?> Observed(bool isRequired) => new("--observed")
    {
        HelpName = "FILE",
        Required = isRequired,
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

    /// <summary>Without a month that was both run and observed there is nothing to compare.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static void RequireCommonMonth(Backtest backtest, string observed)
    {
        var series = backtest.Destinations.Append(backtest.World);
        if (backtest.Months.Where((_, m) => series.Any(s => !double.IsNaN(s.Observed[m]))).Any())
        {
            return;
        }

        var run = backtest.Months.Count == 0 ? "the run has no whole month" : $"the run is from {backtest.Months[0]} to {backtest.Months[^1]}";
        throw new CliException(ExitCode.InvalidInput, $"{observed} has no month in common with the run: {run}");
    }
}
