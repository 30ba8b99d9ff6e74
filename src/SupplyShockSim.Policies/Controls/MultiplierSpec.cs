using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>A shock that multiplies a capacity or a demand: to one value, or along a schedule.</summary>
public abstract record MultiplierSpec : SiteControlSpec
{
    [Field(
        "to", "what it is while in force: a multiple of the baseline, or a mass flow of all selected sites together, in proportion to their baseline",
        Example = "150 %")]
    public Level? To { get; init; }

    [Field("schedule", "what it is from given moments on, instead of `to`", Example = "[{at: 2027-01-01, to: 120 %}]")]
    public IReadOnlyList<Step<Level>> Schedule { get; init; } = [];

    /// <summary>What it goes to, in words.</summary>
    protected string Multiple => Levels.All(l => l.Flow is null)
        ? string.Join(", ", Levels.Select(l => PolicyWords.Percent(l.Multiple.Value))) + " of the baseline" + (To is null ? " in turn" : "")
        : string.Join(", ", Levels.Select(Words)) + (To is null ? " in turn" : "");

    private IEnumerable<Level> Levels => To is { } to ? [to] : Schedule.Select(s => s.To);

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

        if (Levels.Any(l => l.Flow is not null) && check.Subjects.Length > 0)
        {
            CheckTogether(check, SitesTogether.Of(check.Network, check.Subjects, Of));
        }
    }

    private void CheckTogether(PolicyCheck check, SitesTogether together)
    {
        var key = To is null ? "schedule" : "to";
        if (together.Commodities.Count != 1 && Of.Count != 1)
        {
            check.Fault(key, "SS432", $"tonnes of what? the selected sites have {string.Join(", ", together.Commodities)}",
                "name one commodity with `of`, or write a multiple such as 150 %");
        }
        else if (!(together.TonnesPerDay > 0))
        {
            check.Fault(key, "SS432", "the selected sites have nothing in the baseline that could be shared out", "name sites with a capacity or a demand");
        }
    }

    private static string Words(Level level) => level.Flow is { } flow
        ? $"{PolicyWords.Number(flow.Value * 365)} t a year together"
        : $"{PolicyWords.Percent(level.Multiple.Value)} of the baseline";

    /// <inheritdoc/>
    public sealed override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved)
    {
        var baseline = SitesTogether.Of(bench.Network, resolved.Subjects, Of).TonnesPerDay;
        return new MultiplierAtWork(
            bench, resolved, Lever.Capacity, resolved.Subjects, To?.MultipleOf(baseline), [.. Schedule.Select(s => (s.At, s.To.MultipleOf(baseline)))]);
    }
}

/// <summary>A multiple while in force, or one after another along its schedule.</summary>
internal sealed class MultiplierAtWork(
    PolicyBench bench, ResolvedPolicy resolved, Lever lever, int[] subjects, double? to, IReadOnlyList<(When At, double To)> schedule)
    : PolicyAtWork(bench, resolved)
{
    private const int Step = FirstOwnCode;

    private readonly Grip _factors = bench.Take(lever, subjects);

    protected override void Enforce(long now)
    {
        Set(to ?? 1, now);
        for (var i = 0; i < schedule.Count; i++)
        {
            var at = schedule[i].At.ToSimTime(Bench.Start).Seconds;
            if (at <= now)
            {
                Set(schedule[i].To, now);
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
            Log(now, LogKind.ControlChanged, after: schedule[arg].To);
            Set(schedule[arg].To, now);
        }
    }

    private void Set(double multiple, long now) => Bench.SetAll(_factors, multiple, now, Cause);
}
