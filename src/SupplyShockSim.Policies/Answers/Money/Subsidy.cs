using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>
/// Money for makers, paid when it comes into force: it lowers the least price at which each runs by amount / (capacity x life), with the capacity of
/// all of them together.
/// </summary>
public sealed record Subsidy : SellerAnswerSpec
{
    [Field("amount", "what is paid", Required = true, Example = "150 MUSD")]
    public Usd Amount { get; init; }

    [Field("life", "the years of output over which it is spread", Default = "10 yr")]
    public SimDuration Life { get; init; } = SimDuration.FromDays(3650);

    /// <inheritdoc/>
    public override string Type => "subsidy";

    /// <inheritdoc/>
    public override string Meaning => "makers are paid an amount, and run at a lower price";

    /// <inheritdoc/>
    public override string Summary => $"{Where} gets {PolicyWords.Number(Amount.Value / 1e6)} million USD";

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        base.Check(check);
        if (Life <= SimDuration.Zero)
        {
            check.Fault("life", "SS453", "a life that is not above zero", "such as 10 yr");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new SubsidyAtWork(bench, resolved, this);
}

/// <summary>A subsidy in one run. What its makers sell while it is in force counts as its tonnes.</summary>
internal sealed class SubsidyAtWork(PolicyBench bench, ResolvedPolicy resolved, Subsidy spec) : SellerAnswerAtWork(bench, resolved, spec)
{
    private readonly Grip _reliefs = bench.Take(Lever.SellerRelief, resolved.Subjects);

    protected override void Enforce(long now)
    {
        var network = Bench.Network;
        var tonnesPerDay = Subjects.Sum(i => network.Sites.CapacityPerDay[i] * network.Stocks.Coefficient[network.Sites.FirstOutput[i]]);
        Book.Pay(spec.Amount.Value, now);
        Bench.SetAll(_reliefs, spec.Amount.Value / (tonnesPerDay * spec.Life.Days), now, Cause);
        base.Enforce(now);
    }

    protected override void Lift(long now)
    {
        Bench.SetAll(_reliefs, 0, now, Cause);
        base.Lift(now);
    }

    protected override double CostUsdPerTonne(double marketUsdPerTonne) => 0;
}
