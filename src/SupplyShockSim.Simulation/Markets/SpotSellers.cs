using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>What sellers offer on the spot in the clearing under way, what they sell, what is requested of them, and the orders they hold after it.</summary>
internal sealed class SpotSellers(SupplyModel model, Market market, Seller seller)
{
    private readonly List<int>[] _courted = Market.Lists(model.Network.Commodities.Count);
    private readonly List<int> _considered = [];
    private int _clearing;
    private long _now;
    private int _commodity;

    public void CopyFrom(SpotSellers other)
    {
        for (var c = 0; c < _courted.Length; c++)
        {
            _courted[c].AddRange(other._courted[c]);
        }

        _clearing = other._clearing;
    }

    /// <summary>Starts a clearing.</summary>
    public void Begin(int commodity, long now)
    {
        (_commodity, _now) = (commodity, now);
        _clearing++;
        _considered.Clear();
    }

    /// <summary>Those that had spot orders or requests after the last clearing: the orders they hold may change.</summary>
    public void ConsiderCourted()
    {
        var courted = CollectionsMarshal.AsSpan(_courted[_commodity]);
        for (var i = 0; i < courted.Length; i++)
        {
            market.FetchSellers(courted, i);
            Consider(courted[i]);
        }
    }

    /// <summary>Looks at the seller in this clearing: reads its offer, and later tells it its orders.</summary>
    public ref SellerNow Consider(int index)
    {
        ref var book = ref market.Sellers[index];
        if (book.Stamp != _clearing)
        {
            book.Stamp = _clearing;
            model.StockKeeper.Advance(index, _now);
            book.Offer = seller.Offer(model.Stocks[index], book);
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
        var courted = _courted[_commodity];
        courted.Clear();
        const int Far = 6;
        for (var i = 0; i < _considered.Count; i++)
        {
            if (i + Far < _considered.Count)
            {
                model.Sites.Fetch(model.Stocks[_considered[i + Far]].Site);
            }

            var index = _considered[i];
            ref var book = ref market.Sellers[index];
            if (book.Beyond > 0)
            {
                courted.Add(index);
            }

            var held = book.Orders + book.Beyond;
            model.Stocks[index].Demand = held;
            if (Rounding.Differ(held, book.Told) && Math.Abs(held - book.Told) > model.Tolerance * held)
            {
                book.Told = held;
                market.WakeSeller(index, book.Cause, now);
            }
        }
    }
}
