using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>Raises the landed cost of the selected lanes, and so their place in a buyer's ranking.</summary>
public sealed record Tariff : LaneControlSpec
{
    [Field("rate", "the duty: a share of the commodity's price, or an amount per tonne", Required = true, Example = "25 %")]
    public TariffRate Rate { get; init; }
}

/// <summary>A tariff in one run.</summary>
internal sealed class TariffAtWork : Control
{
    private readonly TariffRate _rate;
    private readonly int[] _costs;

    public TariffAtWork(SupplyModel model, ResolvedControl resolved, int index)
        : base(model, resolved, index)
    {
        _rate = ((Tariff)resolved.Spec).Rate;
        _costs = Register(model.Levers.LaneCost);
    }

    protected override void Enforce(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            var price = Model.Network.Commodities.PriceUsdPerTonne[Model.Network.Lanes.Commodity[Subjects[i]]];
            var duty = _rate.UsdPerTonne + (_rate.ShareOfPrice > 0 ? _rate.ShareOfPrice * price : 0);
            Model.Levers.SetLaneCost(_costs[i], Subjects[i], duty, now, Cause);
        }
    }

    protected override void Lift(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Model.Levers.SetLaneCost(_costs[i], Subjects[i], 0, now, Cause);
        }
    }
}
