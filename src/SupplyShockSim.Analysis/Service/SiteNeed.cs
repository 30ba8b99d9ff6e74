using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>The need of one consumer site (a cohort, or a row that was not split).</summary>
public static class SiteNeed
{
    /// <summary>
    /// A shortfall of this part of the demand or less counts as zero: it is what rounding leaves of a difference of two rates,
    /// not a shortage. One billionth, the tolerance of the mass balance.
    /// </summary>
    public const double Dust = 1e-9;

    /// <summary>
    /// Demand and shortfall of a consumer, in units of its activity: shortfall = demand - activity, zero where that is
    /// <see cref="Dust"/> of the demand or less.
    /// </summary>
    /// <exception cref="ArgumentException">The record has no activity or no demand for this site.</exception>
    public static NeedSeries Of(RunRecord record, int site)
    {
        if (record.Demand[site] is not { } demand || record.Activity[site] is not { } activity)
        {
            throw new ArgumentException($"The run has no record of demand and activity of {record.Network.Sites.Id[site]}.", nameof(record));
        }

        var shortfall = new RateSeries();
        PairedSeries.ForEach(demand, activity, SimTime.Zero, record.End, (from, _, wanted, used) => shortfall.Append(from, WithoutDust(wanted - used, wanted)));
        return new NeedSeries(demand, shortfall);
    }

    /// <summary>The need of a country as the run added it up, without the <see cref="Dust"/> that adding leaves.</summary>
    public static NeedSeries Of(CountrySeries totals, SimTime end)
    {
        var shortfall = new RateSeries();
        PairedSeries.ForEach(totals.Demand, totals.Shortfall, SimTime.Zero, end, (from, _, wanted, missing) => shortfall.Append(from, WithoutDust(missing, wanted)));
        return new NeedSeries(totals.Demand, shortfall);
    }

    /// <summary>The need of a consumer for one of its commodities: activity times the tonnes used per unit of it.</summary>
    public static NeedSeries Times(this NeedSeries activity, double coefficient) => coefficient == 1
        ? activity
        : new NeedSeries(Scale(activity.Demand, coefficient), Scale(activity.Shortfall, coefficient));

    private static double WithoutDust(double missing, double wanted) => missing <= Dust * wanted ? 0 : missing;

    private static RateSeries Scale(RateSeries series, double factor)
    {
        var scaled = new RateSeries();
        for (var i = 0; i < series.Count; i++)
        {
            scaled.Append(new SimTime(series.Times[i]), series.Values[i] * factor);
        }

        return scaled;
    }
}
