using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// What an input's inventory position (stock and in transit) lacks of its target: cover, and use over the mean transit time of the lanes now used. Counting
/// what is in transit keeps the correction from over-ordering: Sterman, Business Dynamics (2000), section 17.3, the stock management structure's supply line.
/// </summary>
internal sealed class SupplyLine(RunState state)
{
    /// <summary>What is to be ordered of what a site uses, t/d: all but what is sent to it unasked.</summary>
    public double ToOrder(in StockNow stock, double use) => use - (state.Prices.Intake(stock.Site) * stock.Coefficient);

    /// <summary>What a product's orders, and what comes unasked, have a site make, t/d.</summary>
    public double ToMake(in StockNow stock) => stock.OrdersTonnesPerDay + (state.Prices.Intake(stock.Site) * stock.Coefficient);

    /// <summary>Tonnes that the inventory position lacks, at a second.</summary>
    public double InputGap(int index, ref StockNow stock, double use, long now)
    {
        if (state.Prices.Intake(stock.Site) > 0)
        {
            return 0; // it lays down what comes, and what comes unasked is not to be ordered less elsewhere
        }

        var transitDays = TransitDays(index, ref stock, now);
        var position = stock.Position + (stock.DaysSince(now) * Rounding.Net(stock.Ordered, stock.Outflow));
        return stock.Target + (use * transitDays) - position;
    }

    /// <summary>Other lanes may be in use from this instant on: if nothing is dispatched later, the supply line is that of the last ones.</summary>
    public void NoteLanesUsed(in SiteNow site, long now)
    {
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            TransitDays(k, ref state.Stocks[k], now);
        }
    }

    private double SumTransit(int stock)
    {
        var sum = 0.0;
        foreach (var lane in state.Network.Stocks.Lanes(stock))
        {
            sum += state.Lanes[lane].Dispatch * state.Lanes[lane].Transit;
        }

        return sum / SimDuration.SecondsPerDay;
    }

    /// <summary>
    /// Mean transit time of the lanes now used; while nothing is dispatched, of those last used for longer than an instant (one lane may be closed a
    /// round before the others). While a buyer keeps spot suppliers only until contract goods land, these are no part of the supply line that is to be
    /// filled.
    /// </summary>
    private double TransitDays(int index, ref StockNow stock, long now)
    {
        if (double.IsNaN(stock.InTransit) || state.IsThorough)
        {
            stock.InTransit = SumTransit(index);
        }

        var (tonnes, perDay) = (stock.InTransit, stock.Ordered);
        if (state.Buyers[index].Keeps)
        {
            foreach (var l in state.Network.Stocks.Lanes(index))
            {
                ref var lane = ref state.Lanes[l];
                perDay -= lane.SpotDispatch;
                tonnes -= lane.SpotDispatch * lane.Transit / SimDuration.SecondsPerDay;
            }
        }

        ref var notes = ref state.StockNotes[index];
        if (notes.TransitSince < now)
        {
            (notes.TransitDays, notes.TransitSince) = (notes.TransitDaysNow, (uint)now);
        }

        var days = perDay > Rounding.OrderChange * stock.Ordered ? Math.Max(0, tonnes) / perDay : notes.TransitDays;
        notes.TransitDaysNow = (float)days;
        return days;
    }
}
