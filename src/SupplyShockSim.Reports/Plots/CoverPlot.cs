using System.Globalization;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Plots;

/// <summary>
/// <c>cover.svg</c>: for how many days the stock of each consumer would last at its demand; those that are short most first, then
/// those whose cover falls lowest. Where nothing moves, the first few as they are.
/// </summary>
internal static class CoverPlot
{
    public static string Draw(RunOutput output)
    {
        var (record, until) = (output.Record, PlotWords.Until(output));
        var all = output.Measures.Consumers
            .Select(c => CoverCurve.Of(record, c, until))
            .Where(c => c.First > 0 || c.Most > 0)
            .ToArray();
        Array.Sort(all, Order);
        var moved = all.Where(c => c.Moves).ToArray();
        var drawn = (moved.Length > 0 ? moved : all).Take(Palette.Count).ToArray();
        var empty = all.Count(c => c.EmptyCohorts > 0);
        var lowest = drawn.Length == 0 ? null : drawn.Aggregate((a, b) => b.Least < a.Least ? b : a);
        var title = lowest is null ? "No consumer holds a stock"
            : empty > 0 ? Say.Count(empty, "consumer's stock runs out", "consumers' stocks run out") + (all.Any(c => c.EmptyCohorts > 0 && c.EmptyCohorts < c.Cohorts) ? ", at some of the firms before others" : "")
            : moved.Length > 0 ? $"Stocks last: the lowest falls to {Say.Days(lowest.Least)} days ({Headline.Name(record, lowest.Consumer)})"
            : "Consumers' stocks stay as they are";
        var left = all.Length - drawn.Length;
        var subtitle = "Cover: days the stock of a consumer would last at its demand, all its firms together."
            + (left > 0 ? $" {Say.Count(left, "that is less affected is", "that are less affected are")} not drawn." : "");
        return new LineChart
        {
            Text = new ChartText("cover", title, subtitle, PlotWords.Footnote(output), title + ". " + subtitle),
            Unit = "days of cover",
            Start = record.Start,
            Days = until.Days,
            Bands = PlotWords.Bands(output),
            Curves = [.. drawn.Select(c => new Curve(Headline.Name(record, c.Consumer), Detail(c), c.Vertices))],
            WhenEmpty = "No consumer of this network holds a stock, so a gap in supply is felt at once.",
        }.ToSvg();
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
        var course = PlotWords.Course(cover.First, cover.Least, cover.Most, "d");
        return cover.Cohorts == 1 || cover.EmptyCohorts == 0
            ? course
            : course + string.Create(CultureInfo.InvariantCulture, $"\n{cover.EmptyCohorts} of {cover.Cohorts} cohorts run out");
    }
}
