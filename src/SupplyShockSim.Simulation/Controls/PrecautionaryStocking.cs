using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>
/// The buyers that a control touches want more cover, from its announcement on (see <see cref="CautionSpec"/>). The rise and the fall
/// are staircases (<see cref="DailySteps"/>).
/// </summary>
internal sealed class PrecautionaryStocking : Control
{
    private const int Step = FirstOwnCode;

    private readonly CautionSpec _caution;
    private readonly int[] _sites;
    private readonly int[] _places;

    /// <param name="model">The run.</param>
    /// <param name="scare">The control that frightens; <paramref name="scareIndex"/> is its index in the run.</param>
    /// <param name="index">Own index.</param>
    /// <param name="scareIndex">Index of the control.</param>
    /// <param name="caution">How much, how fast, how long.</param>
    public PrecautionaryStocking(SupplyModel model, ResolvedControl scare, int index, int scareIndex, CautionSpec caution)
        : base(model, AtAnnouncement(scare), index)
    {
        _caution = caution;
        _sites = [.. scare.Subjects.Select(l => model.Network.Lanes.To[l]).Distinct().Order()];
        _places = [.. _sites.Select(model.Levers.ExtraCover.Register)];
        ScareIndex = scareIndex;
    }

    private int ScareIndex { get; }

    protected override int LogSubject => ScareIndex;

    protected override LogKind BeginKind(int window) => LogKind.CoverTargetChanged;

    protected override void Enforce(long now) => Apply(now);

    protected override void Lift(long now)
    {
    }

    protected override void OnOwnTimer(int code, int arg, long now) => Apply(now);

    private static ResolvedControl AtAnnouncement(ResolvedControl scare) => scare with
    {
        InForce = scare.InForce.Count == 0 ? [] : [(SimTime.FromSeconds(Math.Min(scare.Announced.Seconds, scare.InForce[0].From.Seconds)), SimTime.MaxValue)],
        Announced = SimTime.MaxValue,
    };

    private void Apply(long now)
    {
        var elapsed = now - Resolved.InForce[0].From.Seconds;
        var days = _caution.More.Days * LevelAt(elapsed, out var moving);
        for (var i = 0; i < _sites.Length; i++)
        {
            Model.Levers.SetExtraCover(_places[i], _sites[i], days, now, Cause);
        }

        var build = _caution.Build.Seconds;
        if (moving)
        {
            Schedule(now + SimDuration.SecondsPerDay, Step);
        }
        else if (_caution.Keep is { } keep && elapsed < build + keep.Seconds)
        {
            Schedule(Resolved.InForce[0].From.Seconds + build + keep.Seconds, Step);
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
