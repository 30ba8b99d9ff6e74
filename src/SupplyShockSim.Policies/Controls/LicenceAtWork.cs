using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>
/// Licensing in one run. Unless draws are even, each lane draws from streams of its own (control and lane name), so that neither the
/// other lanes nor the order of files moves its fate. At a suspension all applications are withdrawn; after it every buyer applies anew.
/// </summary>
internal sealed class LicenceAtWork : PolicyAtWork
{
    private const int File = FirstOwnCode;
    private const int Ready = FirstOwnCode + 1;
    private const int Decide = FirstOwnCode + 2;
    private const int Expire = FirstOwnCode + 3;
    private const int PassageChanges = FirstOwnCode + 4;

    private readonly ExportLicence _spec;
    private readonly Grip _limits;

    /// <summary>By lane, as what follows.</summary>
    private readonly double[] _share;
    private readonly DurationDistribution[] _review;
    private readonly Schedule<Share>[] _approval;
    private readonly WorkCalendar _calendar;
    private long[] _due;
    private long[] _validUntil;
    private bool[] _licensed;
    private LicenceDraws _draws;
    private DecisionQueue? _queue;
    private EventHandle _nextDecision;
    private long _enforcedAt;

    public LicenceAtWork(PolicyBench bench, ResolvedPolicy resolved, ExportLicence spec)
        : base(bench, resolved)
    {
        _spec = spec;
        _limits = bench.Take(Lever.LaneLimit, Subjects);
        _share = [.. ForLanes(_spec.Share).Select(s => s.Value)];
        _review = ForLanes(_spec.Review);
        _approval = ForLanes(_spec.Approval);
        _calendar = new WorkCalendar(bench.Start, _spec.Workweek ?? WorkWeek.MondayToFriday, _spec.Holidays);
        _due = new long[Subjects.Length];
        _validUntil = new long[Subjects.Length];
        _licensed = new bool[Subjects.Length];
        _draws = new LicenceDraws(bench, resolved.Name, Subjects, _spec.Draws);
        _queue = _spec.DecisionsPerDay is { } perDay
            ? new DecisionQueue((long)Math.Ceiling(SimDuration.SecondsPerDay / perDay), _draws.Places(), Classes())
            : null;
    }

    protected override void Enforce(long now)
    {
        _enforcedAt = now;
        for (var i = 0; i < Subjects.Length; i++)
        {
            _validUntil[i] = 0;
            _licensed[i] = false;
            Restrict(i, now, Cause);
            Apply(i, now);
        }

        if (_spec.Cleared > SimDuration.Zero)
        {
            Bench.Schedule(now + _spec.Cleared.Seconds, PassageChanges);
        }

        if (_spec.Customs > SimDuration.Zero && Array.Exists(_share, s => s < 1))
        {
            Bench.Schedule(now + _spec.Cleared.Seconds + _spec.Customs.Seconds, PassageChanges);
        }
    }

    protected override void Lift(long now)
    {
        Bench.SetAll(_limits, double.PositiveInfinity, now, Cause);
        _queue?.Clear();
        Bench.Cancel(_nextDecision);
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (!IsInForce || (code is File or Ready && now != _due[arg]))
        {
            return;
        }

        switch (code)
        {
            case File:
                Apply(arg, now);
                break;
            case Ready when _queue is { } queue:
                queue.Add(arg, now);
                AwaitDecision(queue, now);
                break;
            case Ready:
                OnDecision(arg, now);
                break;
            case Decide when _queue is { } queue:
                OnDecision(queue.Take(now), now);
                AwaitDecision(queue, now);
                break;
            case Expire:
                OnExpiry(arg, now);
                break;
            default:
                OnPassageChanged(now);
                break;
        }
    }

    protected override void CopyState()
    {
        _due = [.. _due];
        _validUntil = [.. _validUntil];
        _licensed = [.. _licensed];
        _draws = _draws.CloneFor(Bench);
        _queue = _queue?.Clone();
    }

    /// <summary>Cleared goods have left, or the first tested ones leave. What a timer of an earlier window finds is as it should be.</summary>
    private void OnPassageChanged(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            if (!_licensed[i])
            {
                Restrict(i, now, Cause);
            }
        }
    }

    /// <summary>Lets pass what needs no licence.</summary>
    private void Restrict(int i, long now, int cause) =>
        Bench.Set(_limits, i, PassingShare(i, now - _enforcedAt) * Bench.ClosureBase(Subjects[i]), now, cause);

    /// <summary>Share of its baseline flow that a lane without a licence carries, so many seconds after the control came into force.</summary>
    private double PassingShare(int i, long elapsed) =>
        elapsed < _spec.Cleared.Seconds ? 1
        : elapsed < _spec.Cleared.Seconds + _spec.Customs.Seconds ? 0
        : 1 - _share[i];

    private void Apply(int i, long now)
    {
        var days = _review[i].SampleDays(_draws.Review(i));
        LogLane(now, LogKind.LicenceApplied, i, Cause);
        Expect(i, _review[i].InWorkdays ? _calendar.After(now, days) : now + SimDuration.FromDays(days).Seconds, Ready);
    }

    /// <summary>By lane: all alike, or by the priority of its buyer.</summary>
    private int[] Classes() =>
        [.. Subjects.Select(l => _spec.Queue == LicenceQueue.Priority ? Bench.Network.Sites.Priority[Bench.Network.Lanes.To[l]] : 0)];

    /// <summary>The office decides next when it is free, in a second of several files after the last of them has come in.</summary>
    private void AwaitDecision(DecisionQueue queue, long now)
    {
        if (!queue.IsEmpty)
        {
            _nextDecision = Bench.Reschedule(_nextDecision, queue.NextDecision(now), Decide);
        }
    }

    private void OnDecision(int i, long now)
    {
        var approval = _approval[i].At(SimTime.FromSeconds(now), Bench.Start).Value;
        if (_draws.Decision(i) < approval)
        {
            Grant(i, now);
            return;
        }

        LogLane(now, LogKind.LicenceRefused, i, Cause);

        // At least a day, so that an instant review and an instant new try cannot go round for ever.
        var reapply = _spec.Reapply!.Value.Seconds;
        var wait = reapply + _review[i].MeanDays > 0 ? reapply : SimDuration.SecondsPerDay;
        Expect(i, now + wait, File);
    }

    private void Grant(int i, long now)
    {
        var entry = LogLane(now, LogKind.LicenceGranted, i, Cause);
        _licensed[i] = true;
        Bench.Set(_limits, i, double.PositiveInfinity, now, entry);
        if (_spec.Validity is not { } validity)
        {
            return;
        }

        _validUntil[i] = Math.Max(now, _validUntil[i]) + Math.Max(1, validity.Seconds);
        Bench.Schedule(_validUntil[i], Expire, i);
        var lead = _spec.Renewal ?? SimDuration.FromDays(_review[i].MeanDays * (_review[i].InWorkdays ? _calendar.DaysPerWorkday : 1));
        Expect(i, Math.Max(now + 1, _validUntil[i] - lead.Seconds), File);
    }

    private void OnExpiry(int i, long now)
    {
        if (_validUntil[i] == now)
        {
            var entry = LogLane(now, LogKind.LicenceExpired, i, Cause);
            _licensed[i] = false;
            Restrict(i, now, entry);
        }
    }

    private T[] ForLanes<T>(ByCountry<T> values) => values.ForLanes(Subjects, Bench.Network.Lanes, Resolved.Places);

    private int LogLane(long now, LogKind kind, int i, int cause) => Bench.LogLane(now, kind, Subjects[i], cause);

    private void Expect(int i, long second, int code)
    {
        _due[i] = second;
        Bench.Schedule(second, code, i);
    }
}
