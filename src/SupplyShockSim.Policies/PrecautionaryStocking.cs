using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <summary>What buyers do about a control that frightens them.</summary>
/// <param name="Scare">The control.</param>
/// <param name="ScareIndex">Its position in the run.</param>
/// <param name="Spec">How much, how fast, how long.</param>
internal sealed record Caution(ResolvedPolicy Scare, int ScareIndex, CautionSpec Spec) : IPolicy
{
    /// <summary>That of all buyers in a run. It follows all other policies, so that it never moves a control's events.</summary>
    public static IEnumerable<Caution> Of(PreparedRun run) => run.Spec.Market.Caution is { } caution
        ? run.Controls.Select((c, i) => new Caution(c, i, caution)).Where(c => c.Scare.Spec.RestrictsExports)
        : [];

    /// <inheritdoc/>
    public IPolicyAtWork PutToWork(PolicyBench bench) => new PrecautionaryStocking(bench, this);
}

/// <summary>
/// The buyers that a control touches want more cover, from its announcement on (see <see cref="CautionSpec"/>). The rise and the fall
/// are staircases (<see cref="DailySteps"/>).
/// </summary>
internal sealed class PrecautionaryStocking : PolicyAtWork
{
    private const int Step = FirstOwnCode;

    private readonly CautionSpec _caution;
    private readonly int _scareIndex;
    private readonly Grip _cover;

    public PrecautionaryStocking(PolicyBench bench, Caution caution)
        : base(bench, AtAnnouncement(caution.Scare))
    {
        (_caution, _scareIndex) = (caution.Spec, caution.ScareIndex);
        _cover = bench.Take(Lever.ExtraCover, [.. caution.Scare.Subjects.Select(l => bench.Network.Lanes.To[l]).Distinct().Order()]);
    }

    protected override int LogSubject => _scareIndex;

    protected override LogKind BeginKind(int window) => LogKind.CoverTargetChanged;

    protected override void Enforce(long now) => Apply(now);

    protected override void Lift(long now)
    {
    }

    protected override void OnOwnTimer(int code, int arg, long now) => Apply(now);

    private static ResolvedPolicy AtAnnouncement(ResolvedPolicy scare) => scare with
    {
        InForce = scare.InForce.Count == 0 ? [] : [(SimTime.FromSeconds(Math.Min(scare.Announced.Seconds, scare.InForce[0].From.Seconds)), SimTime.MaxValue)],
        Announced = SimTime.MaxValue,
        Lasts = null,
        Ends = null,
        Bounds = (scare.Bounds.From, long.MaxValue),
        ActsBeside = false,
    };

    private void Apply(long now)
    {
        var elapsed = now - BeganAt;
        var days = _caution.More.Days * LevelAt(elapsed, out var moving);
        Bench.SetAll(_cover, days, now, Cause);
        var build = _caution.Build.Seconds;
        if (moving)
        {
            Bench.Schedule(now + SimDuration.SecondsPerDay, Step);
        }
        else if (_caution.Keep is { } keep && elapsed < build + keep.Seconds)
        {
            Bench.Schedule(BeganAt + build + keep.Seconds, Step);
        }
    }

    /// <summary>Share of the extra cover wanted in the day that begins now, 0 to 1.</summary>
    private double LevelAt(long elapsed, out bool moving)
    {
        var build = _caution.Build.Seconds;
        moving = elapsed < build;
        if (moving)
        {
            return DailySteps.Height(elapsed, build);
        }

        if (_caution.Keep is not { } keep || elapsed < build + keep.Seconds)
        {
            return 1;
        }

        var falling = elapsed - build - keep.Seconds;
        moving = falling < build;
        return 1 - DailySteps.Height(falling, build);
    }
}
