namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>Every buyer gets the same share of its order.</summary>
public sealed class ProRata : IRationingRule
{
    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants)
    {
        var total = 0.0;
        foreach (var claim in claims)
        {
            total += claim.Order;
        }

        var share = total > 0 ? Math.Min(1, available / total) : 0;
        for (var i = 0; i < claims.Length; i++)
        {
            grants[i] = claims[i].Order * share;
        }
    }
}
