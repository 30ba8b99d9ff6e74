using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <summary>A policy at work that is announced, comes into force, pauses and ends; a kind says what it does then.</summary>
public abstract class PolicyAtWork : IPolicyAtWork
{
    private const int Announce = 1;
    private const int Begin = 2;
    private const int Finish = 3;
    private const int Spare = 4;
    private const int TakeBack = 5;

    /// <summary>The first code that a kind may use for timers of its own.</summary>
    protected const int FirstOwnCode = 10;

    /// <summary>By subject: how many exemptions hold now; empty where none is dated.</summary>
    private int[] _exemptions;

    protected PolicyAtWork(PolicyBench bench, ResolvedPolicy resolved) =>
        (Bench, Resolved, _exemptions) = (bench, resolved, resolved.Exempt.Count > 0 ? new int[resolved.Subjects.Length] : []);

    protected PolicyBench Bench { get; private set; }

    protected ResolvedPolicy Resolved { get; }

    /// <summary>The policy that log entries are about.</summary>
    protected virtual int LogSubject => Bench.Index;

    protected int[] Subjects => Resolved.Subjects;

    /// <summary>The log entry of its last change.</summary>
    protected int Cause { get; private set; } = -1;

    protected bool IsInForce { get; private set; }

    /// <inheritdoc/>
    public void Open()
    {
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
                Log(now, BeginKind(arg));
                IsInForce = true;
                Enforce(now);
                break;
            case Finish:
                Log(now, arg == Resolved.InForce.Count - 1 ? LogKind.ControlEnded : LogKind.ControlSuspended);
                IsInForce = false;
                Lift(now);
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

    /// <inheritdoc/>
    public virtual void OnDispatch(int watched, long now)
    {
    }

    /// <inheritdoc/>
    public virtual void OnDispatched(long now)
    {
    }

    /// <inheritdoc/>
    public virtual void OnPrices(long now)
    {
    }

    /// <inheritdoc/>
    public virtual AnswerRecord? Account(long now) => null;

    /// <inheritdoc/>
    public IPolicyAtWork CloneFor(PolicyBench bench)
    {
        var copy = (PolicyAtWork)MemberwiseClone();
        copy.Bench = bench;
        copy._exemptions = [.. _exemptions];
        copy.CopyState();
        return copy;
    }

    /// <summary>What the log says when a window of its life begins.</summary>
    protected virtual LogKind BeginKind(int window) => window == 0 ? LogKind.ControlStarted : LogKind.ControlResumed;

    /// <summary>Whether a subject is exempt now.</summary>
    protected bool IsExempt(int i) => _exemptions.Length > 0 && _exemptions[i] > 0;

    /// <summary>A subject is exempt from now on, or no longer.</summary>
    protected virtual void OnExempt(int i, long now)
    {
    }

    /// <summary>It comes into force (again).</summary>
    protected abstract void Enforce(long now);

    /// <summary>It is suspended, or ends.</summary>
    protected abstract void Lift(long now);

    /// <summary>A timer of the kind's own fires.</summary>
    protected virtual void OnOwnTimer(int code, int arg, long now) => throw new InvalidOperationException("unknown timer");

    /// <summary>Replaces the arrays of a fresh copy by arrays of its own.</summary>
    protected virtual void CopyState()
    {
    }

    private void Exempt(DatedExemption exemption, int cause, int more, long now)
    {
        foreach (var i in exemption.Positions)
        {
            var was = IsExempt(i);
            _exemptions[i] += more;
            if (IsExempt(i) != was)
            {
                Bench.Spare(Subjects[i], !was, now, cause);
                OnExempt(i, now);
            }
        }
    }

    /// <summary>Logs a change of this policy, which becomes the cause of what follows.</summary>
    protected void Log(long now, LogKind kind, double before = double.NaN, double after = double.NaN) =>
        Cause = Bench.Log(now, kind, LogSubject, Cause, before, after);
}
