using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>The runs of a comparison in one field for each country, commodity or end use, all on one scale.</summary>
/// <param name="by">What fields are told apart by.</param>
/// <param name="name">Name of the kind.</param>
/// <param name="one">What one of them is, for people.</param>
/// <param name="many">What several of them are.</param>
internal sealed class RunsByGroupFigure(CurveGrouping by, string name, string one, string many) : FigureKind
{
    /// <summary>More fields than these are no longer read; the smallest are left out and counted.</summary>
    private const int MostFields = 12;

    public override string Name => name;

    public override string Needs => $"a comparison of runs that concern several {many}";

    public override string Meaning => $"the runs of a comparison in one field for each {one}, on one scale, in the mode of the comparison";

    public override bool IsUsual => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Comparison is not { Comparison.Runs.Count: > 1 } compared || (compared.Comparison.Options.By is { } wanted && wanted != by))
        {
            return null;
        }

        var (comparison, mode) = (compared.Comparison, compared.Comparison.Options.Mode);
        var groups = comparison.Groups(by).Select(g => (g.Key, g.Name, Size: Size(comparison, g.Key))).Where(g => g.Size > 0)
            .OrderByDescending(g => g.Size).ThenBy(g => g.Key).ToArray();
        if (groups.Length < 2)
        {
            return null;
        }

        var left = groups.Length - MostFields;
        return new Figure
        {
            Name = Name,
            Title = Finding(comparison, groups[0].Key, groups[0].Name),
            Subtitle = $"{Counted(comparison)}, by {one}, on one scale."
                + (left > 0 ? $" {Say.Count(left, $"smaller {one} is", $"smaller {many} are")} left out." : "") + ComparisonFrame.Scope(compared, mode),
            Footnote = ComparisonFrame.Footnote(source, compared),
            X = ComparisonFrame.Across(compared),
            Y = Axis.Numbers(mode is ComparisonMode.Quotient or ComparisonMode.Index ? "%" : ComparisonFrame.UnitOf(comparison.Options)),
            Spans = ComparisonFrame.Spans(compared),
            Panels = [.. groups.Take(MostFields).Select(g => new Panel(g.Name, ComparedCurves.Of(compared, by, g.Key, mode, _ => "")))],
        };
    }

    private static string Counted(Comparison comparison) => comparison.Options.Mode switch
    {
        ComparisonMode.Overlay => ComparisonFrame.Counted(comparison.Options),
        ComparisonMode.Difference => $"{ComparisonFrame.Counted(comparison.Options)}, less {comparison.Runs[comparison.Baseline].Name}",
        ComparisonMode.Quotient => $"Need met, in percent of {comparison.Runs[comparison.Baseline].Name}",
        _ => "Need met; just before the first control of each run = 100",
    };

    private string Finding(Comparison comparison, CurveKey key, string group)
    {
        var tonnes = comparison.Runs.Select((_, run) => Tonnes(comparison, run, key)).ToArray();
        return $"Most is missing for {group}: from {Say.Number(tonnes.Min())} to {Say.Number(tonnes.Max())} t";
    }

    /// <summary>How much there is to see of a group: the most that any run misses, t; of differences, the most that any differs.</summary>
    private double Size(Comparison comparison, CurveKey key) => comparison.Options.Mode == ComparisonMode.Difference
        ? comparison.Others.Max(run => comparison.Difference(run, by, key, CurveMeasure.Shortfall).Max(Math.Abs))
        : Enumerable.Range(0, comparison.Runs.Count).Max(run => Tonnes(comparison, run, key));

    private double Tonnes(Comparison comparison, int run, CurveKey key)
    {
        var curve = comparison.Curve(run, by, key, CurveMeasure.Shortfall);
        var edges = comparison.Timeline.EdgeDays;
        return comparison.Options.Cumulative ? curve[^1] : curve.Select((v, cell) => v * (edges[cell + 1] - edges[cell])).Sum();
    }
}
