using SupplyShockSim.Engine;

namespace SupplyShockSim.Model.Flow;

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
/// the next point of the grid. A ramp may use the time since the last decision, at most one review period.</para>
/// </remarks>
internal sealed class Reviews(SupplyModel model)
{
    /// <summary>Correction of a stock, as a share of normal flow, that is not worth an order.</summary>
    public const double Deadband = 1e-4;

    private readonly SupplyModel _model = model;

    private readonly Plan _plan = new(model.AdjustmentDays, Math.Max(Deadband, model.Tolerance), model.Tolerance);

    /// <summary>A review is pending.</summary>
    public bool IsAwake(int site) => _model.Calendar.IsPending(_model.Sites.Review[site]);

    /// <summary>Reviews the site in this instant.</summary>
    public void Wake(int site, long now, int cause)
    {
        _model.Sites.Cause[site] = cause;
        ScheduleAt(site, now);
    }

    /// <summary>Reviews the site at the next point of the review grid, unless it is awake already.</summary>
    public void WakeNext(int site, long now)
    {
        if (!IsAwake(site))
        {
            ScheduleAt(site, ((now / _model.ReviewSeconds) + 1) * _model.ReviewSeconds);
        }
    }

    public void OnReview(int site, long now)
    {
        var sites = _model.Sites;
        sites.Review[site] = default;
        AdvanceStocks(site, now);

        // What was dispatched in this instant may land in it (a lane without transit time): then too activity follows, and the decisions stand.
        var decides = _model.IsDecisionInstant(now) && !_model.Instant.HasDispatched(now);
        if (decides)
        {
            StartRamp(site, now);
            sites.Wanted[site] = WantedActivity(site);
        }

        SetActivity(site, PossibleActivity(site, sites.Wanted[site]), now);
        if (decides)
        {
            for (var k = _model.Network.Sites.FirstStock[site]; k < _model.Network.Sites.FirstOutput[site]; k++)
            {
                SetNeed(k, site, now);
            }
        }

        for (var o = _model.Network.Sites.FirstOutput[site]; o < _model.Network.Sites.FirstStock[site + 1]; o++)
        {
            _model.Market.OfferSurplus(o, now);
        }

        _model.Instant.Touch(site, now);
    }

    /// <summary>The instant is over: the site's next review is when it would decide anew.</summary>
    public void Rest(int site, long now)
    {
        var next = NextDecision(site, now);
        if (next > _model.End)
        {
            _model.Calendar.Cancel(_model.Sites.Review[site]);
            return;
        }

        var time = SimTime.FromSeconds(next);
        if (!_model.Calendar.Reschedule(_model.Sites.Review[site], time, Phases.Review))
        {
            _model.Sites.Review[site] = _model.Calendar.Schedule(time, Phases.Review, new SupplyEvent(EventKind.Review, site));
        }
    }

    /// <summary>
    /// The first point of the review grid at which the site would decide otherwise than it did, if nothing happens until then;
    /// <see cref="long.MaxValue"/> for never.
    /// </summary>
    private long NextDecision(int site, long now)
    {
        var tables = _model.Network.Sites;
        var stocks = _model.Stocks;
        var days = _model.Sites.Ramping[site] ? 0 : double.PositiveInfinity;
        for (var k = tables.FirstStock[site]; k < tables.FirstOutput[site] && days > 0; k++)
        {
            var use = _model.Network.Stocks.Coefficient[k] * _model.Sites.Wanted[site];
            var drift = Rounding.Differ(stocks.Ordered[k], stocks.Outflow[k]) ? stocks.Ordered[k] - stocks.Outflow[k] : 0;
            days = Math.Min(days, _plan.DaysToChange(_model.Market.NeedOf(k), use, InputGap(k, use, now), -drift, InputNormal(k, use)));
        }

        var main = tables.FirstOutput[site];
        if (main < tables.FirstStock[site + 1] && days > 0)
        {
            var amount = _model.Network.Stocks.Coefficient[main];
            var held = _model.Market.OrdersHeld(main);
            var drift = Rounding.Differ(stocks.Inflow[main], stocks.Outflow[main]) ? stocks.Inflow[main] - stocks.Outflow[main] : 0;
            var most = _model.Sites.Capacity[site] * amount;
            days = Math.Min(days, _plan.DaysToChange(_model.Sites.Wanted[site] * amount, held, OutputGap(main, now), -drift, OutputNormal(main, site, held), most));
        }

        if (double.IsPositiveInfinity(days))
        {
            return long.MaxValue;
        }

        // Rounding may not make a crossing that falls on the grid look late.
        var seconds = days * SimDuration.SecondsPerDay * (1 - Rounding.OrderChange);
        var next = ((now / _model.ReviewSeconds) + 1) * _model.ReviewSeconds;
        return seconds > _model.End - now
            ? long.MaxValue
            : Math.Max(next, ((now + (long)Math.Ceiling(seconds) + _model.ReviewSeconds - 1) / _model.ReviewSeconds) * _model.ReviewSeconds);
    }

    private void ScheduleAt(int site, long second)
    {
        var sites = _model.Sites;
        var time = SimTime.FromSeconds(second);
        if (_model.Calendar.TryGetTime(sites.Review[site], out var pending))
        {
            if (pending > time)
            {
                _model.Calendar.Reschedule(sites.Review[site], time, Phases.Review);
            }
        }
        else if (second <= _model.End)
        {
            sites.Review[site] = _model.Calendar.Schedule(time, Phases.Review, new SupplyEvent(EventKind.Review, site));
        }
    }

    private void StartRamp(int site, long now)
    {
        var sites = _model.Sites;
        if (sites.ReviewedAt[site] < now)
        {
            sites.RampFrom[site] = sites.Wanted[site];
            sites.RampDays[site] = Math.Min(now - sites.ReviewedAt[site], _model.ReviewSeconds) / (double)SimDuration.SecondsPerDay;
            sites.ReviewedAt[site] = now;
        }
    }

    private void AdvanceStocks(int site, long now)
    {
        for (var s = _model.Network.Sites.FirstStock[site]; s < _model.Network.Sites.FirstStock[site + 1]; s++)
        {
            _model.StockKeeper.Advance(s, now);
        }
    }

    private double WantedActivity(int site)
    {
        var tables = _model.Network.Sites;
        var sites = _model.Sites;
        sites.Ramping[site] = false;
        if (tables.IsConsumer[site])
        {
            return sites.Capacity[site];
        }

        var main = tables.FirstOutput[site];
        var amount = _model.Network.Stocks.Coefficient[main];
        var held = _model.Market.OrdersHeld(main);
        var target = _plan.Decide(sites.Wanted[site] * amount, held, OutputGap(main, _model.Stocks.Since[main]), OutputNormal(main, site, held), sites.Capacity[site] * amount) / amount;
        var ramp = tables.RampPerDay[site];
        if (double.IsPositiveInfinity(ramp))
        {
            return target;
        }

        var reachable = sites.RampFrom[site] + (ramp * tables.CapacityPerDay[site] * sites.RampDays[site]);
        sites.Ramping[site] = target > reachable;
        return Math.Min(target, reachable);
    }

    private double PossibleActivity(int site, double wanted)
    {
        var possible = wanted;
        _model.Sites.Limiter[site] = -1;
        for (var k = _model.Network.Sites.FirstStock[site]; k < _model.Network.Sites.FirstOutput[site]; k++)
        {
            var amount = _model.Network.Stocks.Coefficient[k];
            if (!_model.StockKeeper.IsEmpty(k, amount * wanted))
            {
                continue;
            }

            var allowed = _model.Stocks.Inflow[k] / amount;
            if (allowed < possible * (1 - Rounding.Relative))
            {
                possible = allowed;
                _model.Sites.Limiter[site] = k;
            }
        }

        MarkDry(site, wanted, possible);
        return possible;
    }

    /// <summary>An empty input is dry, unless more of it lands than the activity uses: that piles up from now on.</summary>
    private void MarkDry(int site, double wanted, double activity)
    {
        for (var k = _model.Network.Sites.FirstStock[site]; k < _model.Network.Sites.FirstOutput[site]; k++)
        {
            var amount = _model.Network.Stocks.Coefficient[k];
            if (_model.StockKeeper.IsEmpty(k, amount * wanted))
            {
                _model.Stocks.Dry[k] = Rounding.Net(_model.Stocks.Inflow[k], amount * activity) <= 0;
            }
        }
    }

    private void SetActivity(int site, double activity, long now)
    {
        var sites = _model.Sites;
        if (activity == sites.Activity[site])
        {
            return;
        }

        _model.Instant.Touch(site, now);
        sites.Activity[site] = activity;
        _model.Recorder.ActivityChanged(site, now);
        var stocks = _model.Stocks;
        var tables = _model.Network.Sites;
        for (var s = tables.FirstStock[site]; s < tables.FirstStock[site + 1]; s++)
        {
            var flow = _model.Network.Stocks.Coefficient[s] * activity;
            if (s < tables.FirstOutput[site])
            {
                stocks.Outflow[s] = flow;
            }
            else
            {
                if (flow < stocks.Inflow[s])
                {
                    stocks.Cause[s] = CauseOfActivity(site);
                }

                stocks.Inflow[s] = flow;
                _model.Market.SellerChanged(s, now);
            }

            _model.StockKeeper.Refresh(s, now);
        }
    }

    /// <summary>Why the site runs as it does: the empty input where there is one, else what woke it.</summary>
    public int CauseOfActivity(int site)
    {
        var limiter = _model.Sites.Limiter[site];
        return limiter >= 0 ? _model.Stocks.Cause[limiter] : _model.Sites.Cause[site];
    }

    private void SetNeed(int stock, int site, long now)
    {
        var use = _model.Network.Stocks.Coefficient[stock] * _model.Sites.Wanted[site];
        _model.Market.SetNeed(stock, _plan.Decide(_model.Market.NeedOf(stock), use, InputGap(stock, use, now), InputNormal(stock, use)), now);
    }

    /// <summary>Tonnes that the inventory position lacks, at a second.</summary>
    private double InputGap(int stock, double use, long now)
    {
        var stocks = _model.Stocks;
        var days = (now - stocks.Since[stock]) / (double)SimDuration.SecondsPerDay;
        var position = stocks.Position[stock] + (days * Rounding.Net(stocks.Ordered[stock], stocks.Outflow[stock]));
        return stocks.Target[stock] + (use * MeanTransitDays(stock)) - position;
    }

    /// <summary>Tonnes that a product's stock lacks, at a second.</summary>
    private double OutputGap(int stock, long now)
    {
        var stocks = _model.Stocks;
        return stocks.Target[stock] - stocks.Level[stock] - (stocks.Rate[stock] * (now - stocks.Since[stock]) / SimDuration.SecondsPerDay);
    }

    private double InputNormal(int stock, double use) => Math.Max(use, _model.BaselineUse(stock));

    private double OutputNormal(int stock, int site, double held) =>
        Math.Max(held, _model.Network.Stocks.Coefficient[stock] * _model.Network.Sites.BaselinePerDay[site]);

    private double MeanTransitDays(int stock)
    {
        double weight = 0, days = 0, contractWeight = 0, contractDays = 0;
        foreach (var lane in _model.Network.Stocks.Lanes(stock))
        {
            var transit = _model.Lanes.Transit[lane] / (double)SimDuration.SecondsPerDay;
            weight += _model.Lanes.Dispatch[lane];
            days += _model.Lanes.Dispatch[lane] * transit;
            contractWeight += _model.Network.Lanes.FlowPerDay[lane];
            contractDays += _model.Network.Lanes.FlowPerDay[lane] * transit;
        }

        return weight > 0 ? days / weight : contractWeight > 0 ? contractDays / contractWeight : 0;
    }
}
