using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Stockpiles;

/// <summary>
/// A stockpile in one run. It looks at its members whenever one of them is touched (a stock runs dry, goods land at an empty one), at the second at
/// which a stock falls to the cover it keeps, and, while it releases, at each point of the review grid.
/// </summary>
internal sealed class StockpileAtWork : AnswerAtWork
{
    private const int Look = FirstOwnCode;
    private const int StartRefill = FirstOwnCode + 1;

    private readonly Stockpile _spec;
    private StockLedger _ledger;
    private readonly int _stock;
    private readonly double _fullTonnes;

    /// <summary>By member, as what follows: its input, and the lane to it.</summary>
    private readonly int[] _inputs;
    private readonly int[] _lanes;
    private readonly StockDivision _division;
    private readonly Grip _sends;
    private readonly Grip _buys;
    private double[] _lacks;
    private double[] _sent;
    private double _sentInAll;
    private EventHandle _look;
    private long _lookAt = -1;
    private long _idleSince;
    private bool _isRefilling;

    public StockpileAtWork(PolicyBench bench, ResolvedPolicy resolved, Stockpile spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        var network = bench.Network;
        var (site, commodity) = (network.SiteCalled(resolved.Name), network.IndexOf(spec.Commodity));
        _stock = network.OutputOf(site, commodity);
        _inputs = [.. Subjects.Select(s => network.InputOf(s, commodity))];
        _lanes = [.. _inputs.Select(k => network.LaneBetween(_stock, k))];
        _division = new StockDivision([.. Subjects.Select(s => spec.Serves.Sharing == StockSharing.Priority ? network.Sites.Priority[s] : 0)]);
        _sends = bench.Take(Lever.LaneSent, _lanes);
        _buys = bench.Take(Lever.Allowance, spec.Refill is null ? [] : [site]);
        (_lacks, _sent) = (new double[_lanes.Length], new double[_lanes.Length]);
        _fullTonnes = spec.Amount.Tonnes(_inputs.Sum(network.BaselineFlow));
        _ledger = new StockLedger(_stock, spec.Holding?.Share ?? 0, [.. Subjects.Select(s => network.Sites.Country[s])]);
        bench.Stocks.Lay(_stock, _fullTonnes * spec.Fill.Value, _fullTonnes);
        bench.WatchSites([.. Subjects.Append(site)]);
    }

    public override void OnSettling(long now)
    {
        if (IsInForce)
        {
            Distribute(now);
        }
    }

    public override void OnPrices(long now)
    {
        if (IsInForce)
        {
            _ledger.Keep(Bench, ref Book, _sent, now);
            Distribute(now);
        }
    }

    protected override void Enforce(long now)
    {
        _idleSince = now;
        _ledger.Open(Bench, ref Book, now);
        Distribute(now);
        AwaitRefill(now);
    }

    protected override void Lift(long now)
    {
        Array.Clear(_lacks);
        Send(now);
        StopRefill(now);
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (!IsInForce)
        {
            return;
        }

        if (code == Look)
        {
            _lookAt = now == _lookAt ? -1 : _lookAt;
            Distribute(now);
        }
        else if (_sentInAll == 0 && now >= _idleSince + _spec.Refill!.After.Seconds && !_isRefilling)
        {
            Refill(now);
        }
    }

    protected override void Close(ref CostBook book, long now) => _ledger.Close(Bench, ref book, now);

    protected override double? LeftTonnes(long now) => Bench.Stocks.Level(_stock, now);

    protected override void CopyState() => (_lacks, _sent, _ledger) = ([.. _lacks], [.. _sent], _ledger.Clone());

    /// <summary>Sends each member what it lacks, as far as there is enough.</summary>
    private void Distribute(long now)
    {
        for (var i = 0; i < _lanes.Length; i++)
        {
            _lacks[i] = Lack(i, now);
        }

        var most = _spec.Release.Most?.Value ?? double.PositiveInfinity;
        var total = _lacks.Sum();
        if (total > 0)
        {
            var onHand = Bench.Stocks.IsEmpty(_stock, total, now) ? Bench.Stocks.Inflow(_stock) : double.PositiveInfinity;
            _division.Lower(_lacks, Math.Min(most, onHand));
        }

        Send(now);
        if (_sentInAll > 0)
        {
            LookAt(Bench.Stocks.NextReview(now));
        }
    }

    /// <summary>What a member lacks now, t/d.</summary>
    private double Lack(int i, long now)
    {
        var (stock, view) = (_inputs[i], Bench.Stocks);
        var use = view.WantedUse(stock);
        var lack = Math.Max(0, use - view.LandingBeside(stock, _lanes[i]));
        if (_spec.Release.When.Price is { } high)
        {
            var (commodity, country) = (Bench.Network.Stocks.Commodity[stock], Bench.Network.Sites.Country[Subjects[i]]);
            return Bench.PriceUsdPerTonne(commodity, country) >= high.Value * Bench.Network.Commodities.PriceUsdPerTonne[commodity] ? lack : 0;
        }

        if (_spec.Release.When.Cover is not { } cover)
        {
            return view.IsEmpty(stock, use, now) ? lack : 0;
        }

        var above = view.Level(stock, now) - (cover.Days * use);
        if (above <= 0)
        {
            return lack;
        }

        if (view.Rate(stock) < 0)
        {
            LookAt(now + Math.Max(1, (long)Math.Ceiling(above / -view.Rate(stock) * SimDuration.SecondsPerDay)));
        }

        return 0;
    }

    private void Send(long now)
    {
        var total = _lacks.Sum();
        if ((total > 0) != (_sentInAll > 0))
        {
            Log(now, total > 0 ? LogKind.ReleaseStarted : LogKind.ReleaseEnded, after: total > 0 ? total : double.NaN);
            _idleSince = now;
        }

        if (total > 0)
        {
            StopRefill(now);
        }

        var stopped = total == 0 && _sentInAll > 0;
        _sentInAll = total;
        for (var i = 0; i < _lanes.Length; i++)
        {
            if (_lacks[i] != _sent[i])
            {
                _sent[i] = _lacks[i];
                Bench.Set(_sends, i, _sent[i], now, Cause);
            }
        }

        _ledger.Keep(Bench, ref Book, _sent, now);
        if (stopped)
        {
            AwaitRefill(now);
        }
    }

    private void LookAt(long second)
    {
        if (_lookAt < 0 || second < _lookAt)
        {
            _lookAt = second;
            _look = Bench.Reschedule(_look, second, Look);
        }
    }

    private void AwaitRefill(long now)
    {
        if (_spec.Refill is { } refill && Bench.Stocks.Level(_stock, now) < _fullTonnes)
        {
            Bench.Schedule(now + refill.After.Seconds, StartRefill);
        }
    }

    /// <summary>Buys at an even pace, and no longer than an empty stockpile would take.</summary>
    private void Refill(long now)
    {
        _isRefilling = true;
        var pace = _fullTonnes / _spec.Refill!.Over.Days;
        Bench.SetAll(_buys, pace, now, Cause);
    }

    private void StopRefill(long now)
    {
        if (_isRefilling)
        {
            _isRefilling = false;
            Bench.SetAll(_buys, 0, now, Cause);
        }
    }
}
