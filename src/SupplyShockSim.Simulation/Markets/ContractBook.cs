using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>
/// Contracts (model: section 5.1): each buyer orders its need over its contract lanes in proportion to their baseline flow; a seller with
/// stock on hand ships what is ordered, one without ships what it makes and rations.
/// </summary>
internal sealed class ContractBook(SupplyModel model, Market market, Seller seller)
{
    /// <summary>Spreads a buyer's need over its contract lanes; lists the sellers whose orders change.</summary>
    public void Order(int buyer, List<int> sellers)
    {
        ref var book = ref market.Buyers[buyer];
        if (book.Contracted <= 0)
        {
            return;
        }

        ref var stock = ref model.Stocks[buyer];
        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref model.Lanes[index];
            var share = lane.Flow / book.Contracted;
            var order = Math.Min(stock.Demand * share, lane.Limit);
            if (share == 0 || order == lane.Order)
            {
                continue;
            }

            ref var from = ref market.Sellers[lane.FromStock];
            from.OrderChange += order - lane.Order;
            from.Cause = order >= lane.Limit ? lane.LimitCause : model.Sites[stock.Site].Cause;
            lane.Order = order;
            lane.Next = from.First;
            from.First = index;
            if (!from.Listed)
            {
                from.Listed = true;
                sellers.Add(lane.FromStock);
            }
        }
    }

    /// <summary>Ships what a seller can of its contract orders; lists the buyers to look at.</summary>
    public void Fill(int index, long now)
    {
        ref var book = ref market.Sellers[index];
        ref var stock = ref model.Stocks[index];
        if (!LaneSums.TryAdd(ref book.Orders, book.OrderChange, ref book.Additions, model.IsThorough))
        {
            book.Orders = SumOrders(index);
        }

        book.OrderChange = 0;
        var isShort = stock.Dry && Rounding.Net(book.Orders, stock.Inflow) > 0;
        if (isShort)
        {
            Ration(index, ref book, stock.Inflow, now);
        }
        else
        {
            GrantAll(index, ref book, now);
        }

        book.First = -1;
        NoteRationing(index, ref book, isShort, ref stock, now);
    }

    private double SumOrders(int stock)
    {
        var orders = 0.0;
        foreach (var lane in model.Network.Stocks.Lanes(stock))
        {
            orders += model.Lanes[lane].Order;
        }

        return orders;
    }

    /// <summary>Every order is granted whole: those that changed, or all when some were not before.</summary>
    private void GrantAll(int index, ref SellerNow book, long now)
    {
        book.Granted = book.Orders;
        if (book.Rationed)
        {
            foreach (var lane in model.Network.Stocks.Lanes(index))
            {
                Grant(lane, model.Lanes[lane].Order, now);
            }

            return;
        }

        for (var lane = book.First; lane >= 0; lane = model.Lanes[lane].Next)
        {
            Grant(lane, model.Lanes[lane].Order, now);
        }
    }

    private void Ration(int index, ref SellerNow book, double makes, long now)
    {
        seller.BeginRation();
        foreach (var lane in model.Network.Stocks.Lanes(index))
        {
            if (model.Lanes[lane].Order > 0)
            {
                seller.AddClaim(lane, model.Lanes[lane].Order);
            }
            else
            {
                Grant(lane, 0, now);
            }
        }

        seller.Ration(makes);
        book.Granted = 0;
        for (var i = 0; i < seller.Granted.Length; i++)
        {
            book.Granted += seller.Granted[i];
            Grant(seller.ClaimLanes[i], seller.Granted[i], now);
        }
    }

    private void Grant(int index, double granted, long now)
    {
        ref var lane = ref model.Lanes[index];
        if (granted != lane.Contract)
        {
            lane.Contract = granted;
            model.Instant.TouchLane(index, now);
            market.SupplyChanged(lane.ToStock);
        }
    }

    private void NoteRationing(int index, ref SellerNow book, bool isShort, ref StockNow stock, long now)
    {
        if (isShort != book.Rationed)
        {
            book.Rationed = isShort;
            var kind = isShort ? LogKind.SellerRationed : LogKind.SellerRecovered;
            market.RationCause[index] = model.Log.Add(now, kind, SubjectKind.Stock, index, stock.Cause, before: book.Orders, after: stock.Inflow);
        }
    }
}
