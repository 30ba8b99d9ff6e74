using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>A capacity-change or demand-change in one run: a multiple while in force, or one after another along its schedule.</summary>
internal sealed class MultiplierAtWork : Control
{
    private const int Step = FirstOwnCode;

    private readonly MultiplierSpec _spec;
    private readonly int[] _factors;

    public MultiplierAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (MultiplierSpec)resolved.Spec;
        _factors = Register(model.Levers.Capacity);
    }

    protected override void Enforce(long now)
    {
        Set(_spec.To?.Value ?? 1, now);
        for (var i = 0; i < _spec.Schedule.Count; i++)
        {
            var at = _spec.Schedule[i].At.ToSimTime(Model.Spec.Start).Seconds;
            if (at <= now)
            {
                Set(_spec.Schedule[i].To.Value, now);
            }
            else
            {
                Schedule(at, Step, i);
            }
        }
    }

    protected override void Lift(long now) => Set(1, now);

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (IsInForce)
        {
            Log(now, LogKind.ControlChanged, after: _spec.Schedule[arg].To.Value);
            Set(_spec.Schedule[arg].To.Value, now);
        }
    }

    private void Set(double multiple, long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Model.Levers.SetCapacity(_factors[i], Subjects[i], multiple, now, Cause);
        }
    }
}
