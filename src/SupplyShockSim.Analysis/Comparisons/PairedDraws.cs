using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>
/// The draws of a run beside those of the baseline: draw k of both has the same share of every input that both name, so that what they share cancels out in
/// the difference. Shortfall of all countries together.
/// </summary>
/// <param name="Run">Position of the run.</param>
/// <param name="Draws">How many draws.</param>
/// <param name="Tonnes">The shortfall of the run, t.</param>
/// <param name="Difference">That less the baseline's, draw by draw, t.</param>
/// <param name="MoreProbability">Share of the draws in which the run is short of more than the baseline.</param>
/// <param name="LessProbability">Share of the draws in which it is short of less; what is missing to one is equal.</param>
/// <param name="OverTime">The shortfall in each cell, t/d.</param>
/// <param name="DifferenceOverTime">That less the baseline's, draw by draw, in each cell, t/d.</param>
public sealed record PairedDraws(
    int Run, int Draws, Spread Tonnes, Spread Difference, double MoreProbability, double LessProbability, IReadOnlyList<Spread> OverTime,
    IReadOnlyList<Spread> DifferenceOverTime)
{
    /// <summary>Why runs cannot be drawn in pairs; null where they can.</summary>
    public static string? WhyNot(IReadOnlyList<ComparedRun> runs, ComparisonOptions options)
    {
        if (runs.FirstOrDefault(r => !Ensemble.Varies(r.Asked.Scenario)) is { } fixedRun)
        {
            return $"nothing is `uncertain` in {fixedRun.Name}";
        }

        return runs.Select(r => r.Asked.Scenario.Prepared.Spec.Seed).Distinct().Skip(1).Any()
            ? "the seeds differ, so that draws have no pairs"
            : options.Where.Allowed.Count > 0 || options.Cumulative ? "draws are kept of all needs together and as rates only" : null;
    }

    /// <summary>Draws every run of a comparison; one entry for each, the baseline with a difference of zero.</summary>
    /// <inheritdoc cref="Ensemble.Run" path="/exception"/>
    public static IReadOnlyList<PairedDraws> Of(Comparison comparison, EnsembleOptions options, CancellationToken cancellation = default)
    {
        var days = comparison.Timeline.EdgesOf(0).Zip(comparison.Timeline.EdgesOf(0).Skip(1), (a, b) => (b - a).Days).ToArray();
        var drawn = comparison.Runs
            .Select((run, i) => Ensemble.Draw(run.Asked.Scenario, comparison.Timeline.EdgesOf(i), options, cancellation).Outcomes)
            .Select(outcomes => outcomes.Select(o => new OneDraw(o.Tonnes.Sum(), [.. days.Select((d, cell) => Rate(o, cell) / d)])).ToArray()).ToArray();
        var baseline = drawn[comparison.Baseline];
        return [.. drawn.Select((own, i) => Of(i, own, baseline))];

        static double Rate(DrawOutcome outcome, int cell)
        {
            var sum = 0.0;
            for (var country = 0; country < outcome.Countries; country++)
            {
                sum += outcome.CellTonnes(country, cell);
            }

            return sum;
        }
    }

    private static PairedDraws Of(int run, OneDraw[] own, OneDraw[] baseline)
    {
        double[] differences = [.. own.Zip(baseline, (a, b) => a.Tonnes - b.Tonnes)];
        var cells = Enumerable.Range(0, own[0].Rates.Length).ToArray();
        return new PairedDraws(
            run,
            own.Length,
            Spread.Of(own.Select(d => d.Tonnes)),
            Spread.Of(differences),
            differences.Count(d => d > 0) / (double)own.Length,
            differences.Count(d => d < 0) / (double)own.Length,
            [.. cells.Select(cell => Spread.Of(own.Select(d => d.Rates[cell])))],
            [.. cells.Select(cell => Spread.Of(own.Zip(baseline, (a, b) => a.Rates[cell] - b.Rates[cell])))]);
    }

    /// <summary>The tonnes missing in a draw, and their rate in each cell.</summary>
    private sealed record OneDraw(double Tonnes, double[] Rates);
}
