using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Contracts;

/// <summary>
/// Contracts (model: section 5.1): each buyer orders its need over its contract lanes in proportion to their baseline flow; a seller with
/// stock on hand ships what is ordered, one without rations: it ships what it makes and what has gathered, spread over one review period, until that
/// would carry all its orders. A sliver of stock is no recovery: taken for one, it would grant every contract in full for a second a day.
/// </summary>
internal sealed class ContractBook(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks, Rationer rationer)
{
    private readonly List<LaneOrder> _claims = [];

    /// <summary>Spreads a buyer's need over its contract lanes; lists the sellers whose orders change.</summary>
    public void Order(int buyer, List<int> sellers)
    {
        ref var book = ref state.Buyers[buyer];
        if (book.Contracted <= 0)
        {
            return;
        }

        // Contracts that have become less than what is used carry that part of the need only; else what another has won would be rationed away again.
        ref var stock = ref state.Stocks[buyer];
        var whole = state.Renewals is null ? book.Contracted : Math.Max(book.Contracted, state.StockNotes[buyer].Normal);
        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref state.Lanes[index];
            var share = lane.Flow / whole;
            var order = Math.Min(stock.NeedTonnesPerDay * share, lane.Limit);
            if (order == lane.Order)
            {
                continue;
            }

            ref var from = ref state.Sellers[lane.FromStock];
            from.OrderChange += order - lane.Order;
            from.Cause = order >= lane.Limit ? lane.LimitCause : state.Sites[stock.Site].Cause;
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
        ref var book = ref state.Sellers[index];
        ref var stock = ref state.Stocks[index];
        if (!LaneSums.TryAdd(ref book.Orders, book.OrderChange, ref book.Additions, state.IsThorough))
        {
            book.Orders = SumOrders(index);
        }

        book.OrderChange = 0;
        stocks.Advance(index, now);
        var gathered = stock.Level / state.ReviewDays;
        gathered = gathered > Rounding.OrderChange * book.Orders ? gathered : 0;
        var isShort = book.Rationed
            ? Rounding.Net(book.Orders, stock.Inflow + gathered) > 0
            : stocks.IsEmpty(index, book.Orders) && Rounding.Net(book.Orders, stock.Inflow) > 0;
        if (isShort)
        {
            stock.Dry = gathered == 0;
            Ration(index, ref book, stock.Inflow + gathered, now);
            if (gathered > 0)
            {
                attention.Clearings.SellerAgain(index, now);
            }
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
        foreach (var lane in state.Network.Stocks.Lanes(stock))
        {
            orders += state.Lanes[lane].Order;
        }

        return orders;
    }

    /// <summary>Every order is granted whole: those that changed, or all when some were not before.</summary>
    private void GrantAll(int index, ref SellerNow book, long now)
    {
        book.Granted = book.Orders;
        if (book.Rationed)
        {
            foreach (var lane in state.Network.Stocks.Lanes(index))
            {
                Grant(lane, state.Lanes[lane].Order, now);
            }

            return;
        }

        for (var lane = book.First; lane >= 0; lane = state.Lanes[lane].Next)
        {
            Grant(lane, state.Lanes[lane].Order, now);
        }
    }

    private void Ration(int index, ref SellerNow book, double available, long now)
    {
        _claims.Clear();
        foreach (var lane in state.Network.Stocks.Lanes(index))
        {
            if (state.Lanes[lane].Order > 0)
            {
                _claims.Add(new LaneOrder(lane, state.Lanes[lane].Order, state.Lanes[lane].Flow));
            }
            else
            {
                Grant(lane, 0, now);
            }
        }

        Must.Be(available >= 0, "less than nothing to divide");
        var granted = rationer.Divide(CollectionsMarshal.AsSpan(_claims), available);
        book.Granted = 0;
        for (var i = 0; i < granted.Length; i++)
        {
            book.Granted += granted[i];
            Grant(_claims[i].Lane, granted[i], now);
        }
    }

    private void Grant(int index, double granted, long now)
    {
        ref var lane = ref state.Lanes[index];
        Must.Be(granted >= 0 && granted <= lane.Order * (1 + Rounding.OrderChange), "a grant beyond the order");
        if (granted != lane.Contract)
        {
            lane.Contract = granted;
            attention.Settling.TouchLane(index, now);
            attention.Clearings.SupplyChanged(lane.ToStock);
        }
    }

    private void NoteRationing(int index, ref SellerNow book, bool isShort, ref StockNow stock, long now)
    {
        if (isShort != book.Rationed)
        {
            book.Rationed = isShort;
            var kind = isShort ? LogKind.SellerRationed : LogKind.SellerRecovered;
            state.RationCause[index] = journal.Log.Add(now, kind, SubjectKind.Stock, index, stock.Cause, before: book.Orders, after: stock.Inflow);
        }
    }
}
