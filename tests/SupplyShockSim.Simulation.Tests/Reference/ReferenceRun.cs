using SupplyShockSim.Engine;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>
/// The model of a run, done slowly: at every event everything is looked at and worked out whole. Between events rates are constant and
/// stocks are straight lines, so it is as exact as the simulation that it is held against. RULES.md says how each rule is read.
/// </summary>
internal sealed class ReferenceRun
{
    private const int MaxRounds = 16;

    /// <summary>Far above what an instant takes that ends.</summary>
    private const int MostRounds = 10_000;

    private readonly World _world;
    private readonly Decisions _decisions;
    private readonly Contracts _contracts;
    private readonly Spot _spot;
    private readonly Changes _changes;
    private readonly int[] _byRank;
    private long _instant = -1;
    private int _repeats;

    private ReferenceRun(PreparedRun prepared, Extras extras)
    {
        _world = new World(prepared, extras);
        var rationing = new Rationing(_world);
        _decisions = new Decisions(_world);
        _contracts = new Contracts(_world, rationing);
        _spot = new Spot(_world, rationing);
        _changes = new Changes(_world);
        _byRank = [.. Enumerable.Range(0, prepared.Network.Commodities.Count).OrderBy(c => prepared.Network.Commodities.Rank[c]).ThenBy(c => c)];
        Record = new ReferenceRecord(_world);
    }

    private ReferenceRecord Record { get; }

    public static ReferenceRecord Run(PreparedRun prepared, Extras extras)
    {
        var run = new ReferenceRun(prepared, extras);
        for (long now = 0; now <= run._world.End; now = run.NextEvent())
        {
            run.Instant(now);
            if (++run._repeats > MostRounds)
            {
                throw new InvalidOperationException($"second {now} comes again and again");
            }
        }

        run.Advance(run._world.End);
        return run.Record;
    }

    /// <summary>The first second at which anything happens.</summary>
    private long NextEvent()
    {
        var now = _world.Now;
        var next = ((now / _world.Review) + 1) * _world.Review;
        next = Math.Min(next, _changes.Next(now));
        next = Math.Min(next, _world.Stocks.Min(s => s.LimitAt));
        return Math.Min(next, _world.Lanes.SelectMany(l => l.Changes(now)).Where(s => s > now).Append(long.MaxValue).Min());
    }

    private void Advance(long now)
    {
        var days = (now - _world.Now) / (double)SimDuration.SecondsPerDay;
        foreach (var stock in _world.Stocks)
        {
            stock.Level = Math.Max(0, stock.Level + (stock.Rate * days));
        }

        foreach (var site in _world.Sites.Where(s => s.IsConsumer))
        {
            site.ShortfallTonnes += Math.Max(0, Small.Net(site.Capacity, site.Activity)) * days;
        }

        _world.Now = now;
    }

    private void Instant(long now)
    {
        Advance(now);
        if (_instant != now)
        {
            (_instant, _repeats) = (now, 0);
            _decisions.NoteLanesUsed();
            _world.HasDispatched = false;
            _world.Decides = false;
            _world.Rounds.AsSpan().Clear();
        }

        _world.MarketIsCalled = false;
        _world.Decides |= _changes.At(now);
        if (_world.IsOnGrid && !_world.HasDispatched)
        {
            _world.Decides = true;
            _world.Sites.ForEach(s => s.IsAwake = true);
            foreach (var c in _byRank)
            {
                _world.Call(c);
            }
        }

        do
        {
            Arrivals(now);
            Limits(now);
            Rounds();
        }
        while (Settle(now) && ++_repeats < MostRounds);
        _world.Stocks.ForEach(s => s.Predict(now));
        Record.Note();
    }

    private void Arrivals(long now)
    {
        foreach (var stock in _world.Stocks.Where(s => s.IsInput))
        {
            var atOnce = stock.Lanes.Sum(l => l.Land(now));
            stock.Lanes.ForEach(l => l.Arriving = l.ArrivingAt(now));
            var inflow = stock.Lanes.Sum(l => l.Arriving);
            if (inflow != stock.Inflow || atOnce > 0)
            {
                stock.Site.IsAwake |= stock.Dry || atOnce > 0;
                stock.Dry &= atOnce <= 0;
                stock.Level += atOnce;
                stock.Inflow = inflow;
                stock.Refresh();
            }
        }
    }

    private void Limits(long now)
    {
        foreach (var stock in _world.Stocks.Where(s => s.LimitAt <= now))
        {
            stock.LimitAt = long.MaxValue;
            if (stock.Rate >= 0)
            {
                stock.Refresh();
                continue;
            }

            (stock.Dry, stock.Rate) = (true, 0);
            stock.Site.IsAwake = true;
            if (!stock.IsInput)
            {
                _world.SellerChanged(stock);
            }
        }
    }

    /// <summary>Reviews, then the most downstream market with something to clear, until nobody has to look again.</summary>
    private void Rounds()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            _world.Sites.Where(s => s.IsAwake).ToList().ForEach(_decisions.Review);
            if (!_world.MarketIsCalled)
            {
                return;
            }

            if (!_world.Decides)
            {
                _world.MarketIsCalled = false;
                foreach (var seller in _world.Stocks.Where(s => s.HasChanged))
                {
                    _contracts.Fill(seller);
                    _contracts.Cut(seller);
                }

                continue;
            }

            var commodity = _byRank.First(c => _world.Waiting[c]);
            _world.Waiting[commodity] = false;
            Clear(commodity);
            _world.MarketIsCalled = _world.Waiting.Contains(true);
        }

        throw new InvalidOperationException($"second {_world.Now} does not end");
    }

    private void Clear(int commodity)
    {
        foreach (var buyer in _world.Buyers(commodity))
        {
            Contracts.Order(_world, buyer);
        }

        foreach (var seller in _world.Sellers(commodity).Where(s => _world.IsOnGrid || s.HasChanged || s.Lanes.Exists(l => l.Order != l.DividedOrder)))
        {
            _contracts.Fill(seller);
        }

        _spot.Clear(commodity);
        var isRound = false;
        foreach (var seller in _world.Sellers(commodity))
        {
            seller.Demand = seller.Orders + seller.Beyond;
            if (Small.Differ(seller.Demand, seller.Told) && Math.Abs(seller.Demand - seller.Told) > _world.Tolerance * seller.Demand)
            {
                seller.Told = seller.Demand;
                seller.Site.IsAsked = _world.Rounds[commodity] < MaxRounds;
                seller.Site.IsAwake |= seller.Site.IsAsked;
                isRound = true;
            }
        }

        _world.Rounds[commodity] += isRound ? 1 : 0;
    }

    /// <summary>Lanes take the rates that the markets gave them, and buyers in need look for suppliers to accept; true when something lands at once.</summary>
    private bool Settle(long now)
    {
        var lands = false;
        foreach (var lane in _world.Lanes)
        {
            lane.SpotDispatch = lane.Spot;
            if (lane.Contract + lane.Spot != lane.Dispatch)
            {
                lane.Leave(lane.Contract + lane.Spot, now);
                lane.Dispatches.Add((now, lane.Dispatch));
                _world.HasDispatched = true;
                lands |= lane.Transit == 0;
            }
        }

        foreach (var seller in _world.Stocks.Where(s => !s.IsInput))
        {
            var outflow = seller.Lanes.Sum(l => l.Dispatch);
            if (outflow != seller.Outflow)
            {
                seller.Outflow = outflow;
                seller.Refresh();
            }
        }

        foreach (var lane in _world.Lanes.Where(l => !l.Qualified && l.QualifiedAt < 0 && l.To.Left > Small.Lacking * l.To.Demand))
        {
            lane.QualifiedAt = now + _world.Network.Lanes.QualificationSeconds[lane.Index];
        }

        return lands;
    }
}
