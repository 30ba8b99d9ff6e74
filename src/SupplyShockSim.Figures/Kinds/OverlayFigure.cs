using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>The curves of all runs of a comparison in one field, the baseline in a style of its own.</summary>
internal sealed class OverlayFigure : FigureKind
{
    public override string Name => "overlay";

    public override string Needs => "a comparison of runs (supplyshock compare)";

    public override string Meaning => "the curves of all runs in one field, the baseline dashed, with nine draws in ten of each where both were drawn";

    public override bool IsUsual => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Comparison is not { } compared)
        {
            return null;
        }

        var options = compared.Comparison.Options;
        var banded = compared.Draws.Count is > 0 and <= ComparedBand.Most ? compared.Draws : [];
        return new Figure
        {
            Name = Name,
            Title = Finding(compared.Comparison),
            Subtitle = ComparisonFrame.Counted(options) + "." + (banded.Count > 0 ? " Pale: nine draws in ten." : "") + ComparisonFrame.Scope(compared, ComparisonMode.Overlay),
            Footnote = ComparisonFrame.Footnote(source, compared),
            X = ComparisonFrame.Across(compared),
            Y = Axis.Numbers($"{ComparisonFrame.UnitOf(options)} {(options.Measure == CurveMeasure.Shortfall ? "short" : "met")}"),
            Spans = ComparisonFrame.Spans(compared),
            Panels =
            [
                new Panel("",
                [
                    .. ComparedBand.Of(compared, banded, d => d.OverTime, "nine of ten draws"),
                    .. ComparedCurves.Of(compared, CurveGrouping.None, new CurveKey("", "", ""), ComparisonMode.Overlay, run => Detail(compared, run)),
                ]),
            ],
            WhenEmpty = "No run is short of anything.",
        };
    }

    /// <summary>Who misses how much: of two runs their difference, of more the least and the most.</summary>
    internal static string Finding(Comparison comparison)
    {
        var row = Row(comparison);
        var (names, values) = (comparison.Runs.Select(r => r.Name).ToArray(), row.Values.Select(v => v ?? 0).ToArray());
        if (comparison.Runs.Count == 1)
        {
            return $"{names[0]}: {Say.Number(values[0])} t missing";
        }

        if (comparison.Runs.Count == 2)
        {
            var other = comparison.Others.Single();
            return $"{names[other]}: {Say.Number(values[other])} t missing, {Than(row, other, comparison.Baseline, names)}";
        }

        var (least, most) = (Array.IndexOf(values, values.Min()), Array.IndexOf(values, values.Max()));
        return values[least] == values[most]
            ? $"{comparison.Runs.Count} runs miss {Say.Number(values[most])} t each"
            : $"From {Say.Number(values[least])} t missing ({names[least]}) to {Say.Number(values[most])} t ({names[most]}), over {comparison.Runs.Count} runs";
    }

    /// <summary>The tonnes missing, all needs together.</summary>
    internal static MeasureRow Row(Comparison comparison) => comparison.Totals.Single(m => m.Measure == MeasureCatalog.ShortfallTotal);

    private static string Than(MeasureRow row, int other, int baseline, string[] names)
    {
        var difference = row.Difference(other, baseline) ?? 0;
        var percent = row.Percent(other, baseline) is { } p && p != 0 ? $" ({Say.Number(Math.Abs(p))} %)" : "";
        return difference == 0 ? $"as much as {names[baseline]}"
            : $"{Say.Number(Math.Abs(difference))} t{percent} {(difference > 0 ? "more" : "less")} than {names[baseline]}";
    }

    private static string Detail(ComparisonSource compared, int run)
    {
        var value = Row(compared.Comparison).Values[run] ?? 0;
        var range = compared.Draws.FirstOrDefault(d => d.Run == run) is { } draws ? $"\n{RangeWords.Span(draws.Tonnes)} ({RangeWords.Share})" : "";
        return $"{Say.Number(value)} t missing{range}";
    }
}
