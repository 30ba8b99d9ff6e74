namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>Classes in order, lowest number first; pro-rata within a class.</summary>
public sealed class Priority : IRationingRule
{
    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants) =>
        InClasses.Ration(claims, available, grants, static claim => claim.Priority);
}
