using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>
/// A floor under the price of what makers sell: the state pays what the market pays less. A floor at or below the market price changes nothing.
/// </summary>
public sealed record PriceFloor : SellerAnswerSpec
{
    [Field("price", "the least that the seller gets", Required = true, Example = "110 USD/kg")]
    public UsdPerTonne Price { get; init; }

    /// <inheritdoc/>
    public override string Type => "price-floor";

    /// <inheritdoc/>
    public override string Meaning => "the state pays sellers what the market pays less than a floor";

    /// <inheritdoc/>
    public override string Summary => $"{Where} gets at least {MoneyWords.PerKg(Price)}";

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new FloorAtWork(bench, resolved, this);
}

/// <summary>A price floor in one run.</summary>
internal sealed class FloorAtWork(PolicyBench bench, ResolvedPolicy resolved, PriceFloor spec) : SellerAnswerAtWork(bench, resolved, spec)
{
    private readonly Grip _floors = bench.Take(Lever.SellerFloor, resolved.Subjects);

    protected override void Enforce(long now)
    {
        Bench.SetAll(_floors, spec.Price.Value, now, Cause);
        base.Enforce(now);
    }

    protected override void Lift(long now)
    {
        Bench.SetAll(_floors, 0, now, Cause);
        base.Lift(now);
    }

    protected override double CostUsdPerTonne(double marketUsdPerTonne) => Math.Max(0, spec.Price.Value - marketUsdPerTonne);
}
