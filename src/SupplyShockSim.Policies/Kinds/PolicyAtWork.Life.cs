using SupplyShockSim.Engine;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <content>Its life: when it is announced, begins, pauses and ends.</content>
public abstract partial class PolicyAtWork
{
    private const int Announce = 1;
    private const int Begin = 2;
    private const int Finish = 3;
    private const int Spare = 4;
    private const int TakeBack = 5;
    private const int Counts = 8;

    /// <inheritdoc/>
    public void Open()
    {
        if (_triggers is { Starts: true } && Resolved.Bounds.From > 0)
        {
            Bench.Schedule(Resolved.Bounds.From, Counts);
        }
        else
        {
            _triggers?.OpenStart(Bench, 0);
        }

        if (Resolved.InForce.Count > 0 && Resolved.Announced < Resolved.InForce[0].From)
        {
            Bench.Schedule(Resolved.Announced.Seconds, Announce);
        }

        // Exemptions begin before the policy does and end after it, so that in the second in which both do nothing closes and opens again.
        for (var i = 0; i < Resolved.Exempt.Count; i++)
        {
            Bench.Schedule(Resolved.Exempt[i].From.Seconds, Spare, i);
        }

        for (var i = 0; i < Resolved.InForce.Count; i++)
        {
            Bench.Schedule(Resolved.InForce[i].From.Seconds, Begin, i);
            Bench.Schedule(Resolved.InForce[i].Until.Seconds, Finish, i);
        }

        for (var i = 0; i < Resolved.Exempt.Count; i++)
        {
            Bench.Schedule(Resolved.Exempt[i].Until.Seconds, TakeBack, i);
        }
    }

    /// <inheritdoc/>
    public void OnTimer(int code, int arg, long now)
    {
        switch (code)
        {
            case Announce:
                Log(now, LogKind.ControlAnnounced);
                break;
            case Begin:
                OnBegin(arg, now);
                break;
            case Finish:
                OnFinish(arg == Resolved.InForce.Count - 1, now);
                break;
            case Counts:
                _triggers!.OpenStart(Bench, now);
                break;
            case LifeTriggers.StartsWhen or LifeTriggers.EndsWhen:
                OnTrigger(code, arg, now);
                break;
            case Spare:
                Exempt(Resolved.Exempt[arg], Bench.Log(now, LogKind.ExemptionStarted, LogSubject, Cause), 1, now);
                break;
            case TakeBack:
                Exempt(Resolved.Exempt[arg], Bench.Log(now, LogKind.ExemptionEnded, LogSubject, Cause), -1, now);
                break;
            default:
                OnOwnTimer(code, arg, now);
                break;
        }
    }

    private void OnTrigger(int code, int arg, long now)
    {
        var hasCome = _triggers!.HasCome(Bench, code, arg, now);
        if (hasCome && code == LifeTriggers.StartsWhen)
        {
            OnStart(now);
        }
        else if (hasCome && IsInForce)
        {
            OnFinish(true, now);
        }
    }

    /// <summary>Its condition has held: it is in force from now on, for as long as it says.</summary>
    private void OnStart(long now)
    {
        var lasts = Resolved.Lasts is { } span ? now + span.Seconds : Resolved.Bounds.Until;
        if (lasts <= now)
        {
            return;
        }

        OnBegin(0, now);
        if (lasts < long.MaxValue)
        {
            Bench.Schedule(lasts, Finish, Resolved.InForce.Count - 1);
        }
    }

    private void OnBegin(int window, long now)
    {
        if (_isOver)
        {
            return;
        }

        Log(now, BeginKind(window));
        IsInForce = true;
        BeganAt = BeganAt < 0 ? now : BeganAt;
        _life?.Add((SimTime.FromSeconds(now), SimTime.MaxValue));
        Enforce(now);
        _beside?.Begin(Bench, now, Cause);
        if (window == 0)
        {
            _triggers?.OpenEnd(Bench, now);
            Bench.Tell(PolicyEvent.Starts, now, Cause);
        }
    }

    private void OnFinish(bool isLast, long now)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = isLast;
        Log(now, isLast ? LogKind.ControlEnded : LogKind.ControlSuspended);
        (IsInForce, EndedAt) = (false, now);
        if (_life is { Count: > 0 } life)
        {
            life[^1] = (life[^1].From, SimTime.FromSeconds(now));
        }

        _beside?.End(Bench, now, Cause);
        Lift(now);
        if (isLast)
        {
            _triggers?.Close(Bench);
            Bench.Tell(PolicyEvent.Ends, now, Cause);
        }
    }
}
