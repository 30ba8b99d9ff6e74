using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>
/// Closes an instant: lanes take the rates that the last clearing gave them, buyers in need start to qualify suppliers, what is
/// notable is logged, and each site that was touched goes to sleep or books its next review.
/// </summary>
internal sealed class InstantEnd(SupplyModel model)
{
    private readonly List<int> _sites = [];
    private readonly List<int> _lanes = [];
    private readonly List<int> _stocks = [];
    private bool _scheduled;
    private long _dispatchedAt = -1;

    public InstantEnd CloneFor(SupplyModel other) => _scheduled
        ? throw new InvalidOperationException("a run can be forked between instants only")
        : new InstantEnd(other);

    /// <summary>Lanes have taken new rates in this instant already.</summary>
    public bool HasDispatched(long now) => _dispatchedAt == now;

    /// <summary>Looks at the site when the instant ends.</summary>
    public void Touch(int index, long now)
    {
        ref var site = ref model.Sites[index];
        if (!site.Touched)
        {
            site.Touched = true;
            _sites.Add(index);
        }

        Schedule(now);
    }

    /// <summary>The market may have changed what the lane should carry.</summary>
    public void TouchLane(int index, long now)
    {
        ref var lane = ref model.Lanes[index];
        if (!lane.Listed)
        {
            lane.Listed = true;
            _lanes.Add(index);
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
            FetchAhead(i);
            var index = _sites[i];
            ref var site = ref model.Sites[index];
            site.Touched = false;
            Invariants.CheckSite(model, index);
            LogSite(index, ref site, now);
            model.Reviews.Rest(index, now);
        }

        _sites.Clear();
    }

    private void Dispatch(long now)
    {
        for (var i = 0; i < _lanes.Count; i++)
        {
            FetchLaneAhead(i);
            var index = _lanes[i];
            ref var lane = ref model.Lanes[index];
            lane.Listed = false;
            lane.SpotDispatch = lane.Spot;
            var rate = lane.Contract + lane.Spot;
            if (rate != lane.Dispatch)
            {
                DispatchLane(index, ref lane, rate, now);
            }
        }

        _lanes.Clear();
        model.Policies.OnDispatched(now);
        const int Far = 8;
        for (var i = 0; i < _stocks.Count; i++)
        {
            if (i + Far < _stocks.Count)
            {
                model.Stocks.Fetch(_stocks[i + Far]);
            }

            TakeOver(_stocks[i], now);
        }

        _stocks.Clear();
    }

    /// <summary>What a stock's lanes carry has changed.</summary>
    private void TakeOver(int index, long now)
    {
        ref var stock = ref model.Stocks[index];
        stock.Listed = false;
        if (stock.IsInput)
        {
            if (!LaneSums.TryAdd(ref stock.Ordered, stock.DispatchChange, ref stock.DispatchAdditions, model.IsThorough))
            {
                (stock.Ordered, stock.InTransit) = (SumDispatch(index), double.NaN);
            }
        }
        else
        {
            if (!LaneSums.TryAdd(ref stock.Outflow, stock.DispatchChange, ref stock.DispatchAdditions, model.IsThorough))
            {
                stock.Outflow = SumDispatch(index);
            }

            model.StockKeeper.Refresh(index, now);
        }

        stock.DispatchChange = 0;
    }

    private void DispatchLane(int index, ref LaneNow lane, double rate, long now)
    {
        _dispatchedAt = now;
        model.Moved.AddLane(index, ref lane);
        var before = lane.Dispatch;
        var change = rate - before;
        ref var from = ref ListStock(lane.FromStock, change, now);
        ref var to = ref ListStock(lane.ToStock, change, now);
        to.InTransit += change * lane.Transit / SimDuration.SecondsPerDay;
        var cause = model.Market.CauseOfDispatch(lane, rate < before);
        model.Transit.DispatchChanged(index, rate, now, cause);
        lane.Dispatch = rate;
        Invariants.CheckLane(model, index);
        if (rate > before)
        {
            from.Cause = cause;
        }

        model.Digest.Add(EventKind.Settle, index, rate);
        model.Recorder.DispatchChanged(index, now, rate);
        model.Policies.OnDispatch(index, now);
        Touch(from.Site, now);
        Touch(to.Site, now);
        model.Log.Reroute(index, ref lane, now, cause);
    }

    private ref StockNow ListStock(int index, double change, long now)
    {
        model.StockKeeper.Advance(index, now);
        ref var stock = ref model.Stocks[index];
        stock.DispatchChange += change;
        if (!stock.Listed)
        {
            stock.Listed = true;
            _stocks.Add(index);
        }

        return ref stock;
    }

    private double SumDispatch(int stock)
    {
        var sum = 0.0;
        foreach (var lane in model.Network.Stocks.Lanes(stock))
        {
            sum += model.Lanes[lane].Dispatch;
        }

        return sum;
    }

    private void FetchLaneAhead(int at)
    {
        if (at + 16 < _lanes.Count)
        {
            model.Lanes.Fetch(_lanes[at + 16]);
        }

        if (at + 8 < _lanes.Count)
        {
            ref var lane = ref model.Lanes[_lanes[at + 8]];
            model.Stocks.Fetch(lane.FromStock);
            model.Stocks.Fetch(lane.ToStock);
            model.Market.Sellers.Fetch(lane.FromStock);
            if (lane.LastFront >= 0)
            {
                model.Transit.FetchFront(lane.LastFront);
            }
        }

        if (at + 4 < _lanes.Count)
        {
            ref var lane = ref model.Lanes[_lanes[at + 4]];
            model.Sites.Fetch(model.Stocks[lane.FromStock].Site);
            model.Sites.Fetch(model.Stocks[lane.ToStock].Site);
        }
    }

    private void FetchAhead(int at)
    {
        if (at + 8 < _sites.Count)
        {
            model.Sites.Fetch(_sites[at + 8]);
        }

        if (at + 4 < _sites.Count)
        {
            model.FetchStocks(model.Sites[_sites[at + 4]]);
        }
    }

    private void LogSite(int index, ref SiteNow site, long now)
    {
        if (site.IsConsumer)
        {
            var shortfall = Math.Max(0, Rounding.Net(site.Capacity, site.Activity));
            model.Log.Shortfall(index, now, ref site.Logged, shortfall, site.Capacity, model.Reviews.CauseOfActivity(site));
        }
        else if (site.Activity != site.Logged)
        {
            model.Log.Activity(index, now, ref site.Logged, site.Activity, model.Network.Sites.CapacityPerDay[index], model.Reviews.CauseOfActivity(site));
        }
    }
}
