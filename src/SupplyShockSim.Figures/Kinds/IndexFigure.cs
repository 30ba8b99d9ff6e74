using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Each run in percent of itself just before its first control.</summary>
internal sealed class IndexFigure : FigureKind
{
    public override string Name => "index";

    public override string Needs => "a comparison of runs in the mode `index`";

    public override string Meaning => "need met in each run, where what it was just before the first control is 100";

    public override bool IsUsual => true;

    public override Figure? Build(FigureSource source) => source.Comparison is { Comparison.Options.Mode: ComparisonMode.Index } compared
        ? RatioFigure.Of(source, compared, Name, ComparisonMode.Index, "Need met; just before the first control of each run = 100")
        : null;
}
