using SupplyShockSim.Engine;

namespace SupplyShockSim.Model.Flow;

/// <summary>
/// The state at second 0: every flow at its baseline, every stock at its target, every lane filled with what is under way.
/// A stock's target is its days of cover times the baseline use or output of its site; for a consumer, times its demand now.
/// </summary>
internal static class Baseline
{
    public static void Set(SupplyModel model)
    {
        SetLanes(model);
        for (var i = 0; i < model.Network.Sites.Count; i++)
        {
            SetSite(model, i);
        }
    }

    private static void SetLanes(SupplyModel model)
    {
        var tables = model.Network.Lanes;
        var lanes = model.Lanes;
        for (var l = 0; l < tables.Count; l++)
        {
            lanes.Dispatch[l] = lanes.Arriving[l] = lanes.Contract[l] = lanes.Order[l] = tables.FlowPerDay[l];
            lanes.Limit[l] = tables.CapacityPerDay[l];
            lanes.Cost[l] = tables.CostUsdPerTonne[l];
            lanes.Transit[l] = tables.TransitSeconds[l];
            lanes.Qualified[l] = tables.FlowPerDay[l] > 0 || tables.QualificationSeconds[l] == 0;
            lanes.LimitCause[l] = -1;
        }
    }

    private static void SetSite(SupplyModel model, int site)
    {
        var tables = model.Network.Sites;
        var sites = model.Sites;
        var activity = tables.BaselinePerDay[site];
        sites.Activity[site] = sites.Wanted[site] = sites.RampFrom[site] = activity;
        sites.Capacity[site] = tables.OpensSeconds[site] > 0 ? 0 : tables.CapacityPerDay[site];
        sites.Cause[site] = sites.Limiter[site] = -1;
        sites.ReviewedAt[site] = -model.ReviewSeconds;
        sites.Logged[site] = tables.IsConsumer[site] ? 0 : activity;
        for (var s = tables.FirstStock[site]; s < tables.FirstStock[site + 1]; s++)
        {
            SetStock(model, s, activity);
        }
    }

    private static void SetStock(SupplyModel model, int stock, double activity)
    {
        var tables = model.Network.Stocks;
        var stocks = model.Stocks;
        double lanes = 0, transit = 0;
        foreach (var lane in tables.Lanes(stock))
        {
            var flow = model.Network.Lanes.FlowPerDay[lane];
            lanes += flow;
            transit += flow * model.Network.Lanes.TransitSeconds[lane] / SimDuration.SecondsPerDay;
        }

        var own = tables.Coefficient[stock] * activity;
        stocks.Target[stock] = stocks.Level[stock] = tables.CoverDays[stock] * own;
        stocks.Dry[stock] = stocks.Level[stock] <= 0;
        stocks.Cause[stock] = -1;
        (stocks.Inflow[stock], stocks.Outflow[stock]) = tables.IsInput[stock] ? (lanes, own) : (own, lanes);
        stocks.LoggedInflow[stock] = stocks.Inflow[stock];
        stocks.Ordered[stock] = tables.IsInput[stock] ? lanes : 0;
        stocks.Position[stock] = tables.IsInput[stock] ? stocks.Level[stock] + transit : 0;
        var net = Rounding.Net(stocks.Inflow[stock], stocks.Outflow[stock]);
        var site = tables.Site[stock];
        var byProduct = !tables.IsInput[stock] && stock != model.Network.Sites.FirstOutput[site];
        stocks.Discard[stock] = byProduct && net > 0 ? net : 0;
        stocks.Rate[stock] = net - stocks.Discard[stock];
    }
}
