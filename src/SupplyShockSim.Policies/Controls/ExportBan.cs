using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>What happens to goods that have left when an export control starts.</summary>
public enum InTransit
{
    /// <summary>They arrive.</summary>
    Pass,

    /// <summary>They are held at the border until the control ends.</summary>
    Stop,
}

/// <summary>
/// A share of each selected lane is closed: it carries at most (1 - share) of its baseline flow, or of its capacity where it
/// had no flow.
/// </summary>
public sealed record ExportBan : ExportControlSpec
{
    [Field("share", "how much of each lane is closed", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("ramp", "time over which the closed share grows from nothing, in daily steps", Default = "0 d")]
    public SimDuration Ramp { get; init; }

    [Field("inTransit", "goods that have left: pass, or stop at the border until the ban ends", Default = "pass")]
    public InTransit InTransit { get; init; } = InTransit.Pass;

    /// <inheritdoc/>
    public override string Type => "export-ban";

    /// <inheritdoc/>
    public override string Meaning => "a share of each selected lane is closed";

    /// <inheritdoc/>
    public override string Summary => $"{Who} {(Share.Value < 1 ? $"bans {PolicyWords.Percent(Share.Value)} of" : "bans all")} exports of {What}{Whither}";

    /// <inheritdoc/>
    public override bool ClosesLanes => Share.Value >= 1;

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new BanAtWork(bench, resolved, this);
}

/// <summary>An export ban in one run. A ramp is a staircase (<see cref="DailySteps"/>).</summary>
internal sealed class BanAtWork : PolicyAtWork
{
    private const int Step = FirstOwnCode;
    private const int OldGoodsIn = FirstOwnCode + 1;

    private readonly ExportBan _spec;
    private readonly Grip _limits;
    private readonly Grip _holds;
    private readonly Grip _stops;
    private long[] _holdUntil;

    public BanAtWork(PolicyBench bench, ResolvedPolicy resolved, ExportBan spec)
        : base(bench, resolved)
    {
        _spec = spec;
        _limits = bench.Take(Lever.LaneLimit, Subjects);
        _holds = bench.Take(Lever.LaneHold, spec.InTransit == InTransit.Stop ? Subjects : []);
        _stops = bench.Take(Lever.LaneStop, spec.InTransit == InTransit.Stop ? Subjects : []);
        _holdUntil = new long[_holds.Count];
    }

    protected override void Enforce(long now)
    {
        for (var i = 0; i < _holds.Count; i++)
        {
            // What leaves from now on has passed the ban; only older goods are held, with those that wait behind them and land in
            // the last second: so the hold ends after that second's arrivals.
            _holdUntil[i] = Bench.ArrivalOfLast(Subjects[i], now);
            Bench.ScheduleOnceLanded(_holdUntil[i], OldGoodsIn, i);
            Bench.Set(_stops, i, 1, now, Cause);
        }

        Apply(now);
    }

    protected override void Lift(long now)
    {
        Bench.SetAll(_limits, double.PositiveInfinity, now, Cause);

        for (var i = 0; i < _holds.Count; i++)
        {
            Bench.Set(_holds, i, 0, now, Cause);
            Bench.Set(_stops, i, 0, now, Cause);
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
            Bench.Set(_holds, arg, 0, now, Cause);
        }
    }

    protected override void CopyState() => _holdUntil = [.. _holdUntil];

    private void Apply(long now)
    {
        var elapsed = now - BeganAt;
        var share = _spec.Share.Value * DailySteps.Height(elapsed, _spec.Ramp.Seconds);
        if (elapsed < _spec.Ramp.Seconds)
        {
            Bench.Schedule(now + SimDuration.SecondsPerDay, Step);
        }

        for (var i = 0; i < Subjects.Length; i++)
        {
            var limit = share > 0 ? (1 - share) * Bench.ClosureBase(Subjects[i]) : double.PositiveInfinity;
            Bench.Set(_limits, i, limit, now, Cause);
        }

        for (var i = 0; i < _holds.Count; i++)
        {
            if (_holdUntil[i] > now)
            {
                Bench.Set(_holds, i, share, now, Cause);
            }
        }
    }
}
