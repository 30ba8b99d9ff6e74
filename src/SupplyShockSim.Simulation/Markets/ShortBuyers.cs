using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>
/// The buyers whose contracts do not carry their need, by commodity, and what each still looks for in the clearing under way.
/// </summary>
internal sealed class ShortBuyers
{
    private readonly SupplyModel _model;
    private readonly Market _market;

    /// <summary>Share of its need from which on a buyer looks for what it lacks.</summary>
    private readonly double _worthSeeking;
    private readonly List<int>[] _short;

    public ShortBuyers(SupplyModel model, Market market)
    {
        (_model, _market) = (model, market);
        _worthSeeking = Math.Max(Rounding.OrderChange, model.Tolerance);
        _short = Market.Lists(model.Network.Commodities.Count);
    }

    public ReadOnlySpan<int> Of(int commodity) => CollectionsMarshal.AsSpan(_short[commodity]);

    public void CopyFrom(ShortBuyers other)
    {
        for (var c = 0; c < _short.Length; c++)
        {
            _short[c].AddRange(other._short[c]);
        }
    }

    /// <summary>Updates who is short, and drops the spot purchases of all who were, so that every seller has its full offer again.</summary>
    public void Find(int commodity, List<int> considered, long now)
    {
        for (var i = 0; i < considered.Count; i++)
        {
            _market.FetchBuyers(CollectionsMarshal.AsSpan(considered), i);
            var buyer = considered[i];
            ref var book = ref _market.Buyers[buyer];
            FindUnmet(buyer, ref book, now);
            if (book.Unmet > 0 && !book.IsShort)
            {
                book.IsShort = true;
                _short[commodity].Add(buyer);
            }
        }

        var list = _short[commodity];
        var kept = 0;
        for (var i = 0; i < list.Count; i++)
        {
            _market.FetchBuyers(CollectionsMarshal.AsSpan(list), i);
            var buyer = list[i];
            ref var book = ref _market.Buyers[buyer];
            if (book.KeptAt != now && (book.Kept > 0 || _model.Stocks[buyer].Dry))
            {
                // Neither its need nor its contracts changed, but what lands, or what it has bought, may have.
                FindUnmet(buyer, ref book, now);
            }

            DropSpot(book, now);
            book.Left = book.Unmet;
            book.Exhausted = 0;
            book.IsShort = book.Unmet > 0;
            if (book.IsShort)
            {
                list[kept++] = buyer;
            }
        }

        list.RemoveRange(kept, list.Count - kept);
    }

    /// <summary>Found nothing worth more than rounding, or than the plan tolerance, to look for.</summary>
    public bool IsServed(int buyer) => _market.Buyers[buyer].Left <= _worthSeeking * _model.Stocks[buyer].Demand;

    /// <summary>What an empty buyer keeps of its spot purchases, as a share of each.</summary>
    public double KeptShare(int buyer) => _market.Buyers[buyer].Kept / SpotBought(buyer);

    /// <summary>What a buyer did not get of what it keeps, it looks for elsewhere only as far as contracts leave it short.</summary>
    public void CloseKeeping(int buyer)
    {
        ref var book = ref _market.Buyers[buyer];
        book.Left = Math.Max(0, book.Open - (book.Unmet - book.Left));
    }

    private void FindUnmet(int buyer, ref BuyerNow book, long now)
    {
        var unmet = UnmetBy(buyer, ref book, now);
        book.Unmet = unmet > _worthSeeking * _model.Stocks[buyer].Demand ? unmet : 0;
    }

    private double UnmetBy(int buyer, ref BuyerNow book, long now)
    {
        var supplied = 0.0;
        for (var lane = book.FirstLane; lane < book.EndLane; lane++)
        {
            supplied += _model.Lanes[lane].Contract;
        }

        if (book.KeptAt != now)
        {
            book.KeptAt = now;
            book.Kept = Kept(buyer);
        }

        book.Open = _model.Stocks[buyer].Demand - supplied;
        return Math.Max(book.Open, book.Kept);
    }

    /// <summary>
    /// An empty buyer keeps what it bought on the spot until goods under contract land, as far as it still needs them: else it
    /// would give up near suppliers on the day a far one ships again, and run short once more for the length of the
    /// voyage. Decided once per instant, so that it cannot go back and forth within one.
    /// </summary>
    private double Kept(int buyer)
    {
        ref var stock = ref _model.Stocks[buyer];
        if (!stock.Dry)
        {
            return 0;
        }

        var lands = 0.0;
        foreach (var index in _model.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref _model.Lanes[index];
            lands += lane.Transit == 0 ? lane.Contract : Math.Min(lane.Arriving, lane.Contract);
        }

        var use = stock.Coefficient * _model.Sites[stock.Site].Wanted;
        return Math.Min(SpotBought(buyer), Math.Max(0, Rounding.Net(use, lands)));
    }

    private double SpotBought(int buyer)
    {
        var bought = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            bought += _model.Lanes[lane].SpotDispatch;
        }

        return bought;
    }

    private void DropSpot(in BuyerNow book, long now)
    {
        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref _model.Lanes[index];
            if (lane.Spot != 0)
            {
                lane.Spot = 0;
                _model.Instant.TouchLane(index, now);
            }
        }
    }
}
