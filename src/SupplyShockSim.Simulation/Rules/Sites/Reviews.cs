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
/// <para>A site decides at once when the world changes for its chain of commodities (a control, a qualification, an opening), and on a grid of multiples of the
/// review period, counted from the start. Between events its stocks are straight lines, so the first point of the grid at which it
/// would decide anew is known (<see cref="NextDecision"/>), and until then it sleeps. Decisions on a common grid fall into one instant,
/// and so the markets clear once for all of them. What lands or runs dry in between moves activity at once, and decisions at
/// the next point of the grid.</para>
/// </remarks>
internal sealed class Reviews
{
    /// <summary>Correction of a stock, as a share of normal flow, that is not worth an order.</summary>
    public const double Deadband = Rounding.WorthAnOrder;

    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly RunJournal _journal;
    private readonly StockKeeper _stocks;
    private readonly Paces _paces;
    private readonly Throttles _throttles;
    private readonly SupplyLine _supply;
    private readonly PossibleActivity _possible;
    private readonly Plan _plan;

    public Reviews(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks)
    {
        (_state, _attention, _journal, _stocks) = (state, attention, journal, stocks);
        _paces = new Paces(state);
        _throttles = new Throttles(state);
        _supply = new SupplyLine(state);
        _possible = new PossibleActivity(state, attention, stocks, _paces, _throttles);
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
        var decides = _attention.IsDecisionInstantOf(index, now) && (site.Asked || !_attention.Settling.IsDispatched(now));
        site.Asked = false;
        if (decides)
        {
            site.Wanted = WantedActivity(index, ref site, now);
        }

        SetActivity(index, _possible.Of(index, ref site, now), now);
        Must.Be(site.Activity >= 0 && site.Activity <= site.Wanted, "activity that is not wanted");
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
    public void Rest(int index, long now)
    {
        ref var site = ref _state.Sites[index];
        _supply.NoteLanesUsed(site, now);
        _attention.Reviews.Rest(index, _state.IsThorough ? _state.NextReviewPoint(now) : NextDecision(index, ref site, now));
    }

    /// <summary>
    /// The first point of the review grid at which the site would decide otherwise than it did, if nothing happens until then;
    /// <see cref="long.MaxValue"/> for never.
    /// </summary>
    private long NextDecision(int index, ref SiteNow site, long now)
    {
        var days = site.Moving ? 0 : site.HasSpeeds ? _throttles.DaysToChange(index, site.Wanted, now) : double.PositiveInfinity;
        for (var k = site.FirstStock; k < site.FirstOutput && days > 0; k++)
        {
            ref var stock = ref _state.Stocks[k];
            if (stock.Since == StockNow.Never)
            {
                continue; // the site has not been reviewed yet, and this stock is not why it is looked at
            }

            var use = stock.Coefficient * site.Wanted;
            var drift = Rounding.Differ(stock.Ordered, stock.Outflow) ? stock.Ordered - stock.Outflow : 0;
            var gap = _supply.InputGap(k, ref stock, use, now);
            days = Math.Min(days, _plan.DaysToChange(stock.NeedTonnesPerDay, _supply.ToOrder(stock, use), gap, -drift, Math.Max(use, stock.Scale)));
        }

        if (site.FirstOutput < site.EndStock && days > 0)
        {
            ref var stock = ref _state.Stocks[site.FirstOutput];
            var (orders, most) = (_supply.ToMake(stock), site.CeilingTonnesPerDay * stock.Coefficient);
            var drift = Rounding.Differ(stock.Inflow, stock.Outflow) ? stock.Inflow - stock.Outflow : 0;
            days = Math.Min(days, _plan.DaysToChange(
                site.Wanted * stock.Coefficient, orders, OutputGap(stock, now), -drift, Math.Max(orders, stock.Scale), most,
                _state.Prices.LeastActivity(index, site.CeilingTonnesPerDay) * stock.Coefficient));
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

    private double WantedActivity(int index, ref SiteNow site, long now)
    {
        site.Moving = false;
        if (site.IsConsumer)
        {
            return site.CeilingTonnesPerDay;
        }

        ref var main = ref _state.Stocks[site.FirstOutput];
        var before = site.Wanted * main.Coefficient;
        var orders = _supply.ToMake(main);
        var plan = _plan.Decide(
            before, orders, main.Target - main.Level, Math.Max(orders, main.Scale), site.CeilingTonnesPerDay * main.Coefficient,
            _state.Prices.LeastActivity(index, site.CeilingTonnesPerDay) * main.Coefficient);
        var target = plan == before ? site.Wanted : plan / main.Coefficient;
        if (!site.HasSpeeds)
        {
            return target;
        }

        var planned = _paces.Plan(index, target, main.Level - main.Target, now);
        site.Moving = planned != target;
        return planned;
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
        var need = _plan.Decide(stock.NeedTonnesPerDay, _supply.ToOrder(stock, use), _supply.InputGap(index, ref stock, use, now), Math.Max(use, stock.Scale));
        if (Rounding.Differ(need, stock.NeedTonnesPerDay))
        {
            stock.NeedTonnesPerDay = need;
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

    /// <summary>Tonnes that a product's stock lacks, at a second.</summary>
    private static double OutputGap(in StockNow stock, long now) =>
        stock.Target - stock.Level - (stock.Rate * stock.DaysSince(now));

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
