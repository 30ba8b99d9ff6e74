using SupplyShockSim.Engine;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Lanes that together, or each for itself, carry an amount per calendar period.</summary>
internal sealed class QuotaShock : Shock
{
    private readonly ExportQuota _quota;
    private readonly DateTime _start;
    private readonly List<Meter> _meters = [];
    private long _since;
    private long _begunAt = -1;
    private long _periodEnd = long.MaxValue;

    public QuotaShock(ResolvedPolicy control, DateTime start, IReadOnlyList<Lane> lanes)
        : base(control)
    {
        (_quota, _start) = ((ExportQuota)control.Spec, start);
        var own = control.Subjects.Select(l => lanes[l]).ToList();
        var flows = own.Sum(l => l.Flow);
        if (_quota.Sharing == QuotaSharing.ProRata)
        {
            _meters.AddRange(own.Select(l => new Meter([l], _quota.Amount.Mass.Value * (flows > 0 ? l.Flow / flows : 1.0 / own.Count))));
        }
        else
        {
            _meters.Add(new Meter(own, _quota.Amount.Mass.Value));
        }
    }

    /// <summary>Counts what has left at the rates up to now; then begins a period, or closes a meter whose amount is used up to within a second.</summary>
    public override void At(long now)
    {
        var begins = now != _begunAt && (Control.InForce.Any(w => w.From.Seconds == now) || (IsInForce(now) && now == _periodEnd));
        foreach (var meter in _meters)
        {
            meter.Used += IsInForce(now - 1) ? meter.Rate * (now - _since) / SimDuration.SecondsPerDay : 0;
            if (begins)
            {
                (meter.Used, meter.IsClosed) = (0, meter.Amount <= 0);
            }
            else if (IsInForce(now) && meter.SecondsLeft() < 1)
            {
                meter.IsClosed = true;
            }
        }

        _since = now;
        if (begins)
        {
            (_begunAt, _periodEnd) = (now, NextPeriod(now));
        }
    }

    public override long Next(long now) => IsInForce(now)
        ? _meters.Where(m => !m.IsClosed).Select(m => Later(now, m.SecondsLeft())).Append(_periodEnd).Min()
        : long.MaxValue;

    public override double Limit(Lane lane, long now) =>
        IsInForce(now) && _meters.Exists(m => m.IsClosed && m.Lanes.Contains(lane)) ? 0 : double.PositiveInfinity;

    private static long Later(long now, double seconds) => seconds < 1e12 ? now + (long)seconds : long.MaxValue;

    private long NextPeriod(long now)
    {
        var date = _start.AddSeconds(now);
        var next = _quota.Period switch
        {
            QuotaPeriod.Month => new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1),
            QuotaPeriod.Quarter => new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(3 - ((date.Month - 1) % 3)),
            _ => new DateTime(date.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
        };
        return (long)(next - _start).TotalSeconds;
    }

    private sealed class Meter(List<Lane> lanes, double amount)
    {
        public List<Lane> Lanes { get; } = lanes;

        public double Amount { get; } = amount;

        public double Used { get; set; }

        public bool IsClosed { get; set; }

        public double Rate => Lanes.Sum(l => l.Dispatch);

        /// <summary>Whole seconds at the present rate until no more may leave.</summary>
        public double SecondsLeft() => Rate > 0 ? Math.Floor(Math.Max(0, Amount - Used) / Rate * SimDuration.SecondsPerDay) : double.PositiveInfinity;
    }
}
