using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>Sites lose a share of their capacity (fire, strike, flood) and get it back at once or along a ramp.</summary>
public sealed record Outage : SiteControlSpec
{
    [Field("share", "how much of the capacity is lost", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("ramp", "time over which the capacity comes back after the end, in daily steps", Default = "0 d")]
    public SimDuration Ramp { get; init; }
}

/// <summary>An outage in one run. The way back is a staircase (<see cref="DailySteps"/>).</summary>
internal sealed class OutageAtWork : Control
{
    private const int Step = FirstOwnCode;

    private readonly Outage _spec;
    private readonly int[] _factors;

    public OutageAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (Outage)resolved.Spec;
        _factors = Register(model.Levers.Capacity);
    }

    protected override void Enforce(long now) => Set(1 - _spec.Share.Value, now);

    protected override void Lift(long now) => Recover(now);

    protected override void OnOwnTimer(int code, int arg, long now) => Recover(now);

    private void Recover(long now)
    {
        var elapsed = now - Resolved.InForce[^1].Until.Seconds;
        var back = DailySteps.Height(elapsed, _spec.Ramp.Seconds);
        if (elapsed < _spec.Ramp.Seconds)
        {
            Schedule(now + SimDuration.SecondsPerDay, Step);
        }

        Set(1 - (_spec.Share.Value * (1 - back)), now);
    }

    private void Set(double multiple, long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Model.Levers.SetCapacity(_factors[i], Subjects[i], multiple, now, Cause);
        }
    }
}
