using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>How an ensemble is run.</summary>
/// <param name="Draws">How many runs beside the base run.</param>
/// <param name="Threads">Runs at a time; the result does not depend on it.</param>
public sealed record EnsembleOptions(int Draws = EnsembleOptions.UsualDraws, int Threads = 1)
{
    /// <summary>The draws of a run that does not say how many.</summary>
    public const int UsualDraws = 64;

    /// <summary>Told the share of the draws that are done, from any thread; default: nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}

/// <summary>The values of a draw cannot stand in the scenario.</summary>
public sealed class ImpossibleDrawException(string message) : Exception(message);

/// <summary>
/// Runs of a scenario that differ in what is not known: the uncertain inputs, and the random numbers of controls that draw. Each run is built from
/// what was read once; what is kept of it is small.
/// </summary>
public static class Ensemble
{
    /// <summary>Whether runs of a scenario can differ at all.</summary>
    public static bool Varies(Scenario scenario) => scenario.Spec.Uncertain.Count > 0 || RandomControls(scenario).Count > 0;

    /// <summary>Runs all draws.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="edges">The ends of the cells of time for which shortfall is kept, ascending from zero to the end of the run.</param>
    /// <param name="options">How many, and how many at a time.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ImpossibleDrawException">The values of a draw cannot stand in the scenario: a distribution reaches too far.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Ranges Run(Scenario scenario, IReadOnlyList<SimTime> edges, EnsembleOptions options, CancellationToken cancellation = default)
    {
        var (outcomes, keys) = Draw(scenario, edges, options, cancellation);
        var ranges = new RangesOfDraws(outcomes, keys);
        var inputs = new SampledInputs(scenario.Spec.Uncertain, scenario.Prepared.Spec.Seed, options.Draws);
        return new Ranges
        {
            Draws = options.Draws,
            Seed = scenario.Prepared.Spec.Seed,
            Inputs = [.. scenario.Spec.Uncertain.Select((u, i) => new SampledInput(u.Set, u.Words, u.Source, u.Note) { Places = inputs.PlacesOf(i) })],
            RandomControls = RandomControls(scenario),
            Total = ranges.Total,
            Consumers = ranges.Consumers,
            Countries = ranges.Countries,
            CountryTotals = ranges.CountryTotals,
            Edges = edges,
            OverTime = ranges.OverTime(edges),
            Needs = keys,
            Outcomes = outcomes,
        };
    }

    /// <summary>What is kept of each draw, in their order, and whose needs its tonnes are of.</summary>
    /// <inheritdoc cref="Run" path="/exception"/>
    internal static (IReadOnlyList<DrawOutcome> Outcomes, IReadOnlyList<NeedKey> Keys) Draw(
        Scenario scenario, IReadOnlyList<SimTime> edges, EnsembleOptions options, CancellationToken cancellation)
    {
        if (options.Draws < 1 || options.Threads < 1)
        {
            throw new ArgumentException("an ensemble has at least one draw and one thread", nameof(options));
        }

        var inputs = new SampledInputs(scenario.Spec.Uncertain, scenario.Prepared.Spec.Seed, options.Draws);
        var outcomes = new DrawOutcome[options.Draws];
        var faults = new string?[options.Draws];
        IReadOnlyList<NeedKey> keys = [];
        var done = 0;
        Parallel.For(0, options.Draws, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, draw =>
        {
            var values = inputs.Of(draw);
            if (scenario.Variant(values, out var diagnostics) is not { } run)
            {
                var (of, why) = (values.Select(v => $"{v.Path} = {v.Value}"), diagnostics.Select(d => d.Message));
                faults[draw] = $"draw {draw + 1} ({string.Join(", ", of)}): {string.Join("; ", why)}";
                return;
            }

            var kept = scenario.Prepared.Spec.Record == RecordScope.Totals ? RecordScope.Totals : RecordScope.Consumers;
            var record = run.WithRecord(kept).WithReplication(draw + 1).Run(cancellation);
            outcomes[draw] = DrawOutcome.Of(record, edges);
            options.Progress?.Report(Interlocked.Increment(ref done) / (double)options.Draws);
            if (draw == 0)
            {
                keys = NeedKey.In(record);
            }
        });

        if (Array.Find(faults, f => f is not null) is { } fault)
        {
            throw new ImpossibleDrawException($"{fault}; narrow the distribution under `uncertain`");
        }

        return (outcomes, keys);
    }

    private static List<string> RandomControls(Scenario scenario) =>
        [.. scenario.Prepared.Controls.Concat(scenario.Prepared.Answers).Where(c => c.Spec.DrawsAtRandom).Select(c => c.Spec.Name ?? c.Spec.Type)];
}
