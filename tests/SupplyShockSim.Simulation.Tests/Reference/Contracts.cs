namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Orders over contract lanes, and what sellers ship of them.</summary>
internal sealed class Contracts(World world, Rationing rationing)
{
    /// <summary>
    /// Each buyer orders its need over its contract lanes in proportion to their flow; where its contracts are less than what it uses, only
    /// that part of its need.
    /// </summary>
    public static void Order(World world, Stock buyer)
    {
        var contracted = buyer.Lanes.Sum(l => l.Flow);
        if (world.Has(Rules.Renewal) && world.Extras.TermDays is not null)
        {
            contracted = Math.Max(contracted, buyer.Normal);
        }

        foreach (var lane in buyer.Lanes.Where(l => contracted > 0))
        {
            lane.Order = Math.Min(buyer.Demand * lane.Flow / contracted, lane.Limit);
        }
    }

    public void Fill(Stock seller)
    {
        seller.HasChanged = false;
        seller.Orders = seller.Lanes.Sum(l => l.Order);
        var has = seller.Inflow;
        if (world.Has(Rules.LastingRations))
        {
            var gathered = seller.Level / world.ReviewDays;
            gathered = gathered > Small.Order * seller.Orders ? gathered : 0;
            var lacks = Small.Net(seller.Orders, seller.Inflow + (seller.Rations ? gathered : 0)) > 0;
            seller.Rations = lacks && (seller.Rations || seller.IsEmpty(seller.Orders));
            has += gathered;
            if (seller.Rations)
            {
                seller.Dry = gathered == 0; // what has gathered leaves, and so is gone once it has
                seller.Refresh();
            }
        }
        else
        {
            seller.Rations = seller.Dry && Small.Net(seller.Orders, seller.Inflow) > 0;
        }

        var ordering = seller.Lanes.Where(l => l.Order > 0).ToList();
        var grants = seller.Rations ? rationing.Divide(ordering, l => l.Order, l => l.Flow, has) : [.. ordering.Select(l => l.Order)];
        foreach (var lane in seller.Lanes)
        {
            lane.Contract = ordering.IndexOf(lane) is var i && i >= 0 ? grants[i] : 0;
            lane.DividedOrder = lane.Order;
        }

        seller.Granted = seller.Lanes.Sum(l => l.Contract);
    }

    /// <summary>Between decisions a seller without stock sells no more on the spot than contracts leave of what it makes.</summary>
    public void Cut(Stock seller)
    {
        var selling = seller.Lanes.Where(l => l.Spot > 0).ToList();
        var available = Math.Max(0, seller.Inflow - seller.Granted);
        if (!(seller.Dry || seller.Rations) || Small.Net(selling.Sum(l => l.Spot), available) <= 0)
        {
            return;
        }

        var grants = rationing.Divide(selling, l => l.Spot, _ => 0, available);
        for (var i = 0; i < selling.Count; i++)
        {
            selling[i].Spot = grants[i];
        }
    }
}
