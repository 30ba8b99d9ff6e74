using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Transit;

/// <summary>
/// Goods under way. Each change of a lane's dispatch is a front that reaches the far end one transit time later.
/// </summary>
/// <remarks>
/// A changed transit time never overtakes or loses what is under way. A longer one opens a gap in the arrivals between the last old
/// and the first new goods. With a shorter one the new goods would arrive before the last old ones: they wait for them and land
/// together with them at once (a lump), and the new time holds from then on.
/// </remarks>
internal sealed class TransitKeeper
{
    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly RunJournal _journal;
    private readonly StockKeeper _stocks;
    private readonly Bunching _bunching;
    private readonly Border _border;

    public TransitKeeper(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks)
    {
        (_state, _attention, _journal, _stocks) = (state, attention, journal, stocks);
        (_bunching, _border) = (new Bunching(state), new Border(state));
    }

    /// <summary>The lane now dispatches at its new rate: sends the front. Call before the state's rate is overwritten.</summary>
    public void DispatchChanged(int lane, double rate, long now, int cause)
    {
        if (_bunching.Until(lane) > now)
        {
            _bunching.Advance(lane, now);
            return;
        }

        Send(lane, now, rate, 0, cause);
    }

    /// <summary>The transit time of what leaves from now on changes.</summary>
    public void TransitChanged(int index, long transit, long now, int cause)
    {
        ref var lane = ref _state.Lanes[index];
        if (lane.Transit == transit)
        {
            return;
        }

        var lump = 0.0;
        var oldEnd = now + lane.Transit;
        if (_bunching.Until(index) != 0)
        {
            // Still bunching behind older goods, if only at the very second in which that ends: what has bunched lands with the last of those.
            _bunching.Advance(index, now);
            lump = _bunching.Tonnes(index);
            oldEnd = _bunching.Until(index) + lane.Transit;
        }

        _journal.Moved.AddLane(index, ref lane);
        _bunching.End(index);
        if (lane.FirstFront >= 0)
        {
            oldEnd = Math.Max(oldEnd, _state.Fronts.Last(lane).Time);
        }

        lane.Transit = checked((int)transit);
        _state.Stocks[lane.ToStock].InTransit = double.NaN;
        if (now + transit >= oldEnd)
        {
            AppendFront(index, new Front { Time = oldEnd, Rate = 0, Lump = lump, Cause = cause });
            Send(index, now, lane.Dispatch, 0, cause);
        }
        else
        {
            _bunching.Begin(index, now, oldEnd - transit, lump);
            _attention.Expected.CaughtUp(index, oldEnd - transit, cause);
        }
    }

    /// <summary>The last goods of the old transit time are as far as goods that leave now: bunching ends.</summary>
    public void OnCaughtUp(int lane, long now, int cause)
    {
        if (_bunching.Until(lane) != now)
        {
            return; // the transit time has changed again meanwhile
        }

        _bunching.Advance(lane, now);
        var lump = _bunching.Tonnes(lane);
        _bunching.End(lane);
        Send(lane, now, _state.Lanes[lane].Dispatch, lump, cause);
    }

    /// <summary>Fronts reach the ends of their lanes.</summary>
    public void OnArrivals(long now)
    {
        var due = _attention.Landings.TakeArrivals(now);
        Walk.Over<LanesThatLand, Arrival>(_state, CollectionsMarshal.AsSpan(due), new Arrival(this, now));
        _attention.Landings.GiveBack(due);
    }

    private void Arrive(int index, long now)
    {
        ref var lane = ref _state.Lanes[index];
        var front = _state.Fronts.RemoveFirst(ref lane);
        _state.Must(front.Time == now, "a front that arrives at another second");
        _border.Advance(index, now);
        var before = LandingOf(index, lane);
        var landsAtOnce = _border.Pass(index, front.Lump);
        lane.Arriving = front.Rate;
        _journal.Digest.Add(EventKind.FrontsArrive, index, front.Rate);
        Land(index, landsAtOnce, before, now, front.Cause);
    }

    /// <summary>Holds a share of what arrives at the border from now on (0: lets all pass).</summary>
    public void Hold(int lane, double share, long now, int cause)
    {
        var before = LandingOf(lane, _state.Lanes[lane]);
        _border.Hold(lane, share, now);
        Land(lane, 0, before, now, cause);
    }

    /// <summary>Sets free what is held at the border: it lands at once.</summary>
    public void Release(int lane, long now, int cause) => Land(lane, _border.Release(lane, now), LandingOf(lane, _state.Lanes[lane]), now, cause);

    /// <summary>Second at which the last goods that have left by now arrive.</summary>
    public long ArrivalOfLast(int index, long now)
    {
        ref var lane = ref _state.Lanes[index];
        var arrival = Math.Max(now, _bunching.Until(index)) + lane.Transit;
        return lane.FirstFront >= 0 ? Math.Max(arrival, _state.Fronts.Last(lane).Time) : arrival;
    }

    /// <summary>Tonnes under way or held at the border, counted from the fronts.</summary>
    public double Content(int index, long now)
    {
        _border.Advance(index, now);
        ref var lane = ref _state.Lanes[index];
        if (_bunching.Until(index) > now)
        {
            _bunching.Advance(index, now);
            var end = _bunching.Until(index) + lane.Transit;
            return _border.Tonnes(index) + _bunching.Tonnes(index) + _state.Fronts.Content(lane, now, end);
        }

        return _border.Tonnes(index) + _state.Fronts.Content(lane, now, ArrivalOfLast(index, now));
    }

    /// <summary>All fronts of the instant are in: stocks take over what their lanes land now.</summary>
    public void OnLanded(long now)
    {
        var landed = _attention.Landings.Stocks;
        Walk.Over<StocksThatLand, Landed>(_state, CollectionsMarshal.AsSpan(landed), new Landed(this, now));
        landed.Clear();
    }

    private void TakeOver(int index, long now)
    {
        ref var stock = ref _state.Stocks[index];
        var atOnce = stock.Landing == Landing.AtOnce;
        _state.Must(stock.Landing != Landing.None && stock.IsInput, "a landing that nobody announced");
        stock.Landing = Landing.None;
        _stocks.Advance(index, now);
        var before = stock.Inflow;
        var wasDry = stock.Dry;
        if (!LaneSums.TryAdd(ref stock.Inflow, _state.StockNotes[index].LandingChange, ref _state.StockNotes[index].LandingAdditions, _state.IsThorough))
        {
            stock.Inflow = SumLanding(index);
        }

        _state.StockNotes[index].LandingChange = 0;
        stock.Dry &= !atOnce;
        NoteCause(index, ref stock, before, now);
        _stocks.Refresh(index, now);

        ref var buyer = ref _state.Buyers[index];
        var replaces = buyer.Kept > 0 && buyer.KeptAt != now;
        if (replaces)
        {
            // It may have kept a near supplier until these goods landed.
            _attention.Clearings.BuyerChanged(index, now);
        }

        // A stock with goods on hand goes on as before; only an empty one makes its site act at once. A throttle looks at what comes in.
        if (wasDry || atOnce || replaces)
        {
            _attention.Reviews.Wake(stock.Site, now, stock.Cause);
        }
        else if (_state.Sites[stock.Site].HasSpeeds)
        {
            _attention.Settling.Touch(stock.Site, now);
        }
    }

    private void Send(int index, long now, double rate, double lump, int cause)
    {
        ref var lane = ref _state.Lanes[index];
        var time = now + lane.Transit;
        if (lane.FirstFront >= 0 && _state.Fronts.Last(lane).Time == time)
        {
            ref var last = ref _state.Fronts.Last(lane);
            last.Rate = rate;
            last.Lump += lump;
            last.Cause = cause;
            return;
        }

        AppendFront(index, new Front { Time = time, Rate = rate, Lump = lump, Cause = cause });
    }

    private void AppendFront(int index, in Front front)
    {
        ref var lane = ref _state.Lanes[index];
        _state.Must(front.Rate >= 0 && front.Lump >= 0, "goods below zero under way");
        _state.Must(lane.FirstFront < 0 || _state.Fronts.Last(lane).Time <= front.Time, "goods that overtake others");
        _state.Fronts.Append(ref lane, front);
        _attention.Landings.FrontArrives(index, front.Time);
    }

    /// <summary>
    /// What a lane lands has changed. Its stock takes it over in an event of its own, after all fronts of the instant, so that a stock with
    /// many lanes adds them up once.
    /// </summary>
    private void Land(int index, double tonnesAtOnce, double before, long now, int cause)
    {
        ref var lane = ref _state.Lanes[index];
        var after = LandingOf(index, lane);
        _journal.Moved.AddLane(index, ref lane);
        _journal.Recorder.ArrivalChanged(index, now, after);
        ref var stock = ref _state.Stocks[lane.ToStock];
        if (tonnesAtOnce > 0)
        {
            _stocks.Advance(lane.ToStock, now);
            stock.Level += tonnesAtOnce;
        }

        ref var notes = ref _state.StockNotes[lane.ToStock];
        notes.LandingChange += after - before;
        var isFirst = _attention.Landings.StockLands(lane.ToStock, now);
        if (tonnesAtOnce > 0)
        {
            stock.Landing = Landing.AtOnce;
        }

        // Of several changes the one that made things worse is the one to tell of.
        if (isFirst || after < before)
        {
            (notes.LandingLane, notes.LandingCause) = (index, cause);
        }
    }

    private double LandingOf(int index, in LaneNow lane) => lane.Arriving * (1 - _border.Share(index));

    private double SumLanding(int stock)
    {
        var sum = 0.0;
        foreach (var lane in _state.Network.Stocks.Lanes(stock))
        {
            sum += LandingOf(lane, _state.Lanes[lane]);
        }

        return sum;
    }

    private void NoteCause(int index, ref StockNow stock, double before, long now)
    {
        var after = stock.Inflow;
        ref var notes = ref _state.StockNotes[index];
        if (_journal.Log.IsNotable(after, notes.LoggedInflow, notes.Normal))
        {
            var kind = after < notes.LoggedInflow ? LogKind.ArrivalsFell : LogKind.ArrivalsRose;
            stock.Cause = _journal.Log.Add(now, kind, SubjectKind.Stock, index, notes.LandingCause, notes.LandingLane, notes.LoggedInflow, after);
            notes.LoggedInflow = after;
        }
        else if (after < before)
        {
            stock.Cause = notes.LandingCause;
        }
    }

    private readonly struct Arrival(TransitKeeper transit, long now) : IVisit
    {
        public void Visit(int item) => transit.Arrive(item, now);
    }

    private readonly struct Landed(TransitKeeper transit, long now) : IVisit
    {
        public void Visit(int item) => transit.TakeOver(item, now);
    }
}
