using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>
/// Lanes through a passage slow down or close. Goods under way keep the time they left with; a shorter way never overtakes
/// what left before. Unlike export controls it also acts within a country.
/// </summary>
public sealed record TransitChange : ControlSpec
{
    [Field("by", "exporters: countries, blocs or sites")]
    public IReadOnlyList<string> By { get; init; } = [];

    [Field("to", "destinations: countries, blocs or sites")]
    public IReadOnlyList<string> To { get; init; } = [];

    [Field("of", "commodities")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("lanes", "lane ids, or from>to:commodity")]
    public IReadOnlyList<string> Lanes { get; init; } = [];

    [Field("transit", "transit time while in force", Example = "45 d")]
    public SimDuration? Transit { get; init; }

    [Field("add", "time added to each lane's own while in force", Example = "12 d")]
    public SimDuration? Add { get; init; }

    [Field("closed", "nothing leaves while in force", Default = "false")]
    public bool Closed { get; init; }
}

/// <summary>A change of transit times in one run.</summary>
internal sealed class TransitChangeAtWork : Control
{
    private readonly TransitChange _spec;
    private readonly int[] _transits;
    private readonly int[] _delays;
    private readonly int[] _limits;

    public TransitChangeAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _spec = (TransitChange)resolved.Spec;
        _transits = Register(model.Levers.LaneTransit);
        _delays = Register(model.Levers.LaneDelay);
        _limits = _spec.Closed ? Register(model.Levers.LaneLimit) : [];
    }

    protected override void Enforce(long now) => Set(_spec.Transit?.Seconds ?? -1, _spec.Add?.Seconds ?? 0, 0, now);

    protected override void Lift(long now) => Set(-1, 0, double.PositiveInfinity, now);

    private void Set(double transit, double delay, double limit, long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Model.Levers.LaneTransit.Set(_transits[i], transit);
            Model.Levers.LaneDelay.Set(_delays[i], delay);
            Model.Levers.RefreshTransit(Subjects[i], now, Cause);
        }

        for (var i = 0; i < _limits.Length; i++)
        {
            Model.Levers.SetLaneLimit(_limits[i], Subjects[i], limit, now, Cause);
        }
    }
}
