using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>What sellers offer on the spot in the clearing under way, what they sell, what is requested of them, and the orders they hold after it.</summary>
internal sealed class Offers(RunState state, RunAttention attention, StockKeeper stocks)
{
    private readonly List<int> _considered = [];
    private long _now;
    private int _commodity;
    private bool _told;

    /// <summary>Starts a clearing.</summary>
    public void Begin(int commodity, long now)
    {
        (_commodity, _now) = (commodity, now);
        state.Clearings.Value++;
        _considered.Clear();
    }

    /// <summary>Those that had spot orders or requests after the last clearing: the orders they hold may change.</summary>
    public void ConsiderCourted() =>
        Walk.Over<SellersInMarket, Courted>(state, state.CourtedSellers.Of(_commodity), new Courted(this));

    /// <summary>Looks at the seller in this clearing: reads its offer, and later tells it its orders.</summary>
    public ref SellerNow Consider(int index)
    {
        ref var book = ref state.Sellers[index];
        if (book.Stamp != state.Clearings.Value)
        {
            book.Stamp = state.Clearings.Value;
            stocks.Advance(index, _now);
            book.Offer = OfferOf(state.Stocks[index], book);
            book.Beyond = 0;
            _considered.Add(index);
        }

        return ref book;
    }

    public void Request(int index, double amount, int cause)
    {
        ref var book = ref Consider(index);
        book.Beyond += amount;
        book.Cause = cause;
    }

    /// <summary>Ends the clearing: wakes every seller whose orders changed.</summary>
    public void Tell(long now)
    {
        state.CourtedSellers[_commodity].Clear();
        _told = false;
        Walk.Over<SellersToTell, Telling>(state, CollectionsMarshal.AsSpan(_considered), new Telling(this, now));
        if (_told)
        {
            attention.Clearings.CountRound(_commodity);
        }
    }

    private void Tell(int index, long now)
    {
        ref var book = ref state.Sellers[index];
        if (book.Beyond > 0)
        {
            state.CourtedSellers[_commodity].Add(index);
        }

        var held = book.Orders + book.Beyond;
        ref var stock = ref state.Stocks[index];
        stock.OrdersTonnesPerDay = held;
        if (Rounding.Differ(held, book.Told) && Math.Abs(held - book.Told) > state.Tolerance * held)
        {
            book.Told = held;
            _told = true;
            Wake(stock.Site, book.Cause, now);
        }
    }

    /// <summary>A seller's orders changed: it reviews at once while rounds are left, else when its next review is due.</summary>
    private void Wake(int site, int cause, long now)
    {
        if (attention.Clearings.HasRoundsLeft(_commodity) && attention.IsDecisionInstant(now, _commodity))
        {
            state.Sites[site].Asked = true;
            attention.Reviews.Wake(site, now, cause);
        }
        else
        {
            attention.Reviews.WakeNext(site, now);
        }
    }

    /// <summary>t/d that go to the spot market: what is made beyond contract orders, and the stock above target spread over one review period.</summary>
    private double OfferOf(in StockNow stock, in SellerNow book)
    {
        if (stock.Dry || book.Rationed)
        {
            return Math.Max(0, Rounding.Net(stock.Inflow, book.Granted));
        }

        var surplus = Math.Max(0, stock.Level - (stock.Target * (1 + 1e-6))) / state.ReviewDays;
        return Math.Max(0, Rounding.Net(stock.Inflow, book.Orders)) + surplus;
    }

    private readonly struct Courted(Offers offers) : IVisit
    {
        public void Visit(int item) => offers.Consider(item);
    }

    private readonly struct Telling(Offers offers, long now) : IVisit
    {
        public void Visit(int item) => offers.Tell(item, now);
    }
}
