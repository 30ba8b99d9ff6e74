namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>Buyers in the order of their country's price, the highest first; pro-rata within one.</summary>
public sealed class ByPrice : IRationingRule
{
    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants) =>
        InClasses.Ration(claims, available, grants, static claim => double.IsNaN(claim.PriceUsdPerTonne) ? 0 : -claim.PriceUsdPerTonne);
}
