using System.Runtime.InteropServices;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// What a site decides (model: section 4), and when it sleeps.
/// </summary>
/// <remarks>
/// <para>Wanted activity: a consumer wants its demand; any other site the orders it holds for its main product plus
/// (S* - S)/T of that product's stock, within capacity, moving no faster than its <see cref="Paces"/>. Activity: the wanted activity, less where an
/// input runs below what its throttle asks for (S. Hallegatte, "Modeling the role of inventories", Risk Analysis 34, 2014), and where one is empty no
/// more than its arrivals allow. Need for input k: a_k x wanted + (P*_k - P_k)/T, not below zero, with P the
/// inventory position (stock and in transit) and P* = S* + a_k x wanted x the mean transit time of the lanes now used
/// (weighted by dispatch; the last ones while nothing is dispatched). Counting what is in transit keeps the correction
/// from over-ordering: Sterman, Business Dynamics (2000), section 17.3, the stock management structure's supply line.</para>
/// <para>A correction below <see cref="Deadband"/> of the site's normal flow (or below the plan tolerance, where that is more) is taken as
/// zero, so that a network comes to rest; a larger one changes the plan when it differs from the last by more than the tolerance.</para>
/// <para>A site decides at once when the world changes (a control, a qualification, an opening), and on a grid of multiples of the
/// review period, counted from the start. Between events its stocks are straight lines, so the first point of the grid at which it
/// would decide anew is known (<see cref="NextDecision"/>), and until then it sleeps. Decisions on a common grid fall into one instant,
/// and so the markets clear once for all of them. What lands or runs dry in between moves activity at once, and decisions at
/// the next point of the grid.</para>
/// </remarks>
internal sealed class Reviews
{
    /// <summary>Correction of a stock, as a share of normal flow, that is not worth an order.</summary>
    public const double Deadband = 1e-4;

    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly RunJournal _journal;
    private readonly StockKeeper _stocks;
    private readonly Paces _paces;
    private readonly Plan _plan;

    public Reviews(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks)
    {
        (_state, _attention, _journal, _stocks) = (state, attention, journal, stocks);
        _paces = new Paces(state);
        _plan = new Plan(state.Terms.AdjustmentDays, Math.Max(Deadband, state.Tolerance), state.Tolerance);
    }

    /// <summary>The sites that are due review one after the other; those that were put off meanwhile do not.</summary>
    public void OnReview(long now)
    {
        var due = _attention.Reviews.Take(now);
        Walk.Over<SitesToReview, DueReview>(_state, CollectionsMarshal.AsSpan(due), new DueReview(this, now));
        _attention.Reviews.GiveBack(due);
    }

    private void Review(int index, long now)
    {
        ref var site = ref _state.Sites[index];
        site.ReviewAt = -1;
        for (var s = site.FirstStock; s < site.EndStock; s++)
        {
            _stocks.Advance(s, now);
        }

        // What was dispatched in this instant may land in it (a lane without transit time): then too activity follows, and the decisions
        // stand, but for those whose orders changed: who has idle capacity answers in the same instant.
        var decides = _attention.IsDecisionInstant(now) && (site.Asked || !_attention.Settling.IsDispatched(now));
        site.Asked = false;
        if (decides)
        {
            site.Wanted = WantedActivity(index, ref site, now);
        }

        SetActivity(index, PossibleActivity(index, ref site, now), now);
        if (decides)
        {
            for (var k = site.FirstStock; k < site.FirstOutput; k++)
            {
                SetNeed(k, site.Wanted, now);
            }
        }

        for (var o = site.FirstOutput; o < site.EndStock; o++)
        {
            OfferSurplus(o, now);
        }

        _journal.Digest.Add(EventKind.Review, index, site.Activity);
        _attention.Settling.Touch(index, now);
    }

    /// <summary>The instant is over: the site's next review is when it would decide anew.</summary>
    public void Rest(int index, long now) =>
        _attention.Reviews.Rest(index, _state.IsThorough ? _state.NextReviewPoint(now) : NextDecision(index, ref _state.Sites[index], now));

    /// <summary>
    /// The first point of the review grid at which the site would decide otherwise than it did, if nothing happens until then;
    /// <see cref="long.MaxValue"/> for never.
    /// </summary>
    private long NextDecision(int index, ref SiteNow site, long now)
    {
        var days = site.Moving ? 0 : site.HasSpeeds ? DaysToThrottle(index, ref site, now) : double.PositiveInfinity;
        for (var k = site.FirstStock; k < site.FirstOutput && days > 0; k++)
        {
            ref var stock = ref _state.Stocks[k];
            if (stock.Since == StockNow.Never)
            {
                continue; // the site has not been reviewed yet, and this stock is not why it is looked at
            }

            var use = stock.Coefficient * site.Wanted;
            var drift = Rounding.Differ(stock.Ordered, stock.Outflow) ? stock.Ordered - stock.Outflow : 0;
            days = Math.Min(days, _plan.DaysToChange(stock.Demand, use, InputGap(k, ref stock, use, now), -drift, Math.Max(use, stock.Scale)));
        }

        if (site.FirstOutput < site.EndStock && days > 0)
        {
            ref var stock = ref _state.Stocks[site.FirstOutput];
            var drift = Rounding.Differ(stock.Inflow, stock.Outflow) ? stock.Inflow - stock.Outflow : 0;
            days = Math.Min(days, _plan.DaysToChange(site.Wanted * stock.Coefficient, stock.Demand, OutputGap(stock, now), -drift, Math.Max(stock.Demand, stock.Scale), site.Capacity * stock.Coefficient));
        }

        if (double.IsPositiveInfinity(days))
        {
            return long.MaxValue;
        }

        // Rounding may not make a crossing that falls on the grid look late.
        var seconds = days * SimDuration.SecondsPerDay * (1 - Rounding.OrderChange);
        if (seconds > _state.End - now)
        {
            return long.MaxValue;
        }

        var point = (now + (long)Math.Ceiling(seconds) + _state.ReviewSeconds - 1) / _state.ReviewSeconds;
        return Math.Max(point * _state.ReviewSeconds, _state.NextReviewPoint(now));
    }

    /// <summary>Days until an input runs so low, or recovers so far, that the site with a throttle moves.</summary>
    private double DaysToThrottle(int index, ref SiteNow site, long now)
    {
        var days = double.PositiveInfinity;
        if (_state.Network.Sites.Speeds[index].Throttle == 0)
        {
            return days;
        }

        var share = _paces.Throttle(index);
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            ref var stock = ref _state.Stocks[k];
            var plenty = Plenty(index, k);
            if (plenty > 0 && stock.Rate != 0 && (stock.Rate < 0 || share < 1))
            {
                var tonnes = stock.Level + (stock.Rate * stock.DaysSince(now));
                var at = plenty * (stock.Rate < 0 ? share - Deadband : Math.Min(1, share + Deadband));
                days = Math.Min(days, Math.Max(0, (at - tonnes) / stock.Rate));
            }
        }

        return days;
    }

    private double WantedActivity(int index, ref SiteNow site, long now)
    {
        site.Moving = false;
        if (site.IsConsumer)
        {
            return site.Capacity;
        }

        ref var main = ref _state.Stocks[site.FirstOutput];
        var before = site.Wanted * main.Coefficient;
        var plan = _plan.Decide(before, main.Demand, main.Target - main.Level, Math.Max(main.Demand, main.Scale), site.Capacity * main.Coefficient);
        var target = plan == before ? site.Wanted : plan / main.Coefficient;
        if (!site.HasSpeeds)
        {
            return target;
        }

        var planned = _paces.Plan(index, target, main.Level - main.Target, now);
        site.Moving = planned != target;
        return planned;
    }

    /// <summary>Activity with the inputs at hand. An empty input is dry, unless more of it lands than the activity uses: that piles up from now on.</summary>
    private double PossibleActivity(int index, ref SiteNow site, long now)
    {
        site.Limiter = -1;
        var possible = site.HasSpeeds ? Throttled(index, ref site, now) : site.Wanted;
        var empty = false;
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            ref var stock = ref _state.Stocks[k];
            if (!_stocks.IsEmpty(k, stock.Coefficient * site.Wanted))
            {
                continue;
            }

            empty = true;
            var allowed = stock.Inflow / stock.Coefficient;
            if (allowed < possible * (1 - Rounding.Relative))
            {
                possible = allowed;
                site.Limiter = k;
            }
        }

        for (var k = site.FirstStock; k < site.FirstOutput && empty; k++)
        {
            ref var stock = ref _state.Stocks[k];
            if (_stocks.IsEmpty(k, stock.Coefficient * site.Wanted))
            {
                stock.Dry = Rounding.Net(stock.Inflow, stock.Coefficient * possible) <= 0;
            }
        }

        return possible;
    }

    /// <summary>Wanted activity, no more than speeds let it be, and less where an input runs low.</summary>
    private double Throttled(int index, ref SiteNow site, long now)
    {
        var ceiling = _paces.Ceiling(index, now);
        site.Moving |= ceiling < site.Wanted;
        var possible = Math.Min(site.Wanted, ceiling);
        if (_state.Network.Sites.Speeds[index].Throttle == 0)
        {
            return possible;
        }

        var (share, scarcest) = (double.PositiveInfinity, -1);
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            if (Plenty(index, k) is var plenty and > 0 && _state.Stocks[k].Level / plenty < share)
            {
                (share, scarcest) = (_state.Stocks[k].Level / plenty, k);
            }
        }

        var allowed = site.Wanted * _paces.Throttle(index, share);
        if (allowed < possible)
        {
            site.Limiter = scarcest;
            return allowed;
        }

        return possible;
    }

    /// <summary>Tonnes of an input below which its site slows; 0 where it never does: no throttle, or one that a single review period would jump over.</summary>
    private double Plenty(int index, int stock)
    {
        var throttle = _state.Network.Sites.Speeds[index].Throttle;
        return throttle * _state.Network.Stocks.CoverDays[stock] >= _state.ReviewDays ? throttle * _state.Stocks[stock].Target : 0;
    }

    private void SetActivity(int index, double activity, long now)
    {
        ref var site = ref _state.Sites[index];
        if (activity == site.Activity)
        {
            return;
        }

        _paces.ActivityChanges(index, site.Activity, now);
        _attention.Settling.Touch(index, now);
        site.Activity = activity;
        _journal.Recorder.ActivityChanged(index, now);
        for (var s = site.FirstStock; s < site.EndStock; s++)
        {
            ref var stock = ref _state.Stocks[s];
            var flow = stock.Coefficient * activity;
            if (stock.IsInput)
            {
                stock.Outflow = flow;
            }
            else
            {
                if (flow < stock.Inflow)
                {
                    stock.Cause = _state.CauseOfActivity(site);
                }

                stock.Inflow = flow;
                _attention.Clearings.SellerChanged(s, now);
            }

            _stocks.Refresh(s, now);
        }
    }

    private void SetNeed(int index, double wanted, long now)
    {
        ref var stock = ref _state.Stocks[index];
        var use = stock.Coefficient * wanted;
        var need = _plan.Decide(stock.Demand, use, InputGap(index, ref stock, use, now), Math.Max(use, stock.Scale));
        if (Rounding.Differ(need, stock.Demand))
        {
            stock.Demand = need;
            _attention.Clearings.BuyerChanged(index, now);
        }
    }

    /// <summary>A seller holds more than its target while somebody is short: it offers the surplus anew.</summary>
    private void OfferSurplus(int index, long now)
    {
        ref var stock = ref _state.Stocks[index];
        if (stock.Level > stock.Target * (1 + 1e-6) && _state.ShortBuyers[stock.Commodity].Count > 0)
        {
            _attention.Clearings.SellerChanged(index, now);
        }
    }

    /// <summary>Tonnes that the inventory position lacks, at a second.</summary>
    private double InputGap(int index, ref StockNow stock, double use, long now)
    {
        var transitDays = TransitDays(index, ref stock);
        var position = stock.Position + (stock.DaysSince(now) * Rounding.Net(stock.Ordered, stock.Outflow));
        return stock.Target + (use * transitDays) - position;
    }

    /// <summary>Tonnes that a product's stock lacks, at a second.</summary>
    private static double OutputGap(in StockNow stock, long now) =>
        stock.Target - stock.Level - (stock.Rate * stock.DaysSince(now));

    private double SumTransit(int stock)
    {
        var sum = 0.0;
        foreach (var lane in _state.Network.Stocks.Lanes(stock))
        {
            sum += _state.Lanes[lane].Dispatch * _state.Lanes[lane].Transit;
        }

        return sum / SimDuration.SecondsPerDay;
    }

    /// <summary>
    /// Mean transit time of the lanes now used; while nothing is dispatched, of those last used. What is bought only until goods under contract land
    /// does not count: it is no part of the supply line that is to be filled.
    /// </summary>
    private double TransitDays(int index, ref StockNow stock)
    {
        if (double.IsNaN(stock.InTransit) || _state.IsThorough)
        {
            stock.InTransit = SumTransit(index);
        }

        var (tonnes, perDay) = (stock.InTransit, stock.Ordered);
        if (_state.Buyers[index].Kept > 0)
        {
            var (comes, bought, underWay) = (0.0, 0.0, 0.0);
            foreach (var l in _state.Network.Stocks.Lanes(index))
            {
                ref var lane = ref _state.Lanes[l];
                comes += lane.Transit == 0 ? 0 : Math.Max(0, lane.Contract - lane.Arriving);
                bought += lane.SpotDispatch;
                underWay += lane.SpotDispatch * lane.Transit / SimDuration.SecondsPerDay;
            }

            var share = bought > 0 ? Math.Min(1, Math.Min(comes, _state.Buyers[index].Kept) / bought) : 0;
            (tonnes, perDay) = (tonnes - (share * underWay), Rounding.Net(perDay, share * bought));
        }

        ref var last = ref _state.StockNotes[index].TransitDays;
        if (perDay > 0)
        {
            last = (float)(Math.Max(0, tonnes) / perDay);
        }

        return last;
    }
    private readonly struct DueReview(Reviews reviews, long now) : IVisit
    {
        public void Visit(int item)
        {
            if (reviews._state.Sites[item].ReviewAt == now)
            {
                reviews.Review(item, now);
            }
        }
    }
}
