using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>Raises the landed cost of the selected lanes, and so their place in a buyer's ranking.</summary>
public sealed record Tariff : LaneControlSpec
{
    [Field("rate", "the duty: a share of the commodity's price, or an amount per tonne", Required = true, Example = "25 %")]
    public TariffRate Rate { get; init; }

    /// <inheritdoc/>
    public override string Type => "tariff";

    /// <inheritdoc/>
    public override string Meaning => "raises the landed cost of selected lanes";

    /// <inheritdoc/>
    public override string Summary => $"exports of {What} by {Who}{Whither} pay "
        + (Rate.ShareOfPrice > 0 ? $"{PolicyWords.Percent(Rate.ShareOfPrice)} of the price" : $"{PolicyWords.Number(Rate.UsdPerTonne)} USD/t");

    /// <inheritdoc/>
    public override TariffRate? Duty => Rate;

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (Rate.ShareOfPrice <= 0)
        {
            return;
        }

        var commodities = check.Network.Commodities;
        foreach (var c in check.Subjects.Select(l => check.Network.Lanes.Commodity[l]).Distinct().Where(c => double.IsNaN(commodities.PriceUsdPerTonne[c])))
        {
            check.Fault("rate", "SS424", $"a tariff in % of price, but '{commodities.Id[c]}' has no price",
                "give the commodity a `price`, or the tariff in USD/t");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new TariffAtWork(bench, resolved, Rate);
}

/// <summary>A tariff in one run.</summary>
internal sealed class TariffAtWork(PolicyBench bench, ResolvedPolicy resolved, TariffRate rate) : PolicyAtWork(bench, resolved)
{
    private readonly Grip _costs = bench.Take(Lever.LaneCost, resolved.Subjects);

    protected override void Enforce(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            var price = Bench.Network.Commodities.PriceUsdPerTonne[Bench.Network.Lanes.Commodity[Subjects[i]]];
            var duty = rate.UsdPerTonne + (rate.ShareOfPrice > 0 ? rate.ShareOfPrice * price : 0);
            Bench.Set(_costs, i, duty, now, Cause);
        }
    }

    protected override void Lift(long now) => Bench.SetAll(_costs, 0, now, Cause);
}
