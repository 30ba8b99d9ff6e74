using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Reports.Plots;

/// <summary>The cover of a consumer over time: its stock of a commodity over its demand for it, in days, all cohorts together.</summary>
/// <param name="Consumer">Whose.</param>
/// <param name="Vertices">Straight from one to the next (day, cover), with two vertices on one day where it jumps.</param>
/// <param name="Cohorts">Of how many sites the row consists.</param>
/// <param name="EmptyCohorts">How many of them begin with a stock and run out of it.</param>
internal sealed record CoverCurve(ConsumerMeasures Consumer, IReadOnlyList<(double Day, double Value)> Vertices, int Cohorts, int EmptyCohorts)
{
    /// <summary>Less cover than this, in days, is an empty stock: rounding to whole seconds leaves a sliver in it.</summary>
    private const double EmptyDays = 0.01;

    public double First => Vertices[0].Value;

    public double Least { get; } = Vertices.Min(v => v.Value);

    public double Most { get; } = Vertices.Max(v => v.Value);

    /// <summary>False where the cover stays within a hundredth of what it was.</summary>
    public bool Moves => Most - Least > 0.01 * First;

    public static CoverCurve Of(RunRecord record, ConsumerMeasures consumer, SimTime until)
    {
        var (sites, stocks, rows) = (record.Network.Sites, record.Network.Stocks, record.Network.Rows);
        var first = sites.FirstStock[rows.FirstSite[consumer.Row]];
        var end = sites.FirstStock[rows.FirstSite[consumer.Row] + rows.SiteCount[consumer.Row]];
        var levels = new List<LevelSeries>();
        var empty = 0;
        for (var s = first; s < end; s++)
        {
            if (stocks.Commodity[s] != consumer.Commodity || record.Stock[s] is not { } level) continue;
            levels.Add(level);
            var emptyTonnes = EmptyDays * stocks.Coefficient[s] * sites.BaselinePerDay[stocks.Site[s]];
            if (level.ValueAt(SimTime.Zero) > emptyTonnes && Lowest(level, record.End) < emptyTonnes) empty++;
        }

        return new CoverCurve(consumer, Over(LevelSeries.Sum(levels), consumer.Need.Demand, until), rows.SiteCount[consumer.Row], empty);
    }

    private static double Lowest(LevelSeries level, SimTime end)
    {
        var least = level.ValueAt(end);
        for (var i = 0; i < level.Count && level.Times[i] < end.Seconds; i++) least = Math.Min(least, level[i].Level);
        return least;
    }

    /// <summary>Level over use, with a vertex wherever either breaks; none while nothing is used.</summary>
    private static List<(double Day, double Value)> Over(LevelSeries level, RateSeries use, SimTime until)
    {
        long[] times = [.. level.Times.ToArray().Concat(use.Times.ToArray()).Append(0).Append(until.Seconds).Where(t => t >= 0 && t <= until.Seconds).Distinct().Order()];
        var vertices = new List<(double Day, double Value)>();
        for (var i = 0; i + 1 < times.Length; i++)
        {
            var (from, to) = (SimTime.FromSeconds(times[i]), SimTime.FromSeconds(times[i + 1]));
            var perDay = use.ValueAt(from);
            if (!(perDay > 0)) continue;
            var start = level.ValueAt(from);
            // The mean of a straight line is halfway, which gives the level just before a jump at its end.
            vertices.Add((from.Days, Math.Max(0, start / perDay)));
            vertices.Add((to.Days, Math.Max(0, ((2 * level.Mean(from, to)) - start) / perDay)));
        }

        return vertices.Count > 0 ? vertices : [(0, 0)];
    }
}
