using System.Globalization;
using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>
/// How much of the difference between a run and the baseline goes back to which of the inputs in which they differ, by Shapley's value: from the baseline,
/// every subset of them is put into force. The shares add up to the difference.
/// </summary>
/// <param name="Run">Position of the run.</param>
/// <param name="Shares">Of each input, by its path, in tonnes of shortfall.</param>
public sealed record DifferenceShares(int Run, IReadOnlyList<AttributedShare> Shares)
{
    /// <summary>The most inputs that are told apart.</summary>
    public const int MostInputs = 6;

    /// <summary>About how long it may take, in seconds of one core; estimated from the baseline and not from a clock.</summary>
    private const double MostSeconds = 2;

    /// <summary>Beside these a run does not change with what a scenario says.</summary>
    private static readonly string[] WithoutEffect = ["uncertain", "checks", "output", "backtest"];

    /// <summary>
    /// The shares of a run; null where one input alone differs, or so many that it would take long, or where the other run is not the baseline with other
    /// values: it has shocks or rows that the baseline has not.
    /// </summary>
    public static DifferenceShares? Of(Comparison comparison, int run, CancellationToken cancellation = default)
    {
        var baseline = comparison.Runs[comparison.Baseline];
        var changes = comparison.Inputs.Where(i => i.Values[run]?.Value != i.Values[comparison.Baseline]?.Value && !WithoutEffect.Contains(RootOf(i.Path))).ToArray();
        if (changes.Length is < 2 or > MostInputs || (1 << changes.Length) * DrawCost.Seconds(baseline.Record) > MostSeconds
            || Array.Exists(changes, c => c.Values[run] is null || c.Values[comparison.Baseline] is null || RootOf(c.Path) is not ("shocks" or "market" or "network")))
        {
            return null;
        }

        var values = new double[1 << changes.Length];
        for (var subset = 0; subset < values.Length; subset++)
        {
            (string, string)[] set = [.. changes.Where((_, i) => (subset & (1 << i)) != 0).Select(c => (Dotted(c.Path), c.Values[run]!.Value))];
            if (baseline.Asked.Scenario.Variant(set, out _) is not { } varied)
            {
                return null;
            }

            values[subset] = Measures.Of(varied.WithRecord(RecordScope.Totals).Run(cancellation)).Totals.Service.ShortfallTotal;
        }

        // What the inputs make together is the other run, or something else differs that has no path.
        var other = comparison.Runs[run].Measures.Totals.Service.ShortfallTotal;
        return Math.Abs(values[^1] - other) > 1e-6 * Math.Max(1, other)
            ? null
            : new DifferenceShares(run, [.. Shapley.Exact(changes.Length, s => values[s]).Select((share, i) => new AttributedShare(changes[i].Path, share, null))]);
    }

    private static string RootOf(string path) => path.Split('.', '[')[0];

    /// <summary>As <c>--set</c> has it: <c>shocks.0.share</c> of <c>shocks[0].share</c>.</summary>
    private static string Dotted(string path) => string.Create(CultureInfo.InvariantCulture, $"{path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}");
}
