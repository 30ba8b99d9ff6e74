using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>
/// A quota in one run: meters count what leaves; one for all lanes, or one for each. The moment a meter's amount is used up is
/// predicted from the dispatch rates and rounds down to a second, so that no more than the amount ever leaves.
/// </summary>
internal sealed class QuotaAtWork : PolicyAtWork
{
    private const int NewPeriod = FirstOwnCode;
    private const int UsedUp = FirstOwnCode + 1;

    private readonly ExportQuota _spec;
    private readonly Grip _limits;
    private readonly bool _each;
    private readonly double[] _parts;
    private readonly double _allParts;

    /// <summary>The meters of which a lane has changed in this instant.</summary>
    private List<int> _touched = [];
    private double[] _amount;
    private double[] _used;
    private double[] _rate;
    private bool[] _closed;
    private EventHandle[] _usedUp;
    private EventHandle _newPeriod;
    private long _since;
    private long _periodEnd;

    public QuotaAtWork(PolicyBench bench, ResolvedPolicy resolved, ExportQuota spec)
        : base(bench, resolved)
    {
        _spec = spec;
        _limits = bench.Take(Lever.LaneLimit, Subjects);
        _each = _spec.Sharing == QuotaSharing.ProRata;
        _parts = _each ? Parts(bench, Subjects) : [1];
        _allParts = _parts.Sum();
        _amount = new double[_parts.Length];
        _used = new double[_amount.Length];
        _rate = new double[_amount.Length];
        _closed = new bool[_amount.Length];
        _usedUp = new EventHandle[_amount.Length];
        bench.Watch(Subjects);
    }

    public override void OnDispatch(int watched, long now)
    {
        var meter = _each ? watched : 0;
        if (IsInForce && (_touched.Count == 0 || _touched[^1] != meter))
        {
            _touched.Add(meter);
        }
    }

    /// <summary>Only what all lanes carry after an instant counts: however many of them changed, they are added up once.</summary>
    public override void OnDispatched(long now)
    {
        if (IsInForce)
        {
            Count(now);
            foreach (var meter in _touched)
            {
                ReadRate(meter, now);
            }
        }

        _touched.Clear();
    }

    /// <summary>What an exempt lane carries does not count.</summary>
    protected override void OnExempt(int i, long now)
    {
        if (IsInForce)
        {
            Count(now);
            ReadRate(_each ? i : 0, now);
        }
    }

    /// <summary>After a suspension within a period, what was left of the amount is left.</summary>
    protected override void Enforce(long now)
    {
        _since = now;
        if (now >= _periodEnd)
        {
            StartPeriod(now);
            return;
        }

        _newPeriod = Bench.Schedule(_periodEnd, NewPeriod);
        SetLimits((0, Subjects.Length), now);
        for (var m = 0; m < _amount.Length; m++)
        {
            ReadRate(m, now);
        }
    }

    protected override void Lift(long now)
    {
        Count(now);
        foreach (var timer in _usedUp)
        {
            Bench.Cancel(timer);
        }

        // Else the end of a period that nobody counts any more would be a change of the world, at which everybody decides.
        Bench.Cancel(_newPeriod);

        Bench.SetAll(_limits, double.PositiveInfinity, now, Cause);
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (!IsInForce)
        {
            return;
        }

        if (code == NewPeriod)
        {
            if (now == _periodEnd)
            {
                StartPeriod(now);
            }

            return;
        }

        Count(now);
        _closed[arg] = true;
        Log(now, LogKind.QuotaUsedUp, after: _amount[arg]);
        SetLimits(LanesOf(arg), now);
    }

    protected override void CopyState()
    {
        _touched = [.. _touched];
        _amount = [.. _amount];
        _used = [.. _used];
        _rate = [.. _rate];
        _closed = [.. _closed];
        _usedUp = [.. _usedUp];
    }

    /// <summary>What each lane may use, as a part of their sum: by its flow, or alike where none has a flow.</summary>
    private static double[] Parts(PolicyBench bench, int[] lanes)
    {
        var flows = lanes.Select(l => bench.Network.Lanes.FlowPerDay[l]).ToArray();
        return Array.Exists(flows, f => f > 0) ? flows : [.. flows.Select(_ => 1.0)];
    }

    private void StartPeriod(long now)
    {
        Count(now);
        var hadSome = _closed.Where((closed, m) => closed && _amount[m] > 0).Any();
        _periodEnd = CalendarPeriods.Next(_spec.Period, Bench.Start, now);
        _newPeriod = Bench.Schedule(_periodEnd, NewPeriod);
        var days = (_periodEnd - CalendarPeriods.Begin(_spec.Period, Bench.Start, now)) / (double)SimDuration.SecondsPerDay;
        var whole = _spec.Amount.TonnesIn(days, Subjects.Sum(lane => Bench.Network.Lanes.FlowPerDay[lane]));
        if (hadSome)
        {
            Log(now, LogKind.QuotaRenewed, after: whole);
        }

        for (var m = 0; m < _amount.Length; m++)
        {
            _amount[m] = whole * _parts[m] / _allParts;
            _used[m] = 0;
            _closed[m] = _amount[m] <= 0;
            ReadRate(m, now);
        }

        SetLimits((0, Subjects.Length), now);
    }

    private void Count(long now)
    {
        if (now == _since)
        {
            return;
        }

        for (var m = 0; m < _used.Length; m++)
        {
            _used[m] += _rate[m] * (now - _since) / SimDuration.SecondsPerDay;
        }

        _since = now;
    }

    private void ReadRate(int meter, long now)
    {
        _rate[meter] = 0;
        var (first, end) = LanesOf(meter);
        for (var i = first; i < end; i++)
        {
            _rate[meter] += IsExempt(i) ? 0 : Bench.DispatchTonnesPerDay(Subjects[i]);
        }

        if (_closed[meter])
        {
            return;
        }

        var seconds = Math.Floor(Math.Max(0, _amount[meter] - _used[meter]) / _rate[meter] * SimDuration.SecondsPerDay);
        if (!(seconds <= Bench.End - now))
        {
            Bench.Cancel(_usedUp[meter]);
            return;
        }

        _usedUp[meter] = Bench.Reschedule(_usedUp[meter], now + (long)seconds, UsedUp, meter);
    }

    /// <summary>Lanes whose meter is used up are closed, the others open. An amount of nothing is used up from the first second.</summary>
    private void SetLimits((int First, int End) lanes, long now)
    {
        for (var i = lanes.First; i < lanes.End; i++)
        {
            Bench.Set(_limits, i, _closed[_each ? i : 0] ? 0 : double.PositiveInfinity, now, Cause);
        }
    }

    /// <summary>The positions of a meter's lanes: its own one, or all.</summary>
    private (int First, int End) LanesOf(int meter) => _each ? (meter, meter + 1) : (0, Subjects.Length);
}
