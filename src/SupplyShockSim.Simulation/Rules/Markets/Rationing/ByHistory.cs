namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>
/// Every buyer up to its contract first, in proportion; what is left in proportion to the orders beyond. So nobody gains by ordering more than
/// before (H. Lee, V. Padmanabhan and S. Whang, "Information distortion in a supply chain", Management Science 43, 1997).
/// </summary>
public sealed class ByHistory : IRationingRule
{
    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants)
    {
        var (ordered, within) = (0.0, 0.0);
        foreach (var claim in claims)
        {
            ordered += claim.Order;
            within += Within(claim);
        }

        var share = within > 0 ? Math.Min(1, available / within) : 0;
        var beyond = ordered > within ? Math.Clamp((available - within) / (ordered - within), 0, 1) : 0;
        for (var i = 0; i < claims.Length; i++)
        {
            grants[i] = (Within(claims[i]) * share) + ((claims[i].Order - Within(claims[i])) * beyond);
        }
    }

    private static double Within(in Claim claim) => Math.Min(claim.Order, claim.Contract);
}
