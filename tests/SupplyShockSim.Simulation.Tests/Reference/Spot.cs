namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Buyers that contracts leave short turn to others, the cheapest first; what is still open reaches idle capacity.</summary>
internal sealed class Spot(World world, Rationing rationing)
{
    private double WorthSeeking => Math.Max(Small.Order, world.Tolerance);

    public void Clear(int commodity)
    {
        var buyers = world.Buyers(commodity).ToList();
        foreach (var seller in world.Sellers(commodity))
        {
            (seller.Offer, seller.Beyond) = (Offer(seller), 0);
        }

        buyers.ForEach(FindUnmet);
        buyers.RemoveAll(b => b.Unmet <= 0);
        Keep(buyers.FindAll(Keeps));
        for (var seeking = buyers; seeking.Count > 0;)
        {
            seeking = [.. seeking.Where(Ask)];
            Sell(commodity);
        }

        foreach (var buyer in buyers)
        {
            if (IsServed(buyer))
            {
                buyer.Left = 0;
            }

            AskIdleCapacity(buyer);
        }
    }

    public static bool Keeps(Stock buyer) => buyer.Kept > 0 && buyer.Kept - buyer.Open > Small.Order * buyer.Kept;

    private bool IsServed(Stock buyer) => buyer.Left <= WorthSeeking * buyer.Demand;

    /// <summary>What is made beyond contract orders, and the stock above target over one review period; without stock, what contracts leave.</summary>
    private double Offer(Stock seller)
    {
        if (seller.Dry || seller.Rations)
        {
            return Math.Max(0, Small.Net(seller.Inflow, seller.Granted));
        }

        var surplus = Math.Max(0, seller.Level - (seller.Target * (1 + Small.Surplus))) / world.ReviewDays;
        return Math.Max(0, Small.Net(seller.Inflow, seller.Orders)) + surplus;
    }

    private void FindUnmet(Stock buyer)
    {
        if (buyer.KeptAt != world.Now)
        {
            (buyer.KeptAt, buyer.Kept) = (world.Now, Kept(buyer));
        }

        buyer.Open = buyer.Demand - buyer.Lanes.Sum(l => l.Contract);
        var unmet = Math.Max(buyer.Open, buyer.Kept);
        var worth = buyer.Dry || buyer.Unmet > 0 ? WorthSeeking : Math.Max(Small.Deadband, WorthSeeking);
        buyer.Unmet = buyer.Left = unmet > worth * buyer.Demand ? unmet : 0;
        buyer.Lanes.ForEach(l => l.Spot = 0);
    }

    /// <summary>
    /// What a buyer needs of its spot suppliers until contract goods land: its use and what its stock on hand lacks, less what lands under
    /// contract; nothing where it has bought nothing. By the old rule: only with an empty stock, and no more than it has bought.
    /// </summary>
    private double Kept(Stock buyer)
    {
        var use = buyer.Coefficient * buyer.Site.Wanted;
        var bought = buyer.Lanes.Sum(l => l.SpotDispatch);
        var lands = buyer.Lanes.Sum(l => l.Transit == 0 ? l.Contract : Math.Min(l.Arriving, l.Contract));
        if (!world.Has(Rules.KeepUntilLanded))
        {
            return buyer.Dry ? Math.Min(bought, Math.Max(0, Small.Net(use, lands))) : 0;
        }

        var wanted = Math.Max(0, use + ((buyer.Target - buyer.Level) / world.AdjustmentDays));
        bought = buyer.Lanes.Where(l => l.Transit < ContractVoyage(buyer)).Sum(l => l.SpotDispatch);
        return bought > WorthSeeking * use ? Math.Max(0, Small.Net(wanted, lands)) : 0;
    }

    /// <summary>The longest voyage of goods ordered under contract that do not land yet.</summary>
    private static long ContractVoyage(Stock buyer) =>
        buyer.Lanes.Where(l => Small.Net(l.Order, l.Arriving) > 0).Select(l => l.Transit).DefaultIfEmpty(0).Max();

    /// <summary>
    /// They take first what they keep, from those they have it from. What they do not get of it they look for as any lack; by the old rule only
    /// as far as contracts leave them short.
    /// </summary>
    private void Keep(List<Stock> buyers)
    {
        foreach (var buyer in buyers)
        {
            var voyage = world.Has(Rules.KeepUntilLanded) ? ContractVoyage(buyer) : long.MaxValue;
            var share = buyer.Kept / buyer.Lanes.Where(l => l.Transit < voyage).Sum(l => l.SpotDispatch);
            foreach (var lane in buyer.Lanes.Where(l => l.From.Offer > 0 && l.Transit < voyage))
            {
                lane.Ask = Math.Min(lane.Room(), lane.SpotDispatch * share);
            }
        }

        foreach (var commodity in buyers.Select(b => b.Commodity).Distinct())
        {
            Sell(commodity);
        }

        if (!world.Has(Rules.KeepUntilLanded))
        {
            buyers.ForEach(b => b.Left = Math.Max(0, b.Open - (b.Unmet - b.Left)));
        }
    }

    /// <summary>One buyer asks in this turn; lanes of one cost are one choice, shared by what is offered there.</summary>
    private bool Ask(Stock buyer)
    {
        var rest = IsServed(buyer) ? 0 : buyer.Left;
        var asked = false;
        foreach (var choice in buyer.Lanes.Where(l => l.Room() > 0 && l.From.Offer > 0).GroupBy(l => l.Cost).OrderBy(g => g.Key))
        {
            if (rest <= WorthSeeking * buyer.Demand || (asked && !world.Has(Rules.AskForTheRest)))
            {
                break;
            }

            var offered = choice.Sum(l => l.From.Offer);
            foreach (var lane in choice)
            {
                lane.Ask = Math.Min(lane.Room(), rest * (lane.From.Offer / offered));
                asked = true;
            }

            rest -= choice.Sum(l => Math.Min(l.Ask, l.From.Offer));
        }

        return asked;
    }

    /// <summary>Sellers serve what they were asked in this turn, and ration where it is too much.</summary>
    private void Sell(int commodity)
    {
        foreach (var seller in world.Sellers(commodity))
        {
            var asking = seller.Lanes.Where(l => l.Ask > 0).ToList();
            var total = asking.Sum(l => l.Ask);
            var grants = total > seller.Offer ? rationing.Divide(asking, l => l.Ask, _ => 0, seller.Offer) : [.. asking.Select(l => l.Ask)];
            seller.Offer = total > seller.Offer ? 0 : Small.Net(seller.Offer, total);
            for (var i = 0; i < asking.Count; i++)
            {
                asking[i].Spot += grants[i];
                asking[i].To.Left -= grants[i];
                asking[i].Ask = 0;
                seller.Beyond += grants[i];
            }
        }
    }

    private void AskIdleCapacity(Stock buyer)
    {
        var asked = buyer.Lanes.Select(l => (Lane: l, Headroom: Headroom(l), Amount: Lacks(l))).Where(x => x.Headroom > 0 && x.Amount > 0).ToList();
        var headroom = asked.Sum(x => x.Headroom);
        foreach (var (lane, own, amount) in asked)
        {
            lane.From.Beyond += Math.Min(lane.Room(), amount * own / headroom);
        }
    }

    /// <summary>What a lane's seller is asked for: a seller that rations the buyer holds that order already.</summary>
    private double Lacks(Lane lane)
    {
        var holds = Small.Net(lane.Order, lane.Contract);
        return holds <= 0 ? lane.To.Left
            : world.Has(Rules.AskWhoRations) ? Math.Max(0, Small.Net(lane.To.Left, holds))
            : 0;
    }

    private static double Headroom(Lane lane)
    {
        var seller = lane.From;
        return lane.Room() <= 0 || seller.IsByProduct
            ? 0
            : Math.Max(0, Small.Net(seller.Site.Capacity * seller.Coefficient, Math.Max(seller.Inflow, seller.Orders)));
    }
}
