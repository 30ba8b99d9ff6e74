namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>Serves class after class, each in full while there is enough, pro-rata in the class where it ends.</summary>
internal static class InClasses
{
    public static void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants, Func<Claim, double> classOf)
    {
        grants[..claims.Length].Clear();
        var left = available;
        var served = double.NegativeInfinity;
        while (left > 0 && TryNext(claims, classOf, served, out var next, out var ordered))
        {
            var share = Math.Min(1, left / ordered);
            for (var i = 0; i < claims.Length; i++)
            {
                if (classOf(claims[i]) == next)
                {
                    grants[i] = claims[i].Order * share;
                }
            }

            left -= ordered * share;
            served = next;
        }
    }

    private static bool TryNext(ReadOnlySpan<Claim> claims, Func<Claim, double> classOf, double after, out double next, out double ordered)
    {
        next = double.PositiveInfinity;
        ordered = 0;
        var found = false;
        foreach (var claim in claims)
        {
            var c = classOf(claim);
            if (c <= after || c > next)
            {
                continue;
            }

            ordered = c == next && found ? ordered + claim.Order : claim.Order;
            next = c;
            found = true;
        }

        return found;
    }
}
