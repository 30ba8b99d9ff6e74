using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>
/// A control at work in one run. It schedules timers, and moves levers when they fire; between timers it does nothing.
/// </summary>
internal abstract class Control
{
    protected const int Announce = 1;
    protected const int Begin = 2;
    protected const int Finish = 3;

    /// <summary>The first code that a kind of control may use for its own timers.</summary>
    protected const int FirstOwnCode = 10;

    protected Control(SupplyModel model, ResolvedControl resolved, int index) => (Model, Resolved, Index) = (model, resolved, index);

    protected SupplyModel Model { get; private set; }

    protected ResolvedControl Resolved { get; }

    /// <summary>Its position in the run's list of controls.</summary>
    protected int Index { get; }

    /// <summary>The control that log entries are about.</summary>
    protected virtual int LogSubject => Index;

    protected int[] Subjects => Resolved.Subjects;

    /// <summary>The log entry of its last change.</summary>
    protected int Cause { get; private set; } = -1;

    protected bool IsInForce { get; private set; }

    /// <summary>Schedules its life.</summary>
    public void Open()
    {
        if (Resolved.InForce.Count > 0 && Resolved.Announced < Resolved.InForce[0].From)
        {
            Schedule(Resolved.Announced.Seconds, Announce);
        }

        for (var i = 0; i < Resolved.InForce.Count; i++)
        {
            Schedule(Resolved.InForce[i].From.Seconds, Begin, i);
            Schedule(Resolved.InForce[i].Until.Seconds, Finish, i);
        }
    }

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
            default:
                OnOwnTimer(code, arg, now);
                break;
        }
    }

    /// <summary>What the log says when a window of its life begins.</summary>
    protected virtual LogKind BeginKind(int window) => window == 0 ? LogKind.ControlStarted : LogKind.ControlResumed;

    /// <summary>Told of every change of a lane's dispatch; quotas count.</summary>
    public virtual void OnDispatch(int lane, long now)
    {
    }

    /// <summary>A copy that acts on another model.</summary>
    public Control CloneFor(SupplyModel model)
    {
        var copy = (Control)MemberwiseClone();
        copy.Model = model;
        copy.CopyState();
        return copy;
    }

    /// <summary>The control comes into force (again).</summary>
    protected abstract void Enforce(long now);

    /// <summary>The control is suspended, or ends.</summary>
    protected abstract void Lift(long now);

    protected virtual void OnOwnTimer(int code, int arg, long now) => throw new InvalidOperationException("unknown timer");

    /// <summary>Replaces the arrays of a fresh copy by arrays of its own.</summary>
    protected virtual void CopyState()
    {
    }

    protected void Schedule(long second, int code, int arg = 0) => Schedule(second, Phases.World, code, arg);

    protected void Schedule(long second, Phase phase, int code, int arg)
    {
        if (second <= Model.End)
        {
            Model.Calendar.Schedule(SimTime.FromSeconds(second), phase, new SupplyEvent(EventKind.Control, Index, code, arg));
        }
    }

    /// <summary>Logs a change of this control, which becomes the cause of what follows.</summary>
    protected void Log(long now, LogKind kind, double before = double.NaN, double after = double.NaN) =>
        Cause = Model.Log.Add(now, kind, SubjectKind.Control, LogSubject, Cause, before: before, after: after);

    /// <summary>Registers one place of a lever for each subject.</summary>
    protected int[] Register(Effects lever) => [.. Subjects.Select(lever.Register)];
}
