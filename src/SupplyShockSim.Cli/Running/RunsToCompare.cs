using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Running;

/// <summary>One of the things that a user wants to compare.</summary>
/// <param name="Path">A scenario, or a run folder.</param>
/// <param name="Name">What to call it; null for the name of the scenario or the folder.</param>
/// <param name="Set">Values beside those of the scenario, each as <c>key=value</c>.</param>
internal sealed record Wanted(string Path, string? Name, IReadOnlyList<string> Set);

/// <summary>Loads the runs of a comparison, under names that tell them apart, and runs them.</summary>
internal static class RunsToCompare
{
    /// <summary>A run folder is done again from the inputs in it, and must come out as it was.</summary>
    /// <exception cref="CliException">One cannot be loaded.</exception>
    public static IReadOnlyList<(ComparedScenario Asked, ulong? TraceHash)> Load(CommandContext context, IReadOnlyList<Wanted> all)
    {
        var loaded = new List<(ComparedScenario Asked, ulong? TraceHash)>();
        foreach (var wanted in all)
        {
            var (asked, trace) = Load(context, wanted);
            var (name, same) = (asked.Name, 1);
            while (loaded.Exists(l => l.Asked.Name == asked.Name))
            {
                asked = asked with { Name = string.Create(CultureInfo.InvariantCulture, $"{name}-{++same}") };
            }

            loaded.Add((asked, trace));
        }

        return loaded;
    }

    /// <summary>Runs them, as many at a time as the machine has cores.</summary>
    /// <exception cref="CliException">A run folder does not come out as it was.</exception>
    public static ComparedRun[] Run(IReadOnlyList<(ComparedScenario Asked, ulong? TraceHash)> all, CancellationToken cancellation)
    {
        var runs = new ComparedRun[all.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, options, i =>
        {
            var prepared = all[i].Asked.Scenario.Prepared;
            var record = prepared.WithRecord(prepared.Spec.Record == RecordScope.Totals ? RecordScope.Totals : RecordScope.Consumers).Run(cancellation);
            runs[i] = new ComparedRun(all[i].Asked, record, Measures.Of(record));
        });

        foreach (var (run, (asked, trace)) in runs.Zip(all))
        {
            // Another version may run otherwise; that the versions differ has been said.
            if (trace is { } was && was != run.Record.TraceHash && asked.Version == Tool.Version)
            {
                throw new CliException(ExitCode.NotReproduced, $"{asked.Path} is not reproduced: its trace is another one; see {Tool.Name} verify");
            }
        }

        return runs;
    }

    private static (ComparedScenario Asked, ulong? TraceHash) Load(CommandContext context, Wanted wanted)
    {
        if (!RecordedRun.IsAt(context, wanted.Path))
        {
            var scenario = ScenarioInput.Load(context, wanted.Path, new LoadOptions { Set = wanted.Set }, json: false);
            return (new ComparedScenario(wanted.Name ?? scenario.Name, scenario, Tool.Version) { Overrides = wanted.Set, Path = wanted.Path }, null);
        }

        if (wanted.Set.Count > 0)
        {
            throw new CliException(ExitCode.WrongUse, $"a variant changes a scenario, not a run: name the scenario instead of {wanted.Path}");
        }

        var run = RecordedRun.At(context, wanted.Path);
        return run.Load().Scenario is { } found
            ? (new ComparedScenario(wanted.Name ?? Path.GetFileName(run.Folder), found, run.Manifest.Version)
            {
                Overrides = run.Manifest.Overrides,
                Path = wanted.Path,
            }, run.Manifest.TraceHash)
            : throw new CliException(ExitCode.NotReproduced, $"the scenario of {wanted.Path} is no longer valid; see {Tool.Name} verify");
    }
}
