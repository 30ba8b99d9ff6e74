using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What figures of quotients share.</summary>
internal static class RatioFigure
{
    public static Figure Of(FigureSource source, ComparisonSource compared, string name, ComparisonMode mode, string what)
    {
        var (comparison, key) = (compared.Comparison, new CurveKey("", "", ""));
        var least = comparison.Runs.Select((_, run) => (Run: run, Value: Least(run))).Where(l => mode == ComparisonMode.Index || l.Run != comparison.Baseline)
            .MinBy(l => double.IsNaN(l.Value) ? double.PositiveInfinity : l.Value);
        return new Figure
        {
            Name = name,
            Title = $"{comparison.Runs[least.Run].Name} falls lowest, to {Say.Number(least.Value)} %",
            Subtitle = what + "." + ComparisonFrame.Scope(compared, mode),
            Footnote = ComparisonFrame.Footnote(source, compared),
            X = ComparisonFrame.Across(compared),
            Y = Axis.Numbers("%"),
            Spans = ComparisonFrame.Spans(compared),
            Panels = [new Panel("", ComparedCurves.Of(compared, CurveGrouping.None, key, mode, run => $"at least {Say.Number(Least(run))} %"))],
            WhenEmpty = "Nothing is needed, so there is nothing to divide by.",
        };

        double Least(int run) => ComparedCurves.Values(comparison, run, CurveGrouping.None, key, mode).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Min();
    }
}
