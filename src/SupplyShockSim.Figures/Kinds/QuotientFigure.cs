using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Each run divided by the baseline.</summary>
internal sealed class QuotientFigure : FigureKind
{
    public override string Name => "quotient";

    public override string Needs => "a comparison of runs in the mode `quotient`";

    public override string Meaning => "need met in each run, in percent of that in the baseline";

    public override bool IsUsual => true;

    public override Figure? Build(FigureSource source) => source.Comparison is { Comparison: { Options.Mode: ComparisonMode.Quotient, Runs.Count: > 1 } } compared
        ? RatioFigure.Of(source, compared, Name, ComparisonMode.Quotient, $"Need met, in percent of {compared.Comparison.Runs[compared.Comparison.Baseline].Name}")
        : null;
}
