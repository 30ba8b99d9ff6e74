using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>
/// A share of each selected lane is closed: it carries at most (1 - share) of its baseline flow, or of its capacity where it
/// had no flow.
/// </summary>
public sealed record ExportBan : LaneControlSpec
{
    [Field("share", "how much of each lane is closed", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("ramp", "time over which the closed share grows from nothing, in daily steps", Default = "0 d")]
    public SimDuration Ramp { get; init; }

    [Field("inTransit", "goods that have left: pass, or stop at the border until the ban ends", Default = "pass")]
    public InTransit InTransit { get; init; } = InTransit.Pass;
}

/// <summary>An export ban in one run. A ramp is a staircase (<see cref="DailySteps"/>).</summary>
internal sealed class BanAtWork : Control
{
    private const int Step = FirstOwnCode;
    private const int OldGoodsIn = FirstOwnCode + 1;

    private readonly ExportBan _spec;
    private readonly int[] _limits;
    private readonly int[] _holds;
    private readonly int[] _stops;
    private long[] _holdUntil;

    public BanAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (ExportBan)resolved.Spec;
        _limits = Register(model.Levers.LaneLimit);
        _holds = _spec.InTransit == InTransit.Stop ? Register(model.Levers.LaneHold) : [];
        _stops = _spec.InTransit == InTransit.Stop ? Register(model.Levers.LaneStop) : [];
        _holdUntil = new long[_holds.Length];
    }

    protected override void Enforce(long now)
    {
        for (var i = 0; i < _holds.Length; i++)
        {
            // What leaves from now on has passed the ban; only older goods are held, with those that wait behind them and land in
            // the last second: so the hold ends after that second's arrivals.
            _holdUntil[i] = Model.Transit.ArrivalOfLast(Subjects[i], now);
            Schedule(_holdUntil[i], Phases.Stocks, OldGoodsIn, i);
            Model.Levers.SetLaneStop(_stops[i], Subjects[i], true, now, Cause);
        }

        Apply(now);
    }

    protected override void Lift(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Model.Levers.SetLaneLimit(_limits[i], Subjects[i], double.PositiveInfinity, now, Cause);
        }

        for (var i = 0; i < _holds.Length; i++)
        {
            Model.Levers.SetLaneHold(_holds[i], Subjects[i], 0, now, Cause);
            Model.Levers.SetLaneStop(_stops[i], Subjects[i], false, now, Cause);
        }
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (!IsInForce)
        {
            return;
        }

        if (code == Step)
        {
            Apply(now);
        }
        else if (now == _holdUntil[arg])
        {
            Model.Levers.SetLaneHold(_holds[arg], Subjects[arg], 0, now, Cause);
        }
    }

    protected override void CopyState() => _holdUntil = [.. _holdUntil];

    private void Apply(long now)
    {
        var elapsed = now - Resolved.InForce[0].From.Seconds;
        var share = _spec.Share.Value * DailySteps.Height(elapsed, _spec.Ramp.Seconds);
        if (elapsed < _spec.Ramp.Seconds)
        {
            Schedule(now + SimDuration.SecondsPerDay, Step);
        }

        for (var i = 0; i < Subjects.Length; i++)
        {
            var limit = share > 0 ? (1 - share) * Model.Levers.ClosureBase(Subjects[i]) : double.PositiveInfinity;
            Model.Levers.SetLaneLimit(_limits[i], Subjects[i], limit, now, Cause);
        }

        for (var i = 0; i < _holds.Length; i++)
        {
            if (_holdUntil[i] > now)
            {
                Model.Levers.SetLaneHold(_holds[i], Subjects[i], share, now, Cause);
            }
        }
    }
}
