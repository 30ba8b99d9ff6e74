using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Cli.Running;

/// <summary>The paired draws of a comparison, and why there are none.</summary>
internal static class DrawsToCompare
{
    /// <summary>Of two runs 64 where both have something uncertain and are short; of more runs only those that are asked for, since each takes its time.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="draws">What <c>--draws</c> says; null where it was not given.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="CliException">The values of a draw cannot stand in a scenario.</exception>
    public static (IReadOnlyList<PairedDraws> Draws, string? WhyNot) Of(Comparison comparison, int? draws, CancellationToken cancellation)
    {
        if (draws == 0 || (draws is null && comparison.Runs.Count != 2))
        {
            return ([], draws == 0 || comparison.Runs.Count < 2 ? null : $"{comparison.Runs.Count} runs are drawn only on request: `--draws {EnsembleOptions.UsualDraws}`");
        }

        if (PairedDraws.WhyNot(comparison.Runs, comparison.Options) is { } why)
        {
            return ([], why);
        }

        if (draws is null && comparison.Runs.Any(r => DrawCost.Seconds(r.Record) > DrawCost.MostSeconds))
        {
            return ([], $"a run takes too long to be drawn unasked: `--draws {EnsembleOptions.UsualDraws}`");
        }

        try
        {
            return (PairedDraws.Of(comparison, new EnsembleOptions(draws ?? EnsembleOptions.UsualDraws, Environment.ProcessorCount), cancellation), null);
        }
        catch (ImpossibleDrawException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }
    }
}
