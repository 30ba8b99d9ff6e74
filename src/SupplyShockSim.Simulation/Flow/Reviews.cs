using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>
/// What a site decides (model: section 4), and when it sleeps.
/// </summary>
/// <remarks>
/// <para>Wanted activity: a consumer wants its demand; any other site the orders it holds for its main product plus
/// (S* - S)/T of that product's stock, within capacity, rising no faster than its ramp. Activity: the wanted activity, but where an
/// input is empty no more than its arrivals allow. Need for input k: a_k x wanted + (P*_k - P_k)/T, not below zero, with P the
/// inventory position (stock and in transit) and P* = S* + a_k x wanted x the mean transit time of the lanes now used
/// (weighted by dispatch; by contract flow while nothing is dispatched). Counting what is in transit keeps the correction
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

    private readonly SupplyModel _model;
    private readonly Agenda _agenda;
    private readonly Ramps _ramps;
    private readonly Plan _plan;

    public Reviews(SupplyModel model)
        : this(model, new Agenda(model.Calendar, EventKind.Review, Phases.Review), new Ramps(model))
    {
    }

    private Reviews(SupplyModel model, Agenda agenda, Ramps ramps) =>
        (_model, _agenda, _ramps, _plan) = (model, agenda, ramps, new Plan(model.AdjustmentDays, Math.Max(Deadband, model.Tolerance), model.Tolerance));

    public Reviews CloneFor(SupplyModel model) => new(model, _agenda.CloneFor(model.Calendar), _ramps.CloneFor(model));

    /// <summary>Reviews the site in this instant.</summary>
    public void Wake(int index, long now, int cause)
    {
        ref var site = ref _model.Sites[index];
        site.Cause = cause;
        if (site.ReviewAt != now)
        {
            site.ReviewAt = now;
            _agenda.Add(now, index);
        }
    }

    /// <summary>Reviews the site at the next point of the review grid, unless a review is pending already.</summary>
    public void WakeNext(int index, long now)
    {
        ref var site = ref _model.Sites[index];
        if (site.ReviewAt < 0)
        {
            BookReview(index, ref site, NextPoint(now));
        }
    }

    /// <summary>The sites that are due review one after the other; those that were put off meanwhile do not.</summary>
    public void OnReview(long now)
    {
        const int Far = 12;
        const int Near = 6;
        var due = _agenda.Take(now);
        for (var i = -Far; i < due.Count; i++)
        {
            if (i + Far < due.Count)
            {
                _model.Sites.Fetch(due[i + Far]);
            }

            if (i + Near >= 0 && i + Near < due.Count)
            {
                _model.FetchStocks(_model.Sites[due[i + Near]]);
            }

            if (i >= 0 && _model.Sites[due[i]].ReviewAt == now)
            {
                Review(due[i], now);
            }
        }

        _agenda.GiveBack(due);
    }

    private void Review(int index, long now)
    {
        ref var site = ref _model.Sites[index];
        site.ReviewAt = -1;
        for (var s = site.FirstStock; s < site.EndStock; s++)
        {
            _model.StockKeeper.Advance(s, now);
        }

        // What was dispatched in this instant may land in it (a lane without transit time): then too activity follows, and the decisions stand.
        var decides = _model.IsDecisionInstant(now) && !_model.Instant.HasDispatched(now);
        if (decides)
        {
            site.Wanted = WantedActivity(index, ref site, now);
        }

        SetActivity(index, PossibleActivity(ref site), now);
        if (decides)
        {
            for (var k = site.FirstStock; k < site.FirstOutput; k++)
            {
                SetNeed(k, site.Wanted, now);
            }
        }

        for (var o = site.FirstOutput; o < site.EndStock; o++)
        {
            _model.Market.OfferSurplus(o, now);
        }

        _model.Digest.Add(EventKind.Review, index, site.Activity);
        _model.Instant.Touch(index, now);
    }

    /// <summary>The instant is over: the site's next review is when it would decide anew.</summary>
    public void Rest(int index, long now)
    {
        ref var site = ref _model.Sites[index];
        var next = _model.IsThorough ? NextPoint(now) : NextDecision(index, ref site, now);
        if (next > _model.End)
        {
            site.ReviewAt = -1;
        }
        else if (site.ReviewAt != next)
        {
            BookReview(index, ref site, next);
        }
    }

    /// <summary>Why the site runs as it does: the empty input where there is one, else what woke it.</summary>
    public int CauseOfActivity(in SiteNow site) => site.Limiter >= 0 ? _model.Stocks[site.Limiter].Cause : site.Cause;

    /// <summary>
    /// The first point of the review grid at which the site would decide otherwise than it did, if nothing happens until then;
    /// <see cref="long.MaxValue"/> for never.
    /// </summary>
    private long NextDecision(int index, ref SiteNow site, long now)
    {
        var days = site.Ramping ? 0 : double.PositiveInfinity;
        for (var k = site.FirstStock; k < site.FirstOutput && days > 0; k++)
        {
            ref var stock = ref _model.Stocks[k];
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
            ref var stock = ref _model.Stocks[site.FirstOutput];
            var drift = Rounding.Differ(stock.Inflow, stock.Outflow) ? stock.Inflow - stock.Outflow : 0;
            days = Math.Min(days, _plan.DaysToChange(site.Wanted * stock.Coefficient, stock.Demand, OutputGap(stock, now), -drift, Math.Max(stock.Demand, stock.Scale), site.Capacity * stock.Coefficient));
        }

        if (double.IsPositiveInfinity(days))
        {
            return long.MaxValue;
        }

        // Rounding may not make a crossing that falls on the grid look late.
        var seconds = days * SimDuration.SecondsPerDay * (1 - Rounding.OrderChange);
        if (seconds > _model.End - now)
        {
            return long.MaxValue;
        }

        var point = (now + (long)Math.Ceiling(seconds) + _model.ReviewSeconds - 1) / _model.ReviewSeconds;
        return Math.Max(point * _model.ReviewSeconds, NextPoint(now));
    }

    /// <summary>The first point of the review grid after a second.</summary>
    private long NextPoint(long now) => ((now / _model.ReviewSeconds) + 1) * _model.ReviewSeconds;

    private void BookReview(int index, ref SiteNow site, long second)
    {
        if (second <= _model.End)
        {
            site.ReviewAt = second;
            _agenda.Add(second, index);
        }
    }

    private double WantedActivity(int index, ref SiteNow site, long now)
    {
        site.Ramping = false;
        if (site.IsConsumer)
        {
            return site.Capacity;
        }

        ref var main = ref _model.Stocks[site.FirstOutput];
        var before = site.Wanted * main.Coefficient;
        var plan = _plan.Decide(before, main.Demand, main.Target - main.Level, Math.Max(main.Demand, main.Scale), site.Capacity * main.Coefficient);
        var target = plan == before ? site.Wanted : plan / main.Coefficient;
        if (!site.HasRamp)
        {
            return target;
        }

        var reachable = _ramps.Reachable(index, site.Wanted, now);
        site.Ramping = target > reachable;
        return Math.Min(target, reachable);
    }

    /// <summary>Activity with the inputs at hand. An empty input is dry, unless more of it lands than the activity uses: that piles up from now on.</summary>
    private double PossibleActivity(ref SiteNow site)
    {
        var possible = site.Wanted;
        site.Limiter = -1;
        var empty = false;
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            ref var stock = ref _model.Stocks[k];
            if (!_model.StockKeeper.IsEmpty(k, stock.Coefficient * site.Wanted))
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
            ref var stock = ref _model.Stocks[k];
            if (_model.StockKeeper.IsEmpty(k, stock.Coefficient * site.Wanted))
            {
                stock.Dry = Rounding.Net(stock.Inflow, stock.Coefficient * possible) <= 0;
            }
        }

        return possible;
    }

    private void SetActivity(int index, double activity, long now)
    {
        ref var site = ref _model.Sites[index];
        if (activity == site.Activity)
        {
            return;
        }

        _model.Instant.Touch(index, now);
        site.Activity = activity;
        _model.Recorder.ActivityChanged(index, now);
        for (var s = site.FirstStock; s < site.EndStock; s++)
        {
            ref var stock = ref _model.Stocks[s];
            var flow = stock.Coefficient * activity;
            if (stock.IsInput)
            {
                stock.Outflow = flow;
            }
            else
            {
                if (flow < stock.Inflow)
                {
                    stock.Cause = CauseOfActivity(site);
                }

                stock.Inflow = flow;
                _model.Market.SellerChanged(s, now);
            }

            _model.StockKeeper.Refresh(s, now);
        }
    }

    private void SetNeed(int index, double wanted, long now)
    {
        ref var stock = ref _model.Stocks[index];
        var use = stock.Coefficient * wanted;
        _model.Market.SetNeed(index, _plan.Decide(stock.Demand, use, InputGap(index, ref stock, use, now), Math.Max(use, stock.Scale)), now);
    }

    /// <summary>Tonnes that the inventory position lacks, at a second.</summary>
    private double InputGap(int index, ref StockNow stock, double use, long now)
    {
        // Filled by the lanes now used; while nothing is dispatched, by those under contract.
        if (double.IsNaN(stock.InTransit) || _model.IsThorough)
        {
            stock.InTransit = SumTransit(index);
        }

        var transitDays = stock.Ordered > 0 ? stock.InTransit / stock.Ordered : ContractTransitDays(index);
        var position = stock.Position + (stock.DaysSince(now) * Rounding.Net(stock.Ordered, stock.Outflow));
        return stock.Target + (use * transitDays) - position;
    }

    /// <summary>Tonnes that a product's stock lacks, at a second.</summary>
    private static double OutputGap(in StockNow stock, long now) =>
        stock.Target - stock.Level - (stock.Rate * stock.DaysSince(now));

    private double SumTransit(int stock)
    {
        var sum = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(stock))
        {
            sum += _model.Lanes[lane].Dispatch * _model.Lanes[lane].Transit;
        }

        return sum / SimDuration.SecondsPerDay;
    }

    private double ContractTransitDays(int stock)
    {
        double flow = 0, inTransit = 0;
        foreach (var lane in _model.Network.Stocks.Lanes(stock))
        {
            flow += _model.Lanes[lane].Flow;
            inTransit += _model.Lanes[lane].Flow * _model.Lanes[lane].Transit / SimDuration.SecondsPerDay;
        }

        return flow > 0 ? inTransit / flow : 0;
    }
}
