using System.Diagnostics;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Checks;
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
    /// <param name="scenario">The scenario.</param>
    /// <param name="label">The run's own name, or null.</param>
    /// <param name="set">Overrides.</param>
    /// <param name="record">The run.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="took">How long the run alone took.</param>
    /// <param name="ranges">How far it ranges; null where nothing was drawn.</param>
    public static RunOutput Of(
        Scenario scenario, string? label, IReadOnlyList<string> set, RunRecord record, RunMeasures measures, TimeSpan took, Ranges? ranges = null)
    {
        return new RunOutput
        {
            Run = NameOf(scenario, label),
            Label = label,
            ShortHash = scenario.ShortHash,
            Files = scenario.Files,
            Warnings = scenario.Warnings,
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
            Checks = CheckResults.Of(scenario.Spec.Checks, record, measures),
            Ranges = ranges,
            Measured = Cost(took),
        };
    }

    /// <summary>What a run is called, and its folder by default.</summary>
    public static string NameOf(Scenario scenario, string? label) => label ?? $"{scenario.Name}-{scenario.ShortHash}";

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
    /// <param name="folder">The place.</param>
    /// <param name="hash">What the inputs of the run are known by, so that the folder of another run stays; null to replace that too.</param>
    /// <exception cref="CliException">It holds something else than a run.</exception>
    public static void EnsureReplaceable(string folder, string? hash) => Writing.Try("the run folder", () => RunFolder.EnsureReplaceable(folder, hash));

    /// <summary>Writes the run folder as one piece.</summary>
    /// <exception cref="CliException">The place cannot be written to, or holds something else than a run.</exception>
    public static void Write(string folder, RunOutput output, bool force, CancellationToken cancellation) =>
        Writing.Try("the run folder", () => RunFolder.Write(folder, output, cancellation, force));
}
