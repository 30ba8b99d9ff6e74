using System.Diagnostics;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Reports;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Running;

/// <summary>From a scenario and its run to the run folder.</summary>
internal static class RunFiles
{
    public static RunOutput Of(Scenario scenario, IReadOnlyList<string> set, RunRecord record, RunMeasures measures, TimeSpan took, Ranges? ranges = null)
    {
        return new RunOutput
        {
            Title = scenario.Spec.Title ?? scenario.Name,
            ScenarioPath = scenario.Path,
            Overrides = set,
            Seed = scenario.Prepared.Spec.Seed,
            Version = Tool.Version,
            Inputs = scenario.Inputs,
            ResolvedYaml = scenario.ResolvedYaml,
            Grid = GridOf(scenario.Spec.Output.Grid),
            Network = scenario.Prepared.Spec.Network,
            Record = record,
            Measures = measures,
            Ranges = ranges,
            Measured = Cost(took),
        };
    }

    /// <summary>What the process has cost so far.</summary>
    /// <param name="took">Of that, the run alone.</param>
    public static Measured Cost(TimeSpan took)
    {
        using var process = Process.GetCurrentProcess();
        return new Measured(took.TotalSeconds, (DateTime.Now - process.StartTime).TotalSeconds, process.PeakWorkingSet64);
    }

    /// <summary>The cells of <c>series.csv</c> that a scenario asks for.</summary>
    public static SeriesGrid GridOf(OutputGrid grid) => grid switch
    {
        OutputGrid.Day => SeriesGrid.Day,
        OutputGrid.Week => SeriesGrid.Week,
        OutputGrid.Month => SeriesGrid.Month,
        _ => throw new ArgumentOutOfRangeException(nameof(grid), grid, "a grid that series.csv does not have"),
    };

    /// <summary>Refuses a place that would be refused after the run, so that nobody waits for it in vain.</summary>
    /// <exception cref="CliException">It holds something else than a run.</exception>
    public static void EnsureReplaceable(string folder) => Try(() => RunFolder.EnsureReplaceable(folder));

    /// <summary>Writes the run folder as one piece.</summary>
    /// <exception cref="CliException">The place cannot be written to, or holds something else than a run.</exception>
    public static void Write(string folder, RunOutput output, CancellationToken cancellation) => Try(() => RunFolder.Write(folder, output, cancellation));

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.WrongUse, $"cannot write the run folder: {problem.Message}");
        }
    }
}
