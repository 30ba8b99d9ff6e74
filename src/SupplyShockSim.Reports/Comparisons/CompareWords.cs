using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>Values and sentences of a comparison as people read them.</summary>
public static class CompareWords
{
    /// <summary>The value of a run; a dash where there is none.</summary>
    public static string Value(MeasureRow row, int run) => row.Values[run] is not { } value ? "-"
        : row.Measure.Unit switch { "d" => Say.Days(value), "1" => Say.Percent(value), _ => Say.Number(value) };

    /// <summary>A difference with its sign.</summary>
    public static string Signed(double? value) => value is not { } number ? "-" : (number > 0 ? "+" : "") + Say.Number(number);

    /// <summary>Where and when a run differs most from the baseline.</summary>
    public static string Largest(Comparison comparison, int run)
    {
        var (name, baseline) = (comparison.Runs[run].Name, comparison.Runs[comparison.Baseline].Name);
        if (comparison.Largest.FirstOrDefault(l => l.Run == run) is not { } largest)
        {
            return $"{name} does not differ from {baseline} at any time.";
        }

        var unit = comparison.Options.Cumulative ? "t" : "t/d";
        var date = comparison.Runs[run].Record.Start.At(comparison.Timeline.EdgesOf(run)[largest.Cell]).Iso();
        return $"{name} differs most from {baseline} for {largest.Name} from {date} on: {Say.Number(largest.Value)} {unit} against "
            + $"{Say.Number(largest.Baseline)} ({Say.Percent(largest.Share)} of the need)"
            + (largest.Share <= comparison.Options.Tolerance ? ", which is tolerated." : ".");
    }

    /// <summary>What of a difference goes back to which input.</summary>
    public static string Shares(Comparison comparison, DifferenceShares shares) =>
        $"Of the difference of {comparison.Runs[shares.Run].Name}, "
            + Say.List([.. shares.Shares.Select(s => $"{Signed(s.Value)} t go back to {s.Control}")]) + " (Shapley, over all subsets of these inputs).";

    /// <summary>How far a run is off what was observed.</summary>
    public static string Observed(Comparison comparison, ObservedRun held)
    {
        var (name, errors) = (comparison.Runs[held.Run].Name, held.Series.Errors);
        return errors.Count == 0
            ? $"No judged month of {name} was observed."
            : $"{name} is {Say.Percent(errors.Mape)} off the exports observed in {Say.Count(errors.Count, "month", "months")} on average, at worst "
                + $"{Say.Percent(errors.Worst)}; {Say.Number(Math.Abs(errors.Bias))} t a month too {(errors.Bias > 0 ? "much" : "little")}.";
    }

    /// <summary>How far the difference ranges, and how often it has which sign.</summary>
    public static string Drawn(Comparison comparison, PairedDraws draws) =>
        $"Over {Say.Number(draws.Draws)} paired draws {comparison.Runs[draws.Run].Name} is short of {RangeWords.MoreOrLess(draws.Difference)} ({RangeWords.Share}); "
            + $"of more in {Say.Percent(draws.MoreProbability)}, of less in {Say.Percent(draws.LessProbability)} of them.";
}
