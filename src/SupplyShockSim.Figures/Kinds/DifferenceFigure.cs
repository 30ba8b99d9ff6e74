using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Each run less the baseline, with how far the difference ranges over draws that both share.</summary>
internal sealed class DifferenceFigure : FigureKind
{
    public override string Name => "difference";

    public override string Needs => "a comparison of runs (supplyshock compare)";

    public override string Meaning => "each run less the baseline; where both were drawn, nine in ten of the differences of paired draws";

    public override bool IsUsual => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Comparison is not { Comparison.Runs.Count: > 1 } compared)
        {
            return null;
        }

        var (comparison, options) = (compared.Comparison, compared.Comparison.Options);
        var others = compared.Draws.Where(d => d.Run != comparison.Baseline).ToArray();
        var banded = others.Length <= ComparedBand.Most ? others : [];
        var baseline = comparison.Runs[comparison.Baseline].Name;
        return new Figure
        {
            Name = Name,
            Title = Finding(comparison),
            Subtitle = $"{ComparisonFrame.Counted(options)}, less {baseline}. Above zero more, below zero less than the baseline."
                + (banded.Length > 0 ? " Pale: nine in ten of the differences of paired draws." : "") + ComparisonFrame.Scope(compared, ComparisonMode.Difference),
            Footnote = ComparisonFrame.Footnote(source, compared),
            X = ComparisonFrame.Across(compared),
            Y = Axis.Numbers($"{ComparisonFrame.UnitOf(options)} more than {baseline}"),
            Spans = ComparisonFrame.Spans(compared),
            Panels =
            [
                new Panel("",
                [
                    .. ComparedBand.Of(compared, banded, d => d.DifferenceOverTime, "nine of ten differences"),
                    .. ComparedCurves.Of(compared, CurveGrouping.None, new CurveKey("", "", ""), ComparisonMode.Difference, run => Detail(compared, run)),
                ]),
            ],
        };
    }

    private static string Finding(Comparison comparison)
    {
        var (row, baseline) = (OverlayFigure.Row(comparison), comparison.Runs[comparison.Baseline].Name);
        var differences = comparison.Others.Select(i => (Run: i, By: row.Difference(i, comparison.Baseline) ?? 0)).ToArray();
        if (comparison.Largest.Count == 0)
        {
            return $"No difference from {baseline} at any time";
        }

        var (run, by) = differences.MaxBy(d => Math.Abs(d.By));
        var largest = comparison.Largest.MaxBy(l => l.Share)!;
        return by == 0
            ? $"The same tonnes are missing, at other times or to others"
            : $"{comparison.Runs[run].Name} misses {Say.Number(Math.Abs(by))} t {(by > 0 ? "more" : "less")} than {baseline}; "
                + $"the difference is largest for {largest.Name}";
    }

    private static string Detail(ComparisonSource compared, int run)
    {
        var row = OverlayFigure.Row(compared.Comparison);
        var by = row.Difference(run, compared.Comparison.Baseline) ?? 0;
        var draws = compared.Draws.FirstOrDefault(d => d.Run == run);
        return (by > 0 ? "+" : "") + Say.Number(by) + " t"
            + (draws is null ? "" : $"\n{RangeWords.Span(draws.Difference)} ({RangeWords.Share})\nmore in {Say.Percent(draws.MoreProbability)} of draws");
    }
}
