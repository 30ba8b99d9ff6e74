using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>A shock that multiplies a capacity or a demand: to one value, or along a schedule.</summary>
public abstract record MultiplierSpec : SiteControlSpec
{
    [Field("to", "multiple of the baseline while in force", Example = "150 %")]
    public Ratio? To { get; init; }

    [Field("schedule", "multiples of the baseline from given moments on, instead of `to`", Example = "[{at: 2027-01-01, to: 120 %}]")]
    public IReadOnlyList<Step<Ratio>> Schedule { get; init; } = [];

    /// <summary>The multiples, in words.</summary>
    protected string Multiple => To is { } to
        ? $"{PolicyWords.Percent(to.Value)} of the baseline"
        : string.Join(", ", Schedule.Select(s => PolicyWords.Percent(s.To.Value))) + " of the baseline in turn";

    /// <inheritdoc/>
    public sealed override void Check(PolicyCheck check)
    {
        if (To is null == (Schedule.Count == 0))
        {
            check.Fault("", "SS420", "give either `to` or `schedule`", "such as `to: 150 %`");
        }
        else if (Schedule.Zip(Schedule.Skip(1)).Any(p => p.First.At.ToSimTime(check.Start) >= p.Second.At.ToSimTime(check.Start)))
        {
            check.Fault("schedule", "SS421", "the steps are not in order of time", "sort them by `at`");
        }
    }

    /// <inheritdoc/>
    public sealed override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new MultiplierAtWork(bench, resolved, this);
}

/// <summary>A multiple while in force, or one after another along its schedule.</summary>
internal sealed class MultiplierAtWork(PolicyBench bench, ResolvedPolicy resolved, MultiplierSpec spec) : PolicyAtWork(bench, resolved)
{
    private const int Step = FirstOwnCode;

    private readonly Grip _factors = bench.Take(Lever.Capacity, resolved.Subjects);

    protected override void Enforce(long now)
    {
        Set(spec.To?.Value ?? 1, now);
        for (var i = 0; i < spec.Schedule.Count; i++)
        {
            var at = spec.Schedule[i].At.ToSimTime(Bench.Start).Seconds;
            if (at <= now)
            {
                Set(spec.Schedule[i].To.Value, now);
            }
            else
            {
                Bench.Schedule(at, Step, i);
            }
        }
    }

    protected override void Lift(long now) => Set(1, now);

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (IsInForce)
        {
            Log(now, LogKind.ControlChanged, after: spec.Schedule[arg].To.Value);
            Set(spec.Schedule[arg].To.Value, now);
        }
    }

    private void Set(double multiple, long now) => Bench.SetAll(_factors, multiple, now, Cause);
}
