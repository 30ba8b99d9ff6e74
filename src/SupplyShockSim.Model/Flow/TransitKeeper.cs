using SupplyShockSim.Engine;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Flow;

/// <summary>
/// Goods under way. Each change of a lane's dispatch is a front that reaches the far end one transit time later; only the first
/// front of a lane is in the calendar.
/// </summary>
/// <remarks>
/// A changed transit time never overtakes or loses what is under way. A longer one opens a gap in the arrivals between the last old
/// and the first new goods. With a shorter one the new goods would arrive before the last old ones: they wait for them and land
/// together with them at once (a lump), and the new time holds from then on.
/// </remarks>
internal sealed class TransitKeeper
{
    private readonly SupplyModel _model;
    private FrontPool _fronts;

    /// <summary>Second until which a lane's goods bunch behind older ones, or 0.</summary>
    private long[] _bunchUntil;
    private double[] _bunchTonnes;
    private long[] _bunchSince;

    /// <summary>By stock: what changed at its lanes' ends in this instant.</summary>
    private readonly Landing[] _landing;

    public TransitKeeper(SupplyModel model)
    {
        _model = model;
        var lanes = model.Network.Lanes.Count;
        _fronts = new FrontPool(lanes);
        _bunchUntil = new long[lanes];
        _bunchTonnes = new double[lanes];
        _bunchSince = new long[lanes];
        _landing = new Landing[model.Network.Stocks.Count];
    }

    private TransitKeeper(SupplyModel model, TransitKeeper from)
    {
        _model = model;
        _fronts = from._fronts.Clone();
        _bunchUntil = [.. from._bunchUntil];
        _bunchTonnes = [.. from._bunchTonnes];
        _bunchSince = [.. from._bunchSince];
        _landing = [.. from._landing];
    }

    private struct Landing
    {
        public bool Pending;
        public bool AtOnce;
        public int Lane;
        public int Cause;
    }

    public TransitKeeper CloneFor(SupplyModel model) => new(model, this);

    /// <summary>The lane now dispatches at its new rate: sends the front. Call before the state's rate is overwritten.</summary>
    public void DispatchChanged(int lane, double rate, long now, int cause)
    {
        if (_bunchUntil[lane] > now)
        {
            Bunch(lane, now);
            return;
        }

        Send(lane, now, rate, 0, cause);
    }

    /// <summary>The transit time of what leaves from now on changes.</summary>
    public void TransitChanged(int lane, long transit, long now, int cause)
    {
        var lanes = _model.Lanes;
        if (lanes.Transit[lane] == transit)
        {
            return;
        }

        var rate = lanes.Dispatch[lane];
        var lump = 0.0;
        var oldEnd = now + lanes.Transit[lane];
        if (_bunchUntil[lane] > now)
        {
            // Still bunching behind older goods: what has bunched lands with the last of those.
            Bunch(lane, now);
            lump = _bunchTonnes[lane];
            oldEnd = _bunchUntil[lane] + lanes.Transit[lane];
        }

        _bunchUntil[lane] = 0;
        _bunchTonnes[lane] = 0;
        if (_fronts.HasAny(lane))
        {
            oldEnd = Math.Max(oldEnd, _fronts.Last(lane).Time);
        }

        lanes.Transit[lane] = transit;
        if (now + transit >= oldEnd)
        {
            AppendFront(lane, new Front { Time = oldEnd, Rate = 0, Lump = lump, Cause = cause });
            Send(lane, now, rate, 0, cause);
        }
        else
        {
            _bunchUntil[lane] = oldEnd - transit;
            _bunchTonnes[lane] = lump;
            _bunchSince[lane] = now;
            _model.Calendar.Schedule(SimTime.FromSeconds(_bunchUntil[lane]), Phases.World, new SupplyEvent(EventKind.TransitCaughtUp, lane, 0, cause));
        }
    }

    /// <summary>The last goods of the old transit time are as far as goods that leave now: bunching ends.</summary>
    public void OnCaughtUp(int lane, long now, int cause)
    {
        if (_bunchUntil[lane] != now)
        {
            return; // the transit time has changed again meanwhile
        }

        Bunch(lane, now);
        var lump = _bunchTonnes[lane];
        _bunchTonnes[lane] = 0;
        _bunchUntil[lane] = 0;
        Send(lane, now, _model.Lanes.Dispatch[lane], lump, cause);
    }

    /// <summary>The lane's first front reaches its end.</summary>
    public void OnArrival(int lane, long now)
    {
        var front = _fronts.RemoveFirst(lane);
        if (_fronts.HasAny(lane))
        {
            ScheduleFirst(lane);
        }

        AdvanceHeld(lane, now);
        var before = LandingOf(lane);
        var landsAtOnce = front.Lump * (1 - _model.Lanes.Held[lane]);
        _model.Lanes.HeldTonnes[lane] += front.Lump - landsAtOnce;
        _model.Lanes.Arriving[lane] = front.Rate;
        Land(lane, landsAtOnce, before, now, front.Cause);
    }

    /// <summary>Holds a share of what arrives at the border from now on (0: lets all pass).</summary>
    public void Hold(int lane, double share, long now, int cause)
    {
        AdvanceHeld(lane, now);
        var before = LandingOf(lane);
        _model.Lanes.Held[lane] = share;
        Land(lane, 0, before, now, cause);
    }

    /// <summary>Sets free what is held at the border: it lands at once.</summary>
    public void Release(int lane, long now, int cause)
    {
        AdvanceHeld(lane, now);
        var tonnes = _model.Lanes.HeldTonnes[lane];
        _model.Lanes.HeldTonnes[lane] = 0;
        Land(lane, tonnes, LandingOf(lane), now, cause);
    }

    /// <summary>Second at which the last goods that have left by now arrive.</summary>
    public long ArrivalOfLast(int lane, long now)
    {
        var arrival = Math.Max(now, _bunchUntil[lane]) + _model.Lanes.Transit[lane];
        return _fronts.HasAny(lane) ? Math.Max(arrival, _fronts.Last(lane).Time) : arrival;
    }

    /// <summary>Tonnes under way or held at the border, counted from the fronts.</summary>
    public double Content(int lane, long now)
    {
        AdvanceHeld(lane, now);
        var lanes = _model.Lanes;
        if (_bunchUntil[lane] > now)
        {
            Bunch(lane, now);
            var end = _bunchUntil[lane] + lanes.Transit[lane];
            return lanes.HeldTonnes[lane] + _bunchTonnes[lane] + _fronts.Content(lane, lanes.Arriving[lane], now, end);
        }

        return lanes.HeldTonnes[lane] + _fronts.Content(lane, lanes.Arriving[lane], now, ArrivalOfLast(lane, now));
    }

    private void Bunch(int lane, long now)
    {
        _bunchTonnes[lane] += _model.Lanes.Dispatch[lane] * (now - _bunchSince[lane]) / SimDuration.SecondsPerDay;
        _bunchSince[lane] = now;
    }

    private void Send(int lane, long now, double rate, double lump, int cause)
    {
        var time = now + _model.Lanes.Transit[lane];
        if (_fronts.HasAny(lane) && _fronts.Last(lane).Time == time)
        {
            ref var last = ref _fronts.Last(lane);
            last.Rate = rate;
            last.Lump += lump;
            last.Cause = cause;
            return;
        }

        AppendFront(lane, new Front { Time = time, Rate = rate, Lump = lump, Cause = cause });
    }

    private void AppendFront(int lane, in Front front)
    {
        var isFirst = !_fronts.HasAny(lane);
        _fronts.Append(lane, front);
        if (isFirst)
        {
            ScheduleFirst(lane);
        }
    }

    private void ScheduleFirst(int lane)
    {
        var time = _fronts.First(lane).Time;
        if (time <= _model.End)
        {
            _model.Calendar.Schedule(SimTime.FromSeconds(time), Phases.Arrivals, new SupplyEvent(EventKind.FrontArrives, lane));
        }
    }

    private void AdvanceHeld(int lane, long now)
    {
        var lanes = _model.Lanes;
        lanes.HeldTonnes[lane] += lanes.Arriving[lane] * lanes.Held[lane] * (now - lanes.HeldSince[lane]) / SimDuration.SecondsPerDay;
        lanes.HeldSince[lane] = now;
    }

    /// <summary>
    /// What a lane lands has changed. Its stock takes it over in an event of its own, after all fronts of the instant, so that a stock with
    /// many lanes adds them up once.
    /// </summary>
    private void Land(int lane, double tonnesAtOnce, double before, long now, int cause)
    {
        var stock = _model.Network.Lanes.ToStock[lane];
        var after = LandingOf(lane);
        _model.Recorder.ArrivalChanged(lane, now, after);
        if (tonnesAtOnce > 0)
        {
            _model.StockKeeper.Advance(stock, now);
            _model.Stocks.Level[stock] += tonnesAtOnce;
        }

        ref var landing = ref _landing[stock];
        if (!landing.Pending)
        {
            landing = new Landing { Pending = true, Lane = lane, Cause = cause };
            _model.Calendar.Schedule(SimTime.FromSeconds(now), Phases.Arrivals, new SupplyEvent(EventKind.Landed, stock));
        }

        // Of several changes the one that made things worse is the one to tell of.
        if (after < before)
        {
            (landing.Lane, landing.Cause) = (lane, cause);
        }

        landing.AtOnce |= tonnesAtOnce > 0;
    }

    /// <summary>All fronts of the instant are in: the stock's inflow is what its lanes land now.</summary>
    public void OnLanded(int stock, long now)
    {
        var landing = _landing[stock];
        _landing[stock] = default;
        var stocks = _model.Stocks;
        _model.StockKeeper.Advance(stock, now);
        var before = stocks.Inflow[stock];
        var wasDry = stocks.Dry[stock];
        stocks.Inflow[stock] = SumLanding(stock);
        stocks.Dry[stock] &= !landing.AtOnce;
        NoteCause(stock, landing.Lane, before, now, landing.Cause);
        _model.StockKeeper.Refresh(stock, now);

        // A stock with goods on hand goes on as before; only an empty one makes its site act at once.
        if (wasDry || landing.AtOnce)
        {
            _model.Reviews.Wake(_model.Network.Stocks.Site[stock], now, stocks.Cause[stock]);
        }
    }

    private double LandingOf(int lane) => _model.Lanes.Arriving[lane] * (1 - _model.Lanes.Held[lane]);

    private double SumLanding(int stock)
    {
        var sum = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(stock))
        {
            sum += LandingOf(lane);
        }

        return sum;
    }

    private void NoteCause(int stock, int lane, double before, long now, int cause)
    {
        var stocks = _model.Stocks;
        var after = stocks.Inflow[stock];
        if (_model.Log.IsNotable(after, stocks.LoggedInflow[stock], _model.BaselineUse(stock)))
        {
            var kind = after < stocks.LoggedInflow[stock] ? LogKind.ArrivalsFell : LogKind.ArrivalsRose;
            cause = _model.Log.Add(now, kind, SubjectKind.Stock, stock, cause, lane, stocks.LoggedInflow[stock], after);
            stocks.LoggedInflow[stock] = after;
            stocks.Cause[stock] = cause;
        }
        else if (after < before)
        {
            stocks.Cause[stock] = cause;
        }
    }
}
