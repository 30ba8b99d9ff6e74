using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// What an input's inventory position (stock and in transit) lacks of its target: cover, and use over the mean transit time of the lanes now used. Counting
/// what is in transit keeps the correction from over-ordering: Sterman, Business Dynamics (2000), section 17.3, the stock management structure's supply line.
/// </summary>
internal sealed class SupplyLine(RunState state)
{
    /// <summary>Tonnes that the inventory position lacks, at a second.</summary>
    public double InputGap(int index, ref StockNow stock, double use, long now)
    {
        var transitDays = TransitDays(index, ref stock);
        var position = stock.Position + (stock.DaysSince(now) * Rounding.Net(stock.Ordered, stock.Outflow));
        return stock.Target + (use * transitDays) - position;
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
    /// Mean transit time of the lanes now used; while nothing is dispatched, of those last used. While a buyer keeps spot suppliers only until
    /// contract goods land, these are no part of the supply line that is to be filled.
    /// </summary>
    private double TransitDays(int index, ref StockNow stock)
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

        ref var last = ref state.StockNotes[index].TransitDays;
        if (perDay <= Rounding.OrderChange * stock.Ordered)
        {
            return last;
        }

        last = Math.Max(0, tonnes) / perDay;
        return last;
    }
}
