using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Recording;

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

    public static OpeningMass Of(SupplyModel model)
    {
        var mass = new OpeningMass(model.Network.Commodities.Count);
        for (var s = 0; s < model.Stocks.Count; s++)
        {
            ref var stock = ref model.Stocks[s];
            ref var notes = ref model.StockNotes[s];
            mass._stock[stock.Commodity] += stock.Level;
            (stock.IsInput ? mass._usedPerDay : mass._madePerDay)[stock.Commodity] += notes.Normal;
            mass._lostPerDay[stock.Commodity] += notes.OpeningDiscard;
        }

        var lanes = model.Network.Lanes;
        for (var l = 0; l < lanes.Count; l++)
        {
            mass._transit[lanes.Commodity[l]] += InTransit(lanes, l);
        }

        return mass;
    }

    public IReadOnlyList<MassAccount> Close(SupplyModel model, long end)
    {
        var days = end / (double)SimDuration.SecondsPerDay;
        double[] stocks = [.. _stock], transit = [.. _transit];
        double[] made = [.. _madePerDay.Select(m => m * days)], used = [.. _usedPerDay.Select(u => u * days)], lost = [.. _lostPerDay.Select(l => l * days)];
        foreach (var s in model.Moved.Stocks)
        {
            model.StockKeeper.Advance(s, end);
            ref var stock = ref model.Stocks[s];
            ref var notes = ref model.StockNotes[s];
            stocks[stock.Commodity] += stock.Level - (model.Network.Stocks.CoverDays[s] * notes.Normal);
            (stock.IsInput ? used : made)[stock.Commodity] += stock.Total - (notes.Normal * days);
            lost[stock.Commodity] += notes.Lost - (notes.OpeningDiscard * days);
        }

        var lanes = model.Network.Lanes;
        foreach (var l in model.Moved.Lanes)
        {
            transit[lanes.Commodity[l]] += model.Transit.Content(l, end) - InTransit(lanes, l);
        }

        return [.. Enumerable.Range(0, stocks.Length).Select(c => new MassAccount(c, _stock[c], _transit[c], made[c], used[c], lost[c], stocks[c], transit[c]))];
    }

    private static double InTransit(Network.LaneTable lanes, int lane) => lanes.FlowPerDay[lane] * lanes.TransitSeconds[lane] / SimDuration.SecondsPerDay;
}
