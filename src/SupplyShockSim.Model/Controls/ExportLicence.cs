using SupplyShockSim.Engine;
using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Model.Flow;
using SupplyShockSim.Model.Quantities;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Controls;

/// <summary>
/// A selected lane is closed until its application, filed when the control starts, is decided. A grant lasts for the validity;
/// its renewal is filed in time for a decision of mean length, and the lane closes when the old licence ends first. A refused
/// buyer applies again.
/// </summary>
public sealed record ExportLicence : LaneControlSpec
{
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
}

/// <summary>
/// Licensing in one run. Each lane draws from streams of its own (control and lane name), so that neither the other lanes nor the
/// order of files moves its fate. After a suspension every buyer applies anew.
/// </summary>
internal sealed class LicenceAtWork : Control
{
    private const int File = FirstOwnCode;
    private const int Ready = FirstOwnCode + 1;
    private const int Decide = FirstOwnCode + 2;
    private const int Expire = FirstOwnCode + 3;

    private readonly ExportLicence _spec;
    private readonly int[] _limits;
    private long[] _due;
    private long[] _validUntil;
    private long _nextDecision;

    public LicenceAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (ExportLicence)resolved.Spec;
        _limits = Register(model.Levers.LaneLimit);
        _due = new long[Subjects.Length];
        _validUntil = new long[Subjects.Length];
    }

    protected override void Enforce(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            _validUntil[i] = 0;
            Model.Levers.SetLaneLimit(_limits[i], Subjects[i], 0, now, Cause);
            Apply(i, now);
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
        if (!IsInForce || (code != Expire && now != _due[arg]))
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
            default:
                OnExpiry(arg, now);
                break;
        }
    }

    protected override void CopyState()
    {
        _due = [.. _due];
        _validUntil = [.. _validUntil];
    }

    private void Apply(int i, long now)
    {
        var review = SimDuration.FromDays(_spec.Review.SampleDays(Stream(i, "review")));
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
        if (Stream(i, "approval").NextDouble() < approval)
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
            Model.Levers.SetLaneLimit(_limits[i], Subjects[i], 0, now, entry);
        }
    }

    private int LogLane(long now, LogKind kind, int i, int cause) => Model.Log.Add(now, kind, SubjectKind.Lane, Subjects[i], cause);

    private void Expect(int i, long second, int code)
    {
        _due[i] = second;
        Schedule(second, code, i);
    }

    /// <summary>A stream for each lane: by its ends, since one id may name many (all cohorts of a row).</summary>
    private RandomStream Stream(int i, string what)
    {
        var (network, lane) = (Model.Network, Subjects[i]);
        var ends = $"{network.Sites.Id[network.Lanes.From[lane]]}>{network.Sites.Id[network.Lanes.To[lane]]}:{network.Commodities.Id[network.Lanes.Commodity[lane]]}";
        return Model.Streams.Stream($"{Resolved.Name}/{ends}/{network.Lanes.GivenId[lane]}/{what}");
    }
}
