using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Rates as means of weeks: under quotas and licences many of them go up and down several times a week, a comb that nobody can read.</summary>
internal static class WeeklyMeans
{
    /// <summary>Said where a figure shows them.</summary>
    public const string Words = " Weekly means.";

    /// <summary>A rate that turns less often is drawn as it is, however fast it turns.</summary>
    private const int LeastTurns = 12;

    /// <summary>Whether a rate turns, from rising to falling or back, more often than once in four weeks of what is drawn.</summary>
    public static bool IsComb(RateSeries rate, SimTime until)
    {
        var (turns, wasRising, last) = (0, (bool?)null, rate.ValueAt(SimTime.Zero));
        for (var i = 0; i < rate.Count && rate.Times[i] < until.Seconds; i++)
        {
            var isRising = rate.Values[i] > last;
            if (rate.Values[i] != last)
            {
                turns += wasRising is { } was && was != isRising ? 1 : 0;
                wasRising = isRising;
            }

            last = rate.Values[i];
        }

        return turns >= LeastTurns && turns > until.Days / 28;
    }

    /// <summary>The exact mean of each week from the start of the run on; what is left of the last one counts as a week.</summary>
    public static RateSeries Of(RateSeries rate, RunSource run, SimTime until)
    {
        var weeks = Cells.Of(SeriesGrid.Week, run.Record.Start, until);
        var means = new CellMeans(weeks);
        means.Add(rate);
        var series = new RateSeries();
        for (var i = 0; i < weeks.Count; i++)
        {
            series.Append(weeks.Edges[i], means.Values[i]);
        }

        return series;
    }
}
