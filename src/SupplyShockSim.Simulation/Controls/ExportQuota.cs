using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>Calendar periods of a quota.</summary>
public enum QuotaPeriod
{
    Month,
    Quarter,
    Year,
}

/// <summary>How a quota is shared among the lanes under it.</summary>
public enum QuotaSharing
{
    /// <summary>Whoever ships uses it up.</summary>
    FirstCome,

    /// <summary>Each lane has its own part, in proportion to its baseline flow.</summary>
    ProRata,
}

/// <summary>
/// The selected lanes together carry at most <see cref="Amount"/> per calendar period. A period that is only partly inside the
/// control's life has the whole amount.
/// </summary>
public sealed record ExportQuota : LaneControlSpec
{
    [Field("amount", "most that may leave in one period; t when no unit is given", Required = true, Example = "150 t")]
    public Tonnes Amount { get; init; }

    [Field("period", "month, quarter or year, by the calendar", Default = "month")]
    public QuotaPeriod Period { get; init; } = QuotaPeriod.Month;

    [Field("sharing", "first-come or pro-rata", Default = "first-come")]
    public QuotaSharing Sharing { get; init; } = QuotaSharing.FirstCome;
}

/// <summary>
/// A quota in one run: meters count what leaves; one for all lanes, or one for each. The moment a meter's amount is used up is
/// predicted from the dispatch rates and rounds down to a second, so that no more than the amount ever leaves.
/// </summary>
internal sealed class QuotaAtWork : Control
{
    private const int NewPeriod = FirstOwnCode;
    private const int UsedUp = FirstOwnCode + 1;

    private readonly ExportQuota _spec;
    private readonly int[] _limits;
    private readonly int[] _meterOf;
    private readonly double[] _amount;
    private double[] _used;
    private double[] _rate;
    private bool[] _closed;
    private EventHandle[] _usedUp;
    private long _since;
    private long _periodEnd;

    public QuotaAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (ExportQuota)resolved.Spec;
        _limits = Register(model.Levers.LaneLimit);
        var each = _spec.Sharing == QuotaSharing.ProRata;
        _meterOf = [.. Subjects.Select((_, i) => each ? i : 0)];
        _amount = each ? Allotments(model, Subjects, _spec.Amount.Value) : [_spec.Amount.Value];
        _used = new double[_amount.Length];
        _rate = new double[_amount.Length];
        _closed = new bool[_amount.Length];
        _usedUp = new EventHandle[_amount.Length];
    }

    public override void OnDispatch(int lane, long now)
    {
        var i = Array.BinarySearch(Subjects, lane);
        if (IsInForce && i >= 0)
        {
            Count(now);
            ReadRate(_meterOf[i], now);
        }
    }

    protected override void Enforce(long now) => StartPeriod(now);

    protected override void Lift(long now)
    {
        for (var m = 0; m < _amount.Length; m++)
        {
            Model.Calendar.Cancel(_usedUp[m]);
            _closed[m] = false;
        }

        SetLimits(-1, double.PositiveInfinity, now);
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
        SetLimits(arg, 0, now);
    }

    protected override void CopyState()
    {
        _used = [.. _used];
        _rate = [.. _rate];
        _closed = [.. _closed];
        _usedUp = [.. _usedUp];
    }

    private static double[] Allotments(SupplyModel model, int[] lanes, double amount)
    {
        var flows = lanes.Select(l => model.Network.Lanes.FlowPerDay[l]).ToArray();
        var total = flows.Sum();
        return [.. flows.Select(f => total > 0 ? amount * f / total : amount / lanes.Length)];
    }

    private void StartPeriod(long now)
    {
        Count(now);
        _periodEnd = CalendarPeriods.Next(_spec.Period, Model.Spec.Start, now);
        Schedule(_periodEnd, NewPeriod);
        var reopens = Array.IndexOf(_closed, true) >= 0;
        if (reopens)
        {
            Log(now, LogKind.QuotaRenewed, after: _spec.Amount.Value);
        }

        for (var m = 0; m < _amount.Length; m++)
        {
            _used[m] = 0;
            _closed[m] = false;
            ReadRate(m, now);
        }

        SetLimits(-1, double.PositiveInfinity, now);
    }

    private void Count(long now)
    {
        for (var m = 0; m < _used.Length; m++)
        {
            _used[m] += _rate[m] * (now - _since) / SimDuration.SecondsPerDay;
        }

        _since = now;
    }

    private void ReadRate(int meter, long now)
    {
        _rate[meter] = 0;
        for (var i = 0; i < Subjects.Length; i++)
        {
            _rate[meter] += _meterOf[i] == meter ? Model.Lanes[Subjects[i]].Dispatch : 0;
        }

        if (_closed[meter])
        {
            return;
        }

        var seconds = Math.Floor(Math.Max(0, _amount[meter] - _used[meter]) / _rate[meter] * SimDuration.SecondsPerDay);
        if (!(seconds <= Model.End - now))
        {
            Model.Calendar.Cancel(_usedUp[meter]);
            return;
        }

        var at = SimTime.FromSeconds(now + (long)seconds);
        if (!Model.Calendar.Reschedule(_usedUp[meter], at, Phases.World))
        {
            _usedUp[meter] = Model.Calendar.Schedule(at, Phases.World, new SupplyEvent(EventKind.Control, Index, UsedUp, meter));
        }
    }

    private void SetLimits(int meter, double limit, long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            if (meter < 0 || _meterOf[i] == meter)
            {
                Model.Levers.SetLaneLimit(_limits[i], Subjects[i], limit, now, Cause);
            }
        }
    }
}
