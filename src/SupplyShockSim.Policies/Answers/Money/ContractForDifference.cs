using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>A contract for difference: sellers get the strike whatever the market pays; the state pays the difference, or earns it.</summary>
public sealed record ContractForDifference : SellerAnswerSpec
{
    [Field("strike", "what the seller gets, whatever the market pays", Required = true, Example = "80 USD/kg")]
    public UsdPerTonne Strike { get; init; }

    /// <inheritdoc/>
    public override string Type => "contract-for-difference";

    /// <inheritdoc/>
    public override string Meaning => "sellers get a strike price, and the state pays or earns the difference to the market";

    /// <inheritdoc/>
    public override string Summary => $"{Where} gets {MoneyWords.PerKg(Strike)} whatever the market pays";

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        base.Check(check);
        if (Strike.Value <= 0)
        {
            check.Fault("strike", "SS452", "a price of zero", "write what the seller gets, such as 80 USD/kg");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new DifferenceAtWork(bench, resolved, this);
}

/// <summary>A contract for difference in one run.</summary>
internal sealed class DifferenceAtWork(PolicyBench bench, ResolvedPolicy resolved, ContractForDifference spec) : SellerAnswerAtWork(bench, resolved, spec)
{
    private readonly Grip _strikes = bench.Take(Lever.SellerStrike, resolved.Subjects);

    protected override void Enforce(long now)
    {
        Bench.SetAll(_strikes, spec.Strike.Value, now, Cause);
        base.Enforce(now);
    }

    protected override void Lift(long now)
    {
        Bench.SetAll(_strikes, 0, now, Cause);
        base.Lift(now);
    }

    protected override double CostUsdPerTonne(double marketUsdPerTonne) => spec.Strike.Value - marketUsdPerTonne;
}
