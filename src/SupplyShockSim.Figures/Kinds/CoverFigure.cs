using System.Globalization;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// For how many days the stock of each consumer would last at its demand; those that are short most first, then those whose cover falls lowest. Where
/// nothing moves, the first few as they are.
/// </summary>
internal sealed class CoverFigure : FigureKind
{
    public override string Name => "cover";

    public override string Needs => "a run that recorded consumers";

    public override string Meaning => "for how many days consumers' stocks would last at their demand";

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { Record.Recorded: not RecordScope.Totals } run)
        {
            return null;
        }

        var (record, until) = (run.Record, RunFrame.Until(run));
        var where = source.Choice.Where;
        var all = run.Measures.Consumers
            .Where(c => where.Allow(record.Network, NeedPart.Of(c).Key))
            .Select(c => CoverCurve.Of(record, c, until))
            .Where(c => c.First > 0 || c.Most > 0)
            .ToArray();
        Array.Sort(all, Order);
        var moved = all.Where(c => c.Moves).ToArray();
        var drawn = (moved.Length > 0 ? moved : all).Take(Hue.Places).ToArray();
        var title = Title(record, all, drawn, moved.Length > 0);
        var left = all.Length - drawn.Length;
        var subtitle = "Cover: days the stock of a consumer would last at its demand, all its firms together."
            + (left > 0 ? $" {Say.Count(left, "that is less affected is", "that are less affected are")} not drawn." : "");
        return new Figure
        {
            Name = Name,
            Title = title,
            Subtitle = subtitle,
            Footnote = RunFrame.Footnote(source, run),
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("days of cover"),
            Spans = RunFrame.Spans(run),
            Panels = [new Panel("", [.. Lines(source, record, drawn)])],
            WhenEmpty = "No consumer of this network holds a stock, so a gap in supply is felt at once.",
        };
    }

    private static string Title(RunRecord record, CoverCurve[] all, CoverCurve[] drawn, bool anyMoves)
    {
        if (drawn.Length == 0)
        {
            return "No consumer holds a stock";
        }

        var empty = all.Count(c => c.EmptyCohorts > 0);
        var lowest = drawn.Aggregate((a, b) => b.Least < a.Least ? b : a);
        return empty > 0 ? Say.Count(empty, "consumer's stock runs out", "consumers' stocks run out")
                + (all.Any(c => c.EmptyCohorts > 0 && c.EmptyCohorts < c.Cohorts) ? ", at some of the firms before others" : "")
            : anyMoves ? $"Stocks last: the lowest falls to {Say.Days(lowest.Least)} days ({Headline.Name(record, lowest.Consumer)})"
            : "Consumers' stocks stay as they are";
    }

    /// <summary>The worst last, so that it lies in front; where hues have run out, dashes tell the lines apart.</summary>
    private static IEnumerable<LineMark> Lines(FigureSource source, RunRecord record, CoverCurve[] drawn)
    {
        var rest = 0;
        var lines = new List<LineMark>();
        foreach (var cover in drawn)
        {
            var name = Headline.Name(record, cover.Consumer);
            var hue = source.Consumers.Of(name);
            lines.Add(new LineMark(new Label(name, Detail(cover)), cover.Course, hue, hue == Hue.Rest ? rest++ : 0));
        }

        lines.Reverse();
        return lines;
    }

    private static int Order(CoverCurve a, CoverCurve b)
    {
        var (x, y) = (a.Consumer, b.Consumer);
        return x.Service.ShortfallTotal != y.Service.ShortfallTotal ? Ranking.Descending(x.Service.ShortfallTotal, y.Service.ShortfallTotal)
            : a.Least != b.Least ? a.Least.CompareTo(b.Least)
            : x.Row != y.Row ? x.Row.CompareTo(y.Row)
            : x.Commodity.CompareTo(y.Commodity);
    }

    private static string Detail(CoverCurve cover)
    {
        var course = RunFrame.Course(cover.First, cover.Least, cover.Most, "d");
        return cover.Cohorts == 1 || cover.EmptyCohorts == 0
            ? course
            : course + string.Create(CultureInfo.InvariantCulture, $"\n{cover.EmptyCohorts} of {cover.Cohorts} cohorts run out");
    }
}
