using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>Sites lose a share of their capacity (fire, strike, flood) and get it back at once or along a ramp.</summary>
public sealed record Outage : SiteControlSpec
{
    [Field("share", "how much of the capacity is lost", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("ramp", "time over which the capacity comes back after the end, in daily steps", Default = "0 d")]
    public SimDuration Ramp { get; init; }

    /// <inheritdoc/>
    public override string Type => "outage";

    /// <inheritdoc/>
    public override string Meaning => "sites lose a share of their capacity";

    /// <inheritdoc/>
    public override string Summary => $"{Where} {(Of.Count > 0 ? $"({PolicyWords.Join(Of)}) " : "")}lose {PolicyWords.Percent(Share.Value)} of capacity";

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new OutageAtWork(bench, resolved, this);
}

/// <summary>An outage in one run. The way back is a staircase (<see cref="DailySteps"/>).</summary>
internal sealed class OutageAtWork(PolicyBench bench, ResolvedPolicy resolved, Outage spec) : PolicyAtWork(bench, resolved)
{
    private const int Step = FirstOwnCode;

    private readonly Grip _factors = bench.Take(Lever.Capacity, resolved.Subjects);

    protected override void Enforce(long now) => Set(1 - spec.Share.Value, now);

    protected override void Lift(long now) => Recover(now);

    protected override void OnOwnTimer(int code, int arg, long now) => Recover(now);

    private void Recover(long now)
    {
        var elapsed = now - EndedAt;
        var back = DailySteps.Height(elapsed, spec.Ramp.Seconds);
        if (elapsed < spec.Ramp.Seconds)
        {
            Bench.Schedule(now + SimDuration.SecondsPerDay, Step);
        }

        Set(1 - (spec.Share.Value * (1 - back)), now);
    }

    private void Set(double multiple, long now) => Bench.SetAll(_factors, multiple, now, Cause);
}
