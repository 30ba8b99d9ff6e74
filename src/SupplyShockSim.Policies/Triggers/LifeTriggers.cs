using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Triggers;

/// <summary>The conditions under which a policy at work starts and ends.</summary>
internal sealed class LifeTriggers
{
    /// <summary>Codes of the timers of the two conditions.</summary>
    public const int StartsWhen = 6;
    public const int EndsWhen = 7;

    /// <summary>Argument of a timer that another policy has set off.</summary>
    private const int AsTold = 100;

    private readonly TriggerWatch? _starts;
    private readonly TriggerWatch? _ends;

    private LifeTriggers(TriggerWatch? starts, TriggerWatch? ends) => (_starts, _ends) = (starts, ends);

    /// <summary>Whether it starts under a condition.</summary>
    public bool Starts => _starts is not null;

    /// <summary>Those of a policy; null for one that has none.</summary>
    public static LifeTriggers? Of(PolicyBench bench, ResolvedTrigger? starts, ResolvedTrigger? ends) => starts is null && ends is null
        ? null
        : new LifeTriggers(Watch(bench, starts, StartsWhen), Watch(bench, ends, EndsWhen));

    public LifeTriggers Clone() => new(_starts?.Clone(), _ends?.Clone());

    /// <summary>The condition under which it starts counts from now on.</summary>
    public void OpenStart(PolicyBench bench, long now) => _starts?.Open(bench, now);

    /// <summary>It is in force: the condition under which it ends counts from now on.</summary>
    public void OpenEnd(PolicyBench bench, long now) => _ends?.Open(bench, now);

    /// <summary>It is over.</summary>
    public void Close(PolicyBench bench) => _ends?.Close(bench);

    /// <summary>Something on which they hang may have changed.</summary>
    public void Look(PolicyBench bench, long now)
    {
        _starts?.Look(bench, now);
        _ends?.Look(bench, now);
    }

    /// <summary>Whether the timer of one of them means that it has come.</summary>
    public bool HasCome(PolicyBench bench, int code, int arg, long now) =>
        arg == AsTold || (code == StartsWhen ? _starts : _ends)!.Fires(bench, arg, now);

    /// <summary>Something has happened to another policy; true where one of them waited for it.</summary>
    public bool OnOther(PolicyBench bench, int policy, PolicyEvent what, long now) =>
        Told(bench, _starts, StartsWhen, policy, what, now) | Told(bench, _ends, EndsWhen, policy, what, now);

    private static bool Told(PolicyBench bench, TriggerWatch? watch, int code, int policy, PolicyEvent what, long now)
    {
        if (watch is not { IsOpen: true, Condition: Condition.OfPolicy other } || other.Policy != policy || other.Event != what)
        {
            return false;
        }

        watch.Close(bench);
        bench.Schedule(now + other.BySeconds, code, AsTold);
        return true;
    }

    private static TriggerWatch? Watch(PolicyBench bench, ResolvedTrigger? trigger, int code)
    {
        if (trigger?.Condition is Condition.OfPolicy other)
        {
            bench.Follow(other.Policy);
        }
        else if (trigger?.Condition.Sites is { Length: > 0 } sites)
        {
            bench.WatchSites(sites);
        }

        return trigger is null ? null : new TriggerWatch(trigger.Condition, trigger.ForSeconds, code);
    }
}
