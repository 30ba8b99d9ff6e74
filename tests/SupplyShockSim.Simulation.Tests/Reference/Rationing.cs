namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>An order at a seller that has too little for all.</summary>
/// <param name="Order">t/d.</param>
/// <param name="Contract">Contract flow, t/d.</param>
/// <param name="Priority">Class of the buyer.</param>
/// <param name="Distance">0 = at home, 1 = in a bloc, 2 = elsewhere.</param>
/// <param name="Row">The buyer's row.</param>
internal sealed record Bid(double Order, double Contract, int Priority, int Distance, string Row);

/// <summary>The rationing rules, each as one would do it on paper.</summary>
internal sealed class Rationing(World world)
{
    private readonly string _rule = world.Prepared.Spec.Market.Rationing is var rule && rule == "by-history" && !world.Has(Rules.ByHistory) ? "pro-rata" : rule;

    /// <summary>The orders of lanes at one seller; on the spot nobody has a contract.</summary>
    public double[] Divide(IReadOnlyList<Lane> lanes, Func<Lane, double> orderOf, Func<Lane, double> contractOf, double available)
    {
        var orders = lanes.Select(l => new Bid(
            orderOf(l),
            contractOf(l),
            world.Network.Sites.Priority[l.To.Site.Index],
            Distance(l),
            world.Has(Rules.FillByRow) ? l.To.Site.Row : $"{l.To.Index}")).ToList();
        return _rule switch
        {
            "pro-rata" => InClasses(orders, available, _ => 0),
            "priority" => InClasses(orders, available, o => o.Priority),
            "domestic-first" => InClasses(orders, available, o => o.Distance),
            "progressive" => Progressive(orders, available),
            "by-history" => ByHistory(orders, available),
            _ => throw new NotSupportedException(_rule),
        };
    }

    private static double[] InClasses(List<Bid> orders, double available, Func<Bid, int> classOf)
    {
        var grants = new double[orders.Count];
        foreach (var group in orders.Select((o, i) => (o, i)).GroupBy(x => classOf(x.o)).OrderBy(g => g.Key))
        {
            var ordered = group.Sum(x => x.o.Order);
            var share = ordered > 0 ? Math.Min(1, available / ordered) : 0;
            foreach (var (order, i) in group)
            {
                grants[i] = order.Order * share;
            }

            available = Math.Max(0, available - (ordered * share));
        }

        return grants;
    }

    /// <summary>Rows are filled at one pace, in tonnes, until met; the cohorts of a row share by order.</summary>
    private static double[] Progressive(List<Bid> orders, double available)
    {
        var rows = orders.GroupBy(o => o.Row).Select(g => (Row: g.Key, Order: g.Sum(o => o.Order))).OrderBy(r => r.Order).ToList();
        var level = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            var even = available / (rows.Count - i);
            level = Math.Min(rows[i].Order, even);
            if (rows[i].Order >= even)
            {
                break;
            }

            available -= rows[i].Order;
        }

        var most = rows.ToDictionary(r => r.Row, r => r.Order > 0 ? Math.Min(1, level / r.Order) : 0, StringComparer.Ordinal);
        return [.. orders.Select(o => o.Order * most[o.Row])];
    }

    /// <summary>Up to its contract each, in proportion; what is left by what is ordered beyond.</summary>
    private static double[] ByHistory(List<Bid> orders, double available)
    {
        var known = orders.Select(o => Math.Min(o.Order, o.Contract)).ToList();
        var share = known.Sum() > 0 ? Math.Min(1, available / known.Sum()) : 0;
        var left = available - (share * known.Sum());
        var beyond = orders.Select((o, i) => o.Order - known[i]).ToList();
        var shareBeyond = beyond.Sum() > 0 ? Math.Clamp(left / beyond.Sum(), 0, 1) : 0;
        return [.. known.Select((k, i) => (k * share) + (beyond[i] * shareBeyond))];
    }

    private int Distance(Lane lane)
    {
        var (from, to) = (world.Network.Sites.Country[lane.From.Site.Index], world.Network.Sites.Country[lane.To.Site.Index]);
        return from == to ? 0 : world.Network.Countries.BlocMembers.Any(b => b.Contains(from) && b.Contains(to)) ? 1 : 2;
    }
}
