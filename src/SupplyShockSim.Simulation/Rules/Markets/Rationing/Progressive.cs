namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>
/// Progressive filling: all rows are filled at the same pace until their order is met or nothing is left. The division is
/// max-min fair: nobody can get more without taking it from somebody who has less. Small buyers are served in
/// full before large ones. (Bertsekas and Gallager, Data Networks, 2nd ed. 1992, section 6.5.2.) The firms of one row are one buyer: they share its
/// part in proportion to their orders, so that it does not matter into how many firms a row is split.
/// </summary>
public sealed class Progressive : IRationingRule
{
    /// <summary>One rule serves all runs, each on its thread; kept so that nothing is allocated.</summary>
    [ThreadStatic]
    private static Dictionary<int, double>? _orderOfRow;

    [ThreadStatic]
    private static List<double>? _rising;

    public void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants)
    {
        var orderOfRow = _orderOfRow ??= [];
        orderOfRow.Clear();
        foreach (var claim in claims)
        {
            orderOfRow[claim.Row] = orderOfRow.GetValueOrDefault(claim.Row) + claim.Order;
        }

        var level = Level(orderOfRow.Values, available);
        for (var i = 0; i < claims.Length; i++)
        {
            var row = orderOfRow[claims[i].Row];
            grants[i] = row <= level ? claims[i].Order : claims[i].Order * (level / row);
        }
    }

    /// <summary>t/d up to which every row is filled.</summary>
    private static double Level(Dictionary<int, double>.ValueCollection orders, double available)
    {
        var rising = _rising ??= [];
        rising.Clear();
        foreach (var order in orders)
        {
            rising.Add(order);
        }

        rising.Sort();
        var (left, level) = (available, 0.0);
        for (var i = 0; i < rising.Count; i++)
        {
            var open = rising.Count - i;
            var rise = rising[i] - level;
            if (rise * open >= left)
            {
                return level + (left / open);
            }

            left -= rise * open;
            level = rising[i];
        }

        return level;
    }
}
