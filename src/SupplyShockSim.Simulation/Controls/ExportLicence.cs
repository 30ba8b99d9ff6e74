using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>
/// A selected lane is closed until its application, filed when the control starts, is decided. A grant lasts for the validity;
/// its renewal is filed in time for a decision of mean length, and the lane closes when the old licence ends first. A refused
/// buyer applies again.
/// </summary>
/// <remarks>
/// Where only a share s of the goods needs a licence, a lane without one carries at most (1 - s) of its baseline flow (or of its
/// capacity where it had no flow), as under an <see cref="ExportBan"/> of that share. Goods already cleared when the control starts
/// leave as before, at most at baseline, for <see cref="Cleared"/>. The goods that need no licence are tested from then on and leave
/// <see cref="Customs"/> later, so that for this long an unlicensed lane carries nothing.
/// </remarks>
public sealed record ExportLicence : LaneControlSpec
{
    [Field("share", "how much of each lane's goods needs a licence; the rest passes without", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("cleared", "how long goods that were cleared before the control started go on leaving", Default = "0 d")]
    public SimDuration Cleared { get; init; }

    [Field("customs", "how long customs hold goods that need no licence to test them; counts only where `share` is below 100 %", Default = "0 d")]
    public SimDuration Customs { get; init; }

    [Field("review", "time an application takes: a span, or a distribution over applications", Required = true, Example = "{triangular: [30 d, 45 d, 90 d]}")]
    public DurationDistribution Review { get; init; } = DurationDistribution.FixedDays(0);

    [Field("approval", "share of applications that are granted, at the time they are decided: one share, or a schedule", Default = "100 %", Example = "[{at: 2025-04-04, to: 25 %}]")]
    public Schedule<Share> Approval { get; init; } = Schedule<Share>.Constant(Share.All);

    [Field("validity", "how long a grant lasts; default: to the end")]
    public SimDuration? Validity { get; init; }

    [Field("renewal", "how long before a grant ends its renewal is filed; default: the mean review time")]
    public SimDuration? Renewal { get; init; }

    [Field("reapply", "how long a refused buyer waits before it applies again", Default = "0 d")]
    public SimDuration Reapply { get; init; }

    [Field("decisionsPerDay", "most applications decided per day, first come first served; default: no limit")]
    public double? DecisionsPerDay { get; init; }

    [Field("draws", "own: each lane draws its review time and its decision for itself; even: the lanes to a country are spread evenly over both", Default = "own")]
    public LicenceDraw Draws { get; init; } = LicenceDraw.Own;
}

/// <summary>
/// Licensing in one run. Unless draws are even, each lane draws from streams of its own (control and lane name), so that neither the
/// other lanes nor the order of files moves its fate. After a suspension every buyer applies anew.
/// </summary>
internal sealed class LicenceAtWork : Control
{
    private const int File = FirstOwnCode;
    private const int Ready = FirstOwnCode + 1;
    private const int Decide = FirstOwnCode + 2;
    private const int Expire = FirstOwnCode + 3;
    private const int PassageChanges = FirstOwnCode + 4;

    private readonly ExportLicence _spec;
    private readonly int[] _limits;
    private long[] _due;
    private long[] _validUntil;
    private bool[] _licensed;
    private LicenceDraws _draws;
    private long _nextDecision;
    private long _enforcedAt;

    public LicenceAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (ExportLicence)resolved.Spec;
        _limits = Register(model.Levers.LaneLimit);
        _due = new long[Subjects.Length];
        _validUntil = new long[Subjects.Length];
        _licensed = new bool[Subjects.Length];
        _draws = new LicenceDraws(model, resolved.Name, Subjects, _spec.Draws);
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
            Schedule(now + _spec.Cleared.Seconds, PassageChanges);
        }

        if (_spec.Customs > SimDuration.Zero && _spec.Share.Value < 1)
        {
            Schedule(now + _spec.Cleared.Seconds + _spec.Customs.Seconds, PassageChanges);
        }
    }

    protected override void Lift(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Model.Levers.SetLaneLimit(_limits[i], Subjects[i], double.PositiveInfinity, now, Cause);
        }
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (!IsInForce || (code is File or Ready or Decide && now != _due[arg]))
        {
            return;
        }

        switch (code)
        {
            case File:
                Apply(arg, now);
                break;
            case Ready:
                Queue(arg, now);
                break;
            case Decide:
                OnDecision(arg, now);
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
        _draws = _draws.CloneFor(Model);
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
        Model.Levers.SetLaneLimit(_limits[i], Subjects[i], PassingShare(now - _enforcedAt) * Model.Levers.ClosureBase(Subjects[i]), now, cause);

    /// <summary>Share of its baseline flow that a lane without a licence carries, so many seconds after the control came into force.</summary>
    private double PassingShare(long elapsed) =>
        elapsed < _spec.Cleared.Seconds ? 1
        : elapsed < _spec.Cleared.Seconds + _spec.Customs.Seconds ? 0
        : 1 - _spec.Share.Value;

    private void Apply(int i, long now)
    {
        var review = SimDuration.FromDays(_spec.Review.SampleDays(_draws.Review(i)));
        LogLane(now, LogKind.LicenceApplied, i, Cause);
        Expect(i, now + review.Seconds, Ready);
    }

    /// <summary>The file is ready; it is decided at once, or when the office gets to it.</summary>
    private void Queue(int i, long now)
    {
        if (_spec.DecisionsPerDay is not { } perDay)
        {
            OnDecision(i, now);
            return;
        }

        var at = Math.Max(now, _nextDecision);
        _nextDecision = at + (long)Math.Ceiling(SimDuration.SecondsPerDay / perDay);
        Expect(i, at, Decide);
    }

    private void OnDecision(int i, long now)
    {
        var approval = _spec.Approval.At(SimTime.FromSeconds(now), Model.Spec.Start).Value;
        if (_draws.Decision(i) < approval)
        {
            Grant(i, now);
            return;
        }

        LogLane(now, LogKind.LicenceRefused, i, Cause);

        // At least a day, so that an instant review and an instant new try cannot go round for ever.
        var wait = _spec.Reapply.Seconds + _spec.Review.MeanDays > 0 ? _spec.Reapply.Seconds : SimDuration.SecondsPerDay;
        Expect(i, now + wait, File);
    }

    private void Grant(int i, long now)
    {
        var entry = LogLane(now, LogKind.LicenceGranted, i, Cause);
        _licensed[i] = true;
        Model.Levers.SetLaneLimit(_limits[i], Subjects[i], double.PositiveInfinity, now, entry);
        if (_spec.Validity is not { } validity)
        {
            return;
        }

        _validUntil[i] = Math.Max(now, _validUntil[i]) + Math.Max(1, validity.Seconds);
        Schedule(_validUntil[i], Expire, i);
        var lead = _spec.Renewal ?? SimDuration.FromDays(_spec.Review.MeanDays);
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

    private int LogLane(long now, LogKind kind, int i, int cause) => Model.Log.Add(now, kind, SubjectKind.Lane, Subjects[i], cause);

    private void Expect(int i, long second, int code)
    {
        _due[i] = second;
        Schedule(second, code, i);
    }
}
