using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// The mass account of a run (model: invariant 1). Made and used are integrals of activity, stocks are levels, transit is counted from the
/// fronts: three separate books that must agree. What the run has not touched goes on as it was opened, which is summed up once, so that closing
/// the account costs as much as the run has moved.
/// </summary>
internal sealed class OpeningMass
{
    private readonly double[] _stock;
    private readonly double[] _transit;
    private readonly double[] _madePerDay;
    private readonly double[] _usedPerDay;
    private readonly double[] _lostPerDay;

    private OpeningMass(int commodities)
    {
        (_stock, _transit) = (new double[commodities], new double[commodities]);
        (_madePerDay, _usedPerDay, _lostPerDay) = (new double[commodities], new double[commodities], new double[commodities]);
    }

    public static OpeningMass Of(RunState state)
    {
        var mass = new OpeningMass(state.Network.Commodities.Count);
        for (var s = 0; s < state.Stocks.Count; s++)
        {
            ref var stock = ref state.Stocks[s];
            ref var notes = ref state.StockNotes[s];
            mass._stock[stock.Commodity] += stock.Level;
            (stock.IsInput ? mass._usedPerDay : mass._madePerDay)[stock.Commodity] += notes.Normal;
            mass._lostPerDay[stock.Commodity] += DiscardAtStart(state, s);
        }

        var lanes = state.Network.Lanes;
        for (var l = 0; l < lanes.Count; l++)
        {
            mass._transit[lanes.Commodity[l]] += InTransit(lanes, l);
        }

        return mass;
    }

    /// <summary>Of a by-product, what nobody fetches in the baseline, t/d.</summary>
    private static double DiscardAtStart(RunState state, int stock)
    {
        if (!state.Stocks[stock].IsByProduct)
        {
            return 0;
        }

        var fetched = 0.0;
        foreach (var lane in state.Network.Stocks.Lanes(stock))
        {
            fetched += state.Network.Lanes.FlowPerDay[lane];
        }

        return Math.Max(0, Rounding.Net(state.StockNotes[stock].Normal, fetched));
    }

    /// <param name="state">The state at the end; stocks that have moved have been brought forward to it.</param>
    /// <param name="moved">What has moved.</param>
    /// <param name="end">The second.</param>
    /// <param name="transitOf">Tonnes under way on a lane then.</param>
    public IReadOnlyList<MassAccount> Close(RunState state, Moved moved, long end, Func<int, double> transitOf)
    {
        var days = end / (double)SimDuration.SecondsPerDay;
        double[] stocks = [.. _stock], transit = [.. _transit];
        double[] made = [.. _madePerDay.Select(m => m * days)], used = [.. _usedPerDay.Select(u => u * days)], lost = [.. _lostPerDay.Select(l => l * days)];
        foreach (var s in moved.Stocks)
        {
            ref var stock = ref state.Stocks[s];
            ref var notes = ref state.StockNotes[s];
            stocks[stock.Commodity] += stock.Level - (state.Network.Stocks.CoverDays[s] * notes.Normal) - state.Laid[s];
            (stock.IsInput ? used : made)[stock.Commodity] += stock.Total - (notes.Normal * days);
            lost[stock.Commodity] += notes.Lost - (DiscardAtStart(state, s) * days);
        }

        var lanes = state.Network.Lanes;
        foreach (var l in moved.Lanes)
        {
            transit[lanes.Commodity[l]] += transitOf(l) - InTransit(lanes, l);
        }

        return [.. Enumerable.Range(0, stocks.Length).Select(c =>
            new MassAccount(c, _stock[c], _transit[c], made[c], used[c], lost[c], stocks[c], transit[c]))];
    }

    private static double InTransit(LaneTable lanes, int lane) =>
        lanes.FlowPerDay[lane] * lanes.TransitSeconds[lane] / SimDuration.SecondsPerDay;
}
