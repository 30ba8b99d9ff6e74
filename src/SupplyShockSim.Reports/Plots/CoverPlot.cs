using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Model.Recording;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Plots;

/// <summary>
/// <c>cover.svg</c>: for how many days the stock of each consumer would last at its demand; of many consumers those that are
/// short most, then those whose cover falls lowest.
/// </summary>
internal static class CoverPlot
{
    private sealed record Cover(ConsumerMeasures Consumer, IReadOnlyList<(double Day, double Value)> Vertices)
    {
        public double Least { get; } = Vertices.Min(v => v.Value);

        /// <summary>A stock that ran dry keeps the sliver that rounding to whole seconds leaves.</summary>
        public bool RunsOut => Least < 0.01;
    }

    public static string Draw(RunOutput output)
    {
        var (record, measures) = (output.Record, output.Measures);
        var covers = measures.Consumers
            .OrderByDescending(c => c.Service.ShortfallTotal)
            .Select(c => new Cover(c, Vertices(record, c)))
            .Where(c => c.Vertices.Any(v => v.Value > 0))
            .OrderByDescending(c => c.Consumer.Service.ShortfallTotal).ThenBy(c => c.Least).ThenBy(c => c.Consumer.Row).ThenBy(c => c.Consumer.Commodity)
            .ToArray();
        var drawn = covers.Take(Palette.Count).ToArray();
        var lowest = drawn.MinBy(c => c.Least);
        var title = lowest switch
        {
            null => "No consumer holds a stock",
            { RunsOut: true } => $"{Say.Count(covers.Count(c => c.RunsOut), "consumer's stock runs", "consumers' stocks run")} out",
            _ => $"Stocks last: the lowest falls to {Say.Days(lowest.Least)} days ({Headline.Name(record, lowest.Consumer)})",
        };
        var left = covers.Length - drawn.Length;
        var subtitle = "Cover: days the stock of a consumer would last at its demand, all its firms together."
            + (left > 0 ? $" {left.ToString(CultureInfo.InvariantCulture)} less affected are not drawn." : "");
        return new LineChart
        {
            Text = new ChartText("cover", title, subtitle, PlotWords.Footnote(output), title + ". " + subtitle),
            Unit = "days of cover",
            Start = record.Start,
            Days = record.End.Days,
            Bands = PlotWords.Bands(output),
            Curves = [.. drawn.Select(c => new Curve(Headline.Name(record, c.Consumer), Detail(c), c.Vertices))],
            WhenEmpty = "No consumer of this network holds a stock, so a gap in supply is felt at once.",
        }.ToSvg();
    }

    private static string Detail(Cover cover)
    {
        var (first, least) = (Say.Days(cover.Vertices[0].Value), Say.Days(cover.Least));
        return cover.RunsOut ? $"{first} d at first, then empty" : first == least ? $"{first} d or more" : $"{first} d at first, {least} d at least";
    }

    /// <summary>Level over use: straight between the breakpoints of either, with two vertices where one jumps. Empty while nothing is used.</summary>
    private static List<(double Day, double Value)> Vertices(RunRecord record, ConsumerMeasures consumer)
    {
        var (sites, stocks, rows) = (record.Network.Sites, record.Network.Stocks, record.Network.Rows);
        var first = sites.FirstStock[rows.FirstSite[consumer.Row]];
        var end = sites.FirstStock[rows.FirstSite[consumer.Row] + rows.SiteCount[consumer.Row]];
        var level = LevelSeries.Sum(Enumerable.Range(first, end - first)
            .Where(s => stocks.Commodity[s] == consumer.Commodity)
            .Select(s => record.Stock[s])
            .OfType<LevelSeries>());
        var demand = consumer.Need.Demand;
        long[] times = [.. level.Times.ToArray().Concat(demand.Times.ToArray()).Append(0).Append(record.End.Seconds).Where(t => t >= 0 && t <= record.End.Seconds).Distinct().Order()];
        var vertices = new List<(double Day, double Value)>();
        for (var i = 0; i + 1 < times.Length; i++)
        {
            var (from, to) = (SimTime.FromSeconds(times[i]), SimTime.FromSeconds(times[i + 1]));
            var use = demand.ValueAt(from);
            if (!(use > 0)) continue;
            var start = level.ValueAt(from);
            // The mean of a straight line is halfway, which gives the level just before a jump at its end.
            vertices.Add((from.Days, Math.Max(0, start / use)));
            vertices.Add((to.Days, Math.Max(0, ((2 * level.Mean(from, to)) - start) / use)));
        }

        return vertices.Count > 0 ? vertices : [(0, 0)];
    }
}
