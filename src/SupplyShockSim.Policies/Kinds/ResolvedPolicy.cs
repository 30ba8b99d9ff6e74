using SupplyShockSim.Engine;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <summary>A policy with its names looked up: whom it acts on and when. Immutable, shared by all runs of a scenario.</summary>
/// <param name="Spec">As written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subjects">The lanes or sites it acts on (<see cref="PolicySpec.Touches"/>), rising.</param>
/// <param name="Announced">When it becomes known.</param>
/// <param name="InForce">The windows in which it is in force: its life less its suspensions. The last may be open (<see cref="SimTime.MaxValue"/>).</param>
public sealed record ResolvedPolicy(
    PolicySpec Spec,
    string Name,
    int[] Subjects,
    SimTime Announced,
    IReadOnlyList<(SimTime From, SimTime Until)> InForce) : IPolicy
{
    /// <summary>One sentence for people.</summary>
    public string Summary { get; } = Spec.Summary;

    /// <summary>The places that its keys name beside the selectors (<see cref="PolicySpec.PlacesNamed"/>), by name.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; init; } = new Dictionary<string, Place>();

    /// <summary>The subjects that it leaves alone for part of its life.</summary>
    public IReadOnlyList<DatedExemption> Exempt { get; init; } = [];

    /// <summary>Lanes beside its subjects on which it has an effect too (<see cref="PolicySpec.SelectBeside"/>).</summary>
    public int[] Beside { get; init; } = [];

    /// <summary>Whether it acts beside its subjects: buyers who stock up for fear of a control do not.</summary>
    internal bool ActsBeside { get; init; }

    /// <summary>How long it lasts once its condition has held; null: to its <see cref="Bounds"/>.</summary>
    internal SimDuration? Lasts { get; init; }

    /// <summary>The condition under which it starts; null where <see cref="InForce"/> says when.</summary>
    internal ResolvedTrigger? Starts { get; init; }

    /// <summary>The condition under which it ends, or null.</summary>
    internal ResolvedTrigger? Ends { get; init; }

    /// <summary>The second from which its condition counts, and the one at which it ends in any case.</summary>
    internal (long From, long Until) Bounds { get; init; } = (0, long.MaxValue);

    /// <inheritdoc/>
    public IPolicyAtWork PutToWork(PolicyBench bench) => Spec.PutToWork(bench, this);

    /// <summary>What a run's record tells of it.</summary>
    internal ControlRecord Told() => new(Name, Spec.Type, Summary, InForce, Spec.Source)
    {
        IsAnswer = Spec.IsAnswer,
        ClosedLanes = Spec.ClosesLanes ? [.. Subjects.Where((_, i) => !Exempt.Any(e => Array.BinarySearch(e.Positions, i) >= 0))] : [],
        Duty = Spec.Duty,
        DutyLanes = Spec.Duty is null ? [] : [.. Subjects.Select((lane, i) => new DutyOnLane(lane, WindowsOf(i)))],
        RestrictedLanes = Spec.RestrictsExports ? Subjects : [],
    };

    /// <summary>The windows in which it acts on its i-th subject: those in which it is in force, less its exemptions.</summary>
    private IReadOnlyList<(SimTime From, SimTime Until)> WindowsOf(int i)
    {
        var windows = InForce;
        foreach (var exempt in Exempt.Where(e => Array.BinarySearch(e.Positions, i) >= 0))
        {
            (SimTime From, SimTime Until)[] parts = [.. windows.SelectMany<(SimTime From, SimTime Until), (SimTime From, SimTime Until)>(w =>
                [(w.From, w.Until < exempt.From ? w.Until : exempt.From), (w.From > exempt.Until ? w.From : exempt.Until, w.Until)])];
            windows = [.. parts.Where(w => w.From < w.Until)];
        }

        return windows;
    }
}
