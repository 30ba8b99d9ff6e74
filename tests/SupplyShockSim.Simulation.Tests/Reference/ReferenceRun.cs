using SupplyShockSim.Engine;

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
    private const double OnTheDotSeconds = 1e-5;

    private readonly World _world;
    private readonly Decisions _decisions;
    private readonly Contracts _contracts;
    private readonly Spot _spot;
    private readonly Renewal _renewal;
    private readonly SortedSet<long> _times;
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
        _renewal = new Renewal(_world);
        _byRank = [.. Enumerable.Range(0, prepared.Network.Commodities.Count).OrderBy(c => prepared.Network.Commodities.Rank[c]).ThenBy(c => c)];
        _times = [.. _world.Shocks.SelectMany(s => s.Times(_world.End)), .. prepared.Network.Sites.OpensSeconds.Where(s => s > 0), .. _renewal.Times];
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
        next = Math.Min(next, _times.GetViewBetween(now + 1, long.MaxValue).FirstOrDefault(long.MaxValue));
        next = Math.Min(next, _world.Shocks.Select(s => s.Next(now)).Append(long.MaxValue).Min());
        next = Math.Min(next, _world.Stocks.Min(s => s.LimitAt));
        next = Math.Min(next, _world.Lanes.Where(l => l.QualifiedAt > now && !l.Qualified).Select(l => l.QualifiedAt).Append(long.MaxValue).Min());
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
            _world.HasDispatched = false;
            _world.Decides = false;
            _world.Rounds.AsSpan().Clear();
        }

        _world.MarketIsCalled = false;
        WorldChanges(now);
        if (now % _world.Review == 0 && !_world.HasDispatched)
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
        _world.Stocks.ForEach(s => s.LimitAt = LimitOf(s, now));
        Record.Note();
    }

    private void WorldChanges(long now)
    {
        _world.Shocks.ForEach(s => s.At(now));
        var changed = _times.Contains(now) || _world.Shocks.Exists(s => s is QuotaShock && s.Next(now - 1) == now);
        changed |= _renewal.At(now);
        foreach (var lane in _world.Lanes)
        {
            changed |= LaneChanges(lane, now);
        }

        foreach (var site in _world.Sites)
        {
            SiteChanges(site, now);
        }

        _world.Decides |= changed;
    }

    /// <summary>Takes over what the controls ask of a lane; true when that is a change.</summary>
    private bool LaneChanges(Lane lane, long now)
    {
        if (lane.CatchesUp(now))
        {
            lane.Leave(lane.Dispatch, now);
        }

        var shocks = _world.Shocks.Where(s => s.Has(lane.Index)).ToList();
        var tables = _world.Network.Lanes;
        var limit = shocks.Select(s => s.Limit(lane, now)).Append(tables.CapacityPerDay[lane.Index]).Min();
        var cost = tables.CostUsdPerTonne[lane.Index] + shocks.Sum(s => s.AddedCost(lane, now));
        var transit = (shocks.Max(s => s.Transit(lane, now)) ?? tables.TransitSeconds[lane.Index]) + shocks.Sum(s => s.AddedTransit(lane, now));
        var accepted = !lane.Qualified && lane.QualifiedAt >= 0 && lane.QualifiedAt <= now;
        if (limit == lane.Limit && cost == lane.Cost && transit == lane.Transit && !accepted)
        {
            return false;
        }

        (lane.Limit, lane.Cost, lane.Qualified) = (limit, cost, lane.Qualified || accepted);
        if (transit != lane.Transit)
        {
            lane.Transit = transit;
            lane.Leave(lane.Dispatch, now);
        }

        lane.To.Site.IsAwake = true;
        _world.Call(lane.To.Commodity);
        return true;
    }

    private void SiteChanges(Site site, long now)
    {
        var shocks = _world.Shocks.Where(s => s is ScareShock || (s is OutageShock or MultipleShock && s.Has(site.Index))).ToList();
        var opens = _world.Network.Sites.OpensSeconds[site.Index];
        var capacity = opens > now ? 0 : site.NominalCapacity * shocks.Aggregate(1.0, (m, s) => m * s.Multiple(site, now));
        if (capacity != site.Capacity)
        {
            site.Capacity = capacity;
            site.IsAwake = true;
            site.Outputs.ForEach(_world.SellerChanged);
        }

        var extra = shocks.Select(s => s.ExtraCoverDays(site, now)).Append(0).Max();
        foreach (var input in site.Inputs)
        {
            var target = (input.CoverDays + extra) * input.Coefficient * (site.IsConsumer ? capacity : site.Baseline);
            site.IsAwake |= target != input.Target;
            input.Target = target;
        }
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
        _world.Rounds[commodity]++;
        foreach (var buyer in _world.Buyers(commodity))
        {
            Contracts.Order(_world, buyer);
        }

        foreach (var seller in _world.Sellers(commodity))
        {
            _contracts.Fill(seller);
        }

        _spot.Clear(commodity);
        foreach (var seller in _world.Sellers(commodity))
        {
            seller.Demand = seller.Orders + seller.Beyond;
            if (Small.Differ(seller.Demand, seller.Told) && Math.Abs(seller.Demand - seller.Told) > _world.Tolerance * seller.Demand)
            {
                seller.Told = seller.Demand;
                seller.Site.IsAwake |= _world.Rounds[commodity] < MaxRounds;
            }
        }
    }

    /// <summary>Lanes take the rates that the markets gave them, and buyers in need turn to suppliers to accept; true when something lands in this instant.</summary>
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

    private static long LimitOf(Stock stock, long now)
    {
        if (stock.Rate < 0)
        {
            return now + (long)Math.Min(1e12, Math.Floor((stock.Level / -stock.Rate * SimDuration.SecondsPerDay) + OnTheDotSeconds));
        }

        return stock.Rate > 0 && stock.IsByProduct
            ? now + (long)Math.Min(1e12, Math.Floor(Math.Max(0, (stock.Target - stock.Level) / stock.Rate * SimDuration.SecondsPerDay) + OnTheDotSeconds) + 1)
            : long.MaxValue;
    }
}
