using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Transit;

/// <summary>
/// Goods under way. Each change of a lane's dispatch is a front that reaches the far end one transit time later.
/// </summary>
/// <remarks>
/// A changed transit time never overtakes or loses what is under way. A longer one opens a gap in the arrivals between the last old
/// and the first new goods. With a shorter one the new goods would arrive before the last old ones: they wait for them and land
/// together with them at once (a lump), and the new time holds from then on. Where nothing is under way there is nothing to wait for.
/// </remarks>
internal sealed class TransitKeeper
{
    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly RunJournal _journal;
    private readonly Landings _landings;
    private readonly Bunching _bunching;
    private readonly Border _border;

    public TransitKeeper(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks)
    {
        (_state, _attention, _journal) = (state, attention, journal);
        (_bunching, _border) = (new Bunching(state), new Border(state));
        _landings = new Landings(state, attention, journal, stocks, _border);
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
        var oldEnd = lane.Dispatch > 0 ? now + lane.Transit : now;
        if (_bunching.Until(index) != 0)
        {
            // Still bunching behind older goods, if only at the very second in which that ends: what has bunched lands with the last of those.
            _bunching.Advance(index, now);
            lump = _bunching.Tonnes(index);
            oldEnd = lane.Dispatch > 0 || lump > 0 ? _bunching.Until(index) + lane.Transit : now;
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
            if (lump > 0 || LastRate(lane) > 0)
            {
                AppendFront(index, new Front { Time = oldEnd, Rate = 0, Lump = lump, Cause = cause });
            }

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
        var before = _landings.Of(index, lane);
        var landsAtOnce = _border.Pass(index, front.Lump);
        lane.Arriving = front.Rate;
        _journal.Digest.Add(EventKind.FrontsArrive, index, front.Rate);
        _landings.Change(index, landsAtOnce, before, now, front.Cause);
    }

    /// <summary>Holds a share of what arrives at the border from now on (0: lets all pass).</summary>
    public void Hold(int lane, double share, long now, int cause)
    {
        var before = _landings.Of(lane, _state.Lanes[lane]);
        _border.Hold(lane, share, now);
        _landings.Change(lane, 0, before, now, cause);
    }

    /// <summary>Sets free what is held at the border: it lands at once.</summary>
    public void Release(int lane, long now, int cause) =>
        _landings.Change(lane, _border.Release(lane, now), _landings.Of(lane, _state.Lanes[lane]), now, cause);

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

    /// <inheritdoc cref="Landings.OnLanded"/>
    public void OnLanded(long now) => _landings.OnLanded(now);

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

        if (rate > 0 || lump > 0 || LastRate(lane) > 0)
        {
            AppendFront(index, new Front { Time = time, Rate = rate, Lump = lump, Cause = cause });
        }
    }

    /// <summary>The rate behind the last front, t/d: at which goods leave, or left before they bunched.</summary>
    private double LastRate(in LaneNow lane) => lane.FirstFront >= 0 ? _state.Fronts.Last(lane).Rate : lane.Arriving;

    private void AppendFront(int index, in Front front)
    {
        ref var lane = ref _state.Lanes[index];
        _state.Must(front.Rate >= 0 && front.Lump >= 0, "goods below zero under way");
        _state.Must(lane.FirstFront < 0 || _state.Fronts.Last(lane).Time <= front.Time, "goods that overtake others");
        _state.Fronts.Append(ref lane, front);
        _attention.Landings.FrontArrives(index, front.Time);
    }

    private readonly struct Arrival(TransitKeeper transit, long now) : IVisit
    {
        public void Visit(int item) => transit.Arrive(item, now);
    }
}
