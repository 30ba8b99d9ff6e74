using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Which share of its need each group is short of over time, one small panel each on one scale: what a stack hides.</summary>
internal sealed class MultiplesFigure : FigureKind
{
    private const int MostPanels = 12;

    public override string Name => "multiples";

    public override string Needs => "a run in which somebody runs short";

    public override string Meaning => "which share of the need is missing over time, one small panel for each country, commodity, end use or consumer";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> By => Grouping.All;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { } run)
        {
            return null;
        }

        var by = source.Choice.By ?? Grouping.Country;
        var groups = NeedGroup.Of(run.Record, run.Measures, by, source.Choice.Where);
        var shortOnes = groups.Where(g => g.Service.IsShort).ToArray();
        if (shortOnes.Length == 0)
        {
            return null;
        }

        var drawn = shortOnes.Take(MostPanels).Select(g => (Group: g, Course: Course(run, g))).ToArray();
        var worst = drawn.MaxBy(g => g.Course.Most);
        var (left, never) = (shortOnes.Length - drawn.Length, groups.Count - shortOnes.Length);
        return new Figure
        {
            Name = Name,
            Title = $"{worst.Group.Group.Name} lacks up to {Say.Percent(worst.Course.Most / 100)} of its need",
            Subtitle = $"Share of the need that is missing, by {by.One}, weekly means, in percent; the most tonnes missing first."
                + (left > 0 ? $" {Say.Count(left, "that is short of less is", "that are short of less are")} not drawn." : "")
                + (never > 0 ? $" {Say.Count(never, $"{by.One} is", $"{by.Many} are")} never short." : ""),
            Footnote = RunFrame.Footnote(source, run),
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("% of need missing"),
            Spans = RunFrame.Spans(run),
            Panels = [.. drawn.Select(g => Panel(source, by, g.Group, g.Course, isOnly: drawn.Length == 1))],
        };
    }

    private static Panel Panel(FigureSource source, Grouping by, NeedGroup group, Polyline course, bool isOnly)
    {
        var label = new Label(group.Group.Name, $"{Say.Number(group.Service.ShortfallTotal)} t missing, {Say.Percent(1 - group.Service.ServiceLevel)} of the need of the run");
        return new Panel(isOnly ? "" : group.Group.Name, [new LineMark(label, course, source.HueOf(by, group.Group))]);
    }

    /// <summary>Steps of weekly means: tonnes missing over tonnes needed.</summary>
    private static Polyline Course(RunSource run, NeedGroup group)
    {
        var weeks = Cells.Of(SeriesGrid.Week, run.Record.Start, RunFrame.Until(run));
        var (missing, needed) = (new CellMeans(weeks), new CellMeans(weeks));
        missing.Add(group.Need.Shortfall);
        needed.Add(group.Need.Demand);
        var course = new Polyline { IsSteps = true };
        for (var i = 0; i < weeks.Count; i++)
        {
            course.Add(weeks.Edges[i].Days, needed.Values[i] > 0 ? 100 * missing.Values[i] / needed.Values[i] : 0);
        }

        course.Add(weeks.Edges[^1].Days, course.LastY);
        return course;
    }
}
