using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>The cover of a consumer over time: its stock of a commodity over its demand for it, in days, all cohorts together.</summary>
/// <param name="Consumer">Whose.</param>
/// <param name="Course">Points of the curve (day, cover): exact means, some hundreds.</param>
/// <param name="Cohorts">Of how many sites the row consists.</param>
/// <param name="EmptyCohorts">How many of them begin with a stock and run out of it.</param>
internal sealed record CoverCurve(ConsumerMeasures Consumer, Polyline Course, int Cohorts, int EmptyCohorts)
{
    /// <summary>Less cover than this, in days, is an empty stock: rounding to whole seconds leaves a sliver in it.</summary>
    private const double EmptyDays = 0.01;

    /// <summary>Points along the curve: more than anybody can tell apart.</summary>
    private const int Resolution = 700;

    public double First => Course.FirstY;

    public double Least => Course.Least;

    public double Most => Course.Most;

    /// <summary>False where the cover stays within a hundredth of what it was.</summary>
    public bool Moves => Most - Least > 0.01 * First;

    public static CoverCurve Of(RunRecord record, ConsumerMeasures consumer, SimTime until)
    {
        var (sites, stocks, rows) = (record.Network.Sites, record.Network.Stocks, record.Network.Rows);
        var first = sites.FirstStock[rows.FirstSite[consumer.Row]];
        var end = sites.FirstStock[rows.FirstSite[consumer.Row] + rows.SiteCount[consumer.Row]];
        var cells = Cells.Equal(Resolution, until);
        var (level, use) = (new CellMeans(cells), new CellMeans(cells));
        use.Add(consumer.Need.Demand);
        var (atFirst, empty) = (0.0, 0);
        for (var s = first; s < end; s++)
        {
            if (stocks.Commodity[s] != consumer.Commodity || record.Stock[s] is not { } stock)
            {
                continue;
            }

            level.Add(stock);
            atFirst += stock.ValueAt(SimTime.Zero);
            var emptyTonnes = EmptyDays * stocks.Coefficient[s] * sites.BaselinePerDay[stocks.Site[s]];
            if (stock.ValueAt(SimTime.Zero) > emptyTonnes && Lowest(stock, record.End) < emptyTonnes)
            {
                empty++;
            }
        }

        return new CoverCurve(consumer, Points(cells, level, use, atFirst / consumer.Need.Demand.ValueAt(SimTime.Zero)), rows.SiteCount[consumer.Row], empty);
    }

    private static double Lowest(LevelSeries level, SimTime end)
    {
        var least = level.ValueAt(end);
        for (var i = 0; i < level.Count && level.Times[i] < end.Seconds; i++)
        {
            least = Math.Min(least, level[i].Level);
        }

        return least;
    }

    /// <summary>The cover at the start, then mean stock over mean use halfway through each cell; none while nothing is used.</summary>
    private static Polyline Points(Cells cells, CellMeans level, CellMeans use, double first)
    {
        var course = new Polyline();
        course.Add(0, double.IsFinite(first) ? first : 0);
        for (var i = 0; i < cells.Count; i++)
        {
            var cover = level.Values[i] / use.Values[i];
            if (double.IsFinite(cover))
            {
                course.Add((cells.Edges[i].Days + cells.Edges[i + 1].Days) / 2, Math.Max(0, cover));
            }
        }

        course.Add(cells.Edges[^1].Days, course.LastY);
        return course;
    }
}
