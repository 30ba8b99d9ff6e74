using SupplyShockSim.Engine;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <summary>
/// A policy at work that is announced, comes into force, pauses and ends, at given moments or when conditions hold; a kind says what it does then.
/// </summary>
public abstract partial class PolicyAtWork : IPolicyAtWork
{
    /// <summary>The first code that a kind may use for timers of its own.</summary>
    protected const int FirstOwnCode = 10;

    /// <summary>By subject: how many exemptions hold now; empty where none is dated.</summary>
    private int[] _exemptions;

    private readonly IBeside? _beside;
    private LifeTriggers? _triggers;
    private List<(SimTime From, SimTime Until)>? _life;
    private bool _isOver;

    protected PolicyAtWork(PolicyBench bench, ResolvedPolicy resolved)
    {
        (Bench, Resolved, _exemptions) = (bench, resolved, resolved.Exempt.Count > 0 ? new int[resolved.Subjects.Length] : []);
        _triggers = LifeTriggers.Of(bench, resolved.Starts, resolved.Ends);
        _beside = resolved.ActsBeside ? resolved.Spec.ActBeside(bench, resolved) : null;
        _life = _triggers is null ? null : [];
    }

    protected PolicyBench Bench { get; private set; }

    protected ResolvedPolicy Resolved { get; }

    /// <summary>The policy that log entries are about.</summary>
    protected virtual int LogSubject => Bench.Index;

    protected int[] Subjects => Resolved.Subjects;

    /// <summary>The log entry of its last change.</summary>
    protected int Cause { get; private set; } = -1;

    protected bool IsInForce { get; private set; }

    /// <summary>The second at which it first came into force.</summary>
    protected long BeganAt { get; private set; } = -1;

    /// <summary>The second at which it last went out of force.</summary>
    protected long EndedAt { get; private set; } = -1;

    /// <inheritdoc/>
    public IReadOnlyList<(SimTime From, SimTime Until)>? Life => _life;

    void IPolicyAtWork.OnSettling(long now)
    {
        _triggers?.Look(Bench, now);
        OnSettling(now);
    }

    void IPolicyAtWork.OnPrices(long now)
    {
        _triggers?.Look(Bench, now);
        OnPrices(now);
    }

    /// <inheritdoc/>
    public void OnOther(int policy, PolicyEvent what, long now, int entry)
    {
        if (_triggers is not null && _triggers.OnOther(Bench, policy, what, now))
        {
            Cause = entry;
        }
    }

    /// <inheritdoc/>
    public virtual void OnDispatch(int watched, long now)
    {
    }

    /// <summary>A site that the kind watches was touched; see <see cref="IPolicyAtWork.OnSettling"/>.</summary>
    public virtual void OnSettling(long now)
    {
    }

    /// <inheritdoc/>
    public virtual void OnDispatched(long now)
    {
    }

    /// <summary>Some price has changed.</summary>
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
        (copy._triggers, copy._life) = (_triggers?.Clone(), _life is null ? null : [.. _life]);
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

    /// <summary>Leaves a subject alone for a reason beside its exemptions, or takes that back.</summary>
    internal void SetApart(int i, bool isApart, long now)
    {
        _exemptions = _exemptions.Length > 0 ? _exemptions : new int[Subjects.Length];
        var was = IsExempt(i);
        _exemptions[i] += isApart ? 1 : -1;
        if (IsExempt(i) != was)
        {
            Bench.Spare(Subjects[i], !was, now, Cause);
            OnExempt(i, now);
        }
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
