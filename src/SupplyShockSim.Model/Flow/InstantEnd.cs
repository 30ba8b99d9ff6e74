using SupplyShockSim.Engine;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Flow;

/// <summary>
/// Closes an instant: lanes take the rates that the last clearing gave them, buyers in need start to qualify suppliers, what is
/// notable is logged, and each site that was touched goes to sleep or books its next review.
/// </summary>
internal sealed class InstantEnd(SupplyModel model)
{
    private readonly List<int> _sites = [];
    private readonly List<int> _lanes = [];
    private readonly List<int> _stocks = [];
    private readonly bool[] _laneListed = new bool[model.Network.Lanes.Count];
    private readonly bool[] _stockListed = new bool[model.Network.Stocks.Count];
    private bool _scheduled;
    private long _dispatchedAt = -1;

    public InstantEnd CloneFor(SupplyModel other) => _scheduled
        ? throw new InvalidOperationException("a run can be forked between instants only")
        : new InstantEnd(other);

    /// <summary>Lanes have taken new rates in this instant already.</summary>
    public bool HasDispatched(long now) => _dispatchedAt == now;

    /// <summary>Looks at the site when the instant ends.</summary>
    public void Touch(int site, long now)
    {
        if (!model.Sites.Touched[site])
        {
            model.Sites.Touched[site] = true;
            _sites.Add(site);
        }

        Schedule(now);
    }

    /// <summary>The market may have changed what the lane should carry.</summary>
    public void TouchLane(int lane, long now)
    {
        if (!_laneListed[lane])
        {
            _laneListed[lane] = true;
            _lanes.Add(lane);
        }

        Schedule(now);
    }

    public void Schedule(long now)
    {
        if (!_scheduled)
        {
            _scheduled = true;
            model.Calendar.Schedule(SimTime.FromSeconds(now), Phases.Settle, new SupplyEvent(EventKind.Settle, 0));
        }
    }

    public void OnSettle(long now)
    {
        _scheduled = false;
        Dispatch(now);
        model.Market.StartQualifications(now);
        for (var i = 0; i < _sites.Count; i++)
        {
            var site = _sites[i];
            model.Sites.Touched[site] = false;
            Invariants.CheckSite(model, site);
            LogSite(site, now);
            model.Reviews.Rest(site, now);
        }

        _sites.Clear();
    }

    private void Dispatch(long now)
    {
        foreach (var lane in _lanes)
        {
            _laneListed[lane] = false;
            model.Lanes.SpotDispatch[lane] = model.Lanes.Spot[lane];
            var rate = model.Lanes.Contract[lane] + model.Lanes.Spot[lane];
            if (rate != model.Lanes.Dispatch[lane])
            {
                DispatchLane(lane, rate, now);
            }
        }

        _lanes.Clear();
        foreach (var stock in _stocks)
        {
            _stockListed[stock] = false;
            if (model.Network.Stocks.IsInput[stock])
            {
                model.Stocks.Ordered[stock] = SumDispatch(stock);
            }
            else
            {
                model.Stocks.Outflow[stock] = SumDispatch(stock);
                model.StockKeeper.Refresh(stock, now);
            }
        }

        _stocks.Clear();
    }

    private void DispatchLane(int lane, double rate, long now)
    {
        _dispatchedAt = now;
        var (from, to) = (model.Network.Lanes.FromStock[lane], model.Network.Lanes.ToStock[lane]);
        model.StockKeeper.Advance(from, now);
        model.StockKeeper.Advance(to, now);
        var before = model.Lanes.Dispatch[lane];
        var cause = model.Market.CauseOfDispatch(lane, rate < before);
        model.Transit.DispatchChanged(lane, rate, now, cause);
        model.Lanes.Dispatch[lane] = rate;
        Invariants.CheckLane(model, lane);
        if (rate > before)
        {
            model.Stocks.Cause[from] = cause;
        }

        model.Recorder.DispatchChanged(lane, now, rate);
        model.Controls.OnDispatch(lane, now);
        ListStock(from);
        ListStock(to);
        Touch(model.Network.Lanes.From[lane], now);
        Touch(model.Network.Lanes.To[lane], now);
        model.Log.Reroute(lane, now, model.Lanes.Spot[lane], cause);
    }

    private void ListStock(int stock)
    {
        if (!_stockListed[stock])
        {
            _stockListed[stock] = true;
            _stocks.Add(stock);
        }
    }

    private double SumDispatch(int stock)
    {
        var sum = 0.0;
        foreach (var lane in model.Network.Stocks.Lanes(stock))
        {
            sum += model.Lanes.Dispatch[lane];
        }

        return sum;
    }

    private void LogSite(int site, long now)
    {
        var sites = model.Sites;
        if (model.Network.Sites.IsConsumer[site])
        {
            var shortfall = Rounding.Net(sites.Capacity[site], sites.Activity[site]);
            model.Log.Shortfall(site, now, sites.Logged, Math.Max(0, shortfall), sites.Capacity[site], model.Reviews.CauseOfActivity(site));
        }
        else
        {
            model.Log.Activity(site, now, sites.Logged, sites.Activity[site], model.Network.Sites.CapacityPerDay[site], model.Reviews.CauseOfActivity(site));
        }
    }
}
