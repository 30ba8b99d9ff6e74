using System.Runtime.InteropServices;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Rules.Sites;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.Rules.Transit;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Settling;

/// <summary>
/// Closes an instant: lanes take the rates that the last clearing gave them, buyers in need start to qualify suppliers, what is
/// notable is logged, and each site that was touched goes to sleep or books its next review.
/// </summary>
internal sealed class InstantEnd(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks, TransitKeeper transit, Reviews reviews)
{
    private readonly Qualifications _qualifications = new(state, attention, journal);

    /// <summary>Told which sites the instant has touched, before lanes take their rates: policies may send something over lanes.</summary>
    public required Action<List<int>, long> AboutToSettle { get; init; }

    /// <summary>Told of each lane that takes a new rate, and the second: policies may count what it carries.</summary>
    public required Action<int, long> LaneDispatched { get; init; }

    /// <summary>Told of the commodities that have cleared in the instant, and the second.</summary>
    public required Action<List<int>, long> Cleared { get; init; }

    /// <summary>Told when all lanes have taken their new rates.</summary>
    public required Action<long> AllDispatched { get; init; }

    public void OnSettle(long now)
    {
        attention.Settling.Begin();
        AboutToSettle(attention.Settling.Sites, now);
        Dispatch(now);
        Cleared(attention.Settling.Cleared, now);
        _qualifications.Start(now);
        var sites = attention.Settling.Sites;
        Walk.Over<SitesToRest, RestOfSite>(state, CollectionsMarshal.AsSpan(sites), new RestOfSite(this, now));
        sites.Clear();
    }

    private void RestSite(int index, long now)
    {
        ref var site = ref state.Sites[index];
        Must.Be(site.Touched, "a site that was not marked");
        site.Touched = false;
        Invariants.CheckSite(state, index);
        LogSite(index, ref site, now);
        reviews.Rest(index, now);
    }

    private void Dispatch(long now)
    {
        var lanes = attention.Settling.Lanes;
        Walk.Over<LanesToSettle, Rates>(state, CollectionsMarshal.AsSpan(lanes), new Rates(this, now));
        lanes.Clear();
        AllDispatched(now);
        var touched = attention.Settling.Stocks;
        Walk.Over<StocksToSettle, Sums>(state, CollectionsMarshal.AsSpan(touched), new Sums(this, now));
        touched.Clear();
    }

    private void SetRate(int index, long now)
    {
        ref var lane = ref state.Lanes[index];
        lane.Listed = false;
        lane.SpotDispatch = lane.Spot;
        var rate = lane.Contract + lane.Spot + lane.Sent;
        if (rate != lane.Dispatch)
        {
            DispatchLane(index, ref lane, rate, now);
        }
    }

    /// <summary>What a stock's lanes carry has changed.</summary>
    private void TakeOver(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        stock.Listed = false;
        if (stock.IsInput)
        {
            if (!LaneSums.TryAdd(ref stock.Ordered, stock.DispatchChange, ref stock.DispatchAdditions, state.IsThorough))
            {
                (stock.Ordered, stock.InTransit) = (SumDispatch(index), double.NaN);
            }
        }
        else
        {
            if (!LaneSums.TryAdd(ref stock.Outflow, stock.DispatchChange, ref stock.DispatchAdditions, state.IsThorough))
            {
                stock.Outflow = SumDispatch(index);
            }

            stocks.Refresh(index, now);
        }

        stock.DispatchChange = 0;
    }

    private void DispatchLane(int index, ref LaneNow lane, double rate, long now)
    {
        attention.Settling.HasDispatched(now);
        journal.Moved.AddLane(index, ref lane);
        var before = lane.Dispatch;
        state.Renewals?.Count(index, before, now);
        Must.Be(rate >= 0, "a dispatch below zero");
        var change = rate - before;
        ref var from = ref ListStock(lane.FromStock, change, now);
        ref var to = ref ListStock(lane.ToStock, change, now);
        to.InTransit += change * lane.Transit / SimDuration.SecondsPerDay;
        var cause = CauseOfDispatch(lane, rate < before);
        transit.DispatchChanged(index, rate, now, cause);
        lane.Dispatch = rate;
        Invariants.CheckLane(state, index);
        if (rate > before)
        {
            from.Cause = cause;
        }

        journal.Digest.Add(EventKind.Settle, index, rate);
        journal.Recorder.DispatchChanged(index, now, rate);
        LaneDispatched(index, now);
        attention.Settling.Touch(from.Site, now);
        attention.Settling.Touch(to.Site, now);
        journal.Log.Reroute(index, ref lane, now, cause);
    }

    private ref StockNow ListStock(int index, double change, long now)
    {
        stocks.Advance(index, now);
        ref var stock = ref state.Stocks[index];
        stock.DispatchChange += change;
        attention.Settling.TouchStock(index, ref stock);
        return ref stock;
    }

    /// <summary>The log entry behind a lane's new dispatch.</summary>
    private int CauseOfDispatch(in LaneNow lane, bool fell)
    {
        var buyer = state.CauseOfBuyer(lane.ToStock);
        if (!fell)
        {
            return Math.Max(buyer, Math.Max(lane.LimitCause, state.Sites[state.Stocks[lane.FromStock].Site].Cause));
        }

        if (lane.Contract + lane.Spot >= lane.Limit * (1 - Rounding.OrderChange))
        {
            return lane.LimitCause;
        }

        return state.Sellers[lane.FromStock].Rationed ? state.RationCause[lane.FromStock] : buyer;
    }

    private double SumDispatch(int stock)
    {
        var sum = 0.0;
        foreach (var lane in state.Network.Stocks.Lanes(stock))
        {
            sum += state.Lanes[lane].Dispatch;
        }

        return sum;
    }

    private void LogSite(int index, ref SiteNow site, long now)
    {
        if (site.IsConsumer)
        {
            var shortfall = Math.Max(0, Rounding.Net(site.CeilingTonnesPerDay, site.Activity));
            journal.Log.Shortfall(index, now, ref site.Logged, shortfall, site.CeilingTonnesPerDay, state.CauseOfActivity(site));
        }
        else if (site.Activity != site.Logged)
        {
            journal.Log.Activity(index, now, ref site.Logged, site.Activity, state.Network.Sites.CapacityPerDay[index], state.CauseOfActivity(site));
        }
    }

    private readonly struct RestOfSite(InstantEnd end, long now) : IVisit
    {
        public void Visit(int item) => end.RestSite(item, now);
    }

    private readonly struct Rates(InstantEnd end, long now) : IVisit
    {
        public void Visit(int item) => end.SetRate(item, now);
    }

    private readonly struct Sums(InstantEnd end, long now) : IVisit
    {
        public void Visit(int item) => end.TakeOver(item, now);
    }
}
