namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>
/// Progressive filling: all buyers are filled at the same pace until their order is met or nothing is left. The division is
/// max-min fair: nobody can get more without taking it from somebody who has less. Small buyers are served in
/// full before large ones. (Bertsekas and Gallager, Data Networks, 2nd ed. 1992, section 6.5.2.)
/// </summary>
public sealed class Progressive : IRationingRule
{
    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants)
    {
        grants[..claims.Length].Clear();
        var left = available;
        var open = claims.Length;
        var level = 0.0;
        while (open > 0 && left > 0)
        {
            var next = double.PositiveInfinity;
            foreach (var claim in claims)
            {
                if (claim.Order > level)
                {
                    next = Math.Min(next, claim.Order);
                }
            }

            open = Above(claims, level);
            if (open == 0)
            {
                break;
            }

            var rise = Math.Min(next - level, left / open);
            left -= rise * open;
            var stop = rise < next - level;
            level = stop ? level + rise : next;
            if (stop)
            {
                break;
            }
        }

        for (var i = 0; i < claims.Length; i++)
        {
            grants[i] = Math.Min(claims[i].Order, level);
        }
    }

    private static int Above(ReadOnlySpan<Claim> claims, double level)
    {
        var count = 0;
        foreach (var claim in claims)
        {
            count += claim.Order > level ? 1 : 0;
        }

        return count;
    }
}
