namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>Home buyers first, then buyers in a bloc with the seller's country, then the rest; pro-rata within each.</summary>
public sealed class DomesticFirst : IRationingRule
{
    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants) =>
        InClasses.Ration(claims, available, grants, static claim => claim.Distance);
}
