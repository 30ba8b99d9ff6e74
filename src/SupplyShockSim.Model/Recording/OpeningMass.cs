using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Recording;

/// <summary>
/// The mass account of a run (model: invariant 1). Made and used are integrals of activity, stocks are levels, transit is counted from the
/// fronts: three separate books that must agree.
/// </summary>
internal sealed class OpeningMass
{
    private readonly double[] _stock;
    private readonly double[] _transit;

    private OpeningMass(double[] stock, double[] transit) => (_stock, _transit) = (stock, transit);

    public static OpeningMass Of(SupplyModel model) => new(StockByCommodity(model), TransitByCommodity(model, 0));

    public IReadOnlyList<MassAccount> Close(SupplyModel model, long end)
    {
        var stocks = model.Network.Stocks;
        for (var s = 0; s < stocks.Count; s++)
        {
            model.StockKeeper.Advance(s, end);
        }

        var made = new double[_stock.Length];
        var used = new double[_stock.Length];
        var lost = new double[_stock.Length];
        for (var s = 0; s < stocks.Count; s++)
        {
            (stocks.IsInput[s] ? used : made)[stocks.Commodity[s]] += model.Stocks[s].Total;
            lost[stocks.Commodity[s]] += model.StockNotes[s].Lost;
        }

        var closing = StockByCommodity(model);
        var transit = TransitByCommodity(model, end);
        return [.. Enumerable.Range(0, _stock.Length).Select(c => new MassAccount(c, _stock[c], _transit[c], made[c], used[c], lost[c], closing[c], transit[c]))];
    }

    private static double[] StockByCommodity(SupplyModel model)
    {
        var sums = new double[model.Network.Commodities.Count];
        for (var s = 0; s < model.Network.Stocks.Count; s++)
        {
            sums[model.Network.Stocks.Commodity[s]] += model.Stocks[s].Level;
        }

        return sums;
    }

    private static double[] TransitByCommodity(SupplyModel model, long now)
    {
        var sums = new double[model.Network.Commodities.Count];
        for (var l = 0; l < model.Network.Lanes.Count; l++)
        {
            sums[model.Network.Lanes.Commodity[l]] += model.Transit.Content(l, now);
        }

        return sums;
    }
}
