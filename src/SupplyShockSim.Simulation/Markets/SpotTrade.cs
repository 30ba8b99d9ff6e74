using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>
/// Turns of asking and selling: every buyer that still lacks asks the sellers of its best lanes; a seller that is asked for more than it
/// offers rations. Lanes of equal landed cost are one choice: the buyer's order is split among them in proportion to what their
/// sellers still offer.
/// </summary>
internal sealed class SpotTrade(SupplyModel model, Market market, Seller seller, ShortBuyers buyers, SpotSellers sellers)
{
    /// <summary>Each turn fills a buyer or a lane, or empties a seller; this only bounds rounding.</summary>
    private const int MaxTurns = 100_000;

    private readonly LanesByCost _lanes = new(model, market);
    private readonly List<int> _seeking = [];
    private readonly List<int> _asked = [];

    public void CopyFrom(SpotTrade other) => _lanes.CopyFrom(other._lanes);

    /// <summary>Empty buyers take first what they keep, from those they have it from.</summary>
    public void KeepPurchases(int commodity, long now)
    {
        _asked.Clear();
        foreach (var buyer in buyers.Of(commodity))
        {
            if (market.Buyers[buyer].Keeps)
            {
                AskKept(buyer);
            }
        }

        SellAll(now);
        foreach (var buyer in buyers.Of(commodity))
        {
            if (market.Buyers[buyer].Keeps)
            {
                buyers.CloseKeeping(buyer);
            }
        }
    }

    /// <summary>Goes on until nothing moves.</summary>
    public void Buy(int commodity, long now)
    {
        _seeking.Clear();
        _seeking.AddRange(buyers.Of(commodity));
        for (var turn = 0; _seeking.Count > 0 && turn < MaxTurns; turn++)
        {
            _asked.Clear();
            var kept = 0;
            for (var i = 0; i < _seeking.Count; i++)
            {
                market.FetchBuyers(CollectionsMarshal.AsSpan(_seeking), i);
                if (i + 6 < _seeking.Count)
                {
                    _lanes.Fetch(_seeking[i + 6]);
                }

                if (AskBest(_seeking[i]))
                {
                    _seeking[kept++] = _seeking[i];
                }
            }

            _seeking.RemoveRange(kept, _seeking.Count - kept);
            SellAll(now);
        }
    }

    /// <summary>Between clearings a seller without stock ships on the spot no more than what contracts leave of what it makes.</summary>
    public void Cut(int index, long now)
    {
        ref var stock = ref model.Stocks[index];
        ref var book = ref market.Sellers[index];
        if (!stock.Dry || book.Beyond == 0)
        {
            return;
        }

        var sold = 0.0;
        seller.BeginRation();
        foreach (var lane in model.Network.Stocks.Lanes(index))
        {
            if (model.Lanes[lane].Spot > 0)
            {
                sold += model.Lanes[lane].Spot;
                seller.AddClaim(lane, model.Lanes[lane].Spot);
            }
        }

        var available = Math.Max(0, stock.Inflow - book.Granted);
        if (Rounding.Net(sold, available) <= 0)
        {
            return;
        }

        seller.Ration(available);
        for (var i = 0; i < seller.ClaimLanes.Length; i++)
        {
            ref var lane = ref model.Lanes[seller.ClaimLanes[i]];
            lane.Spot = seller.Granted[i];
            model.Instant.TouchLane(seller.ClaimLanes[i], now);
            market.SupplyChanged(lane.ToStock);
        }
    }

    private void AskKept(int buyer)
    {
        var share = buyers.KeptShare(buyer);
        foreach (var index in model.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref model.Lanes[index];
            var keeps = Math.Min(lane.Room(), lane.SpotDispatch * share);
            if (keeps > 0 && sellers.Consider(lane.FromStock).Offer > 0)
            {
                Ask(index, ref lane, keeps);
            }
        }
    }

    /// <summary>The buyer asks the sellers of its best lanes; false when it has what it needs or none is left.</summary>
    private bool AskBest(int buyer)
    {
        if (buyers.IsServed(buyer))
        {
            return false;
        }

        // Within a clearing offers and room only shrink: a lane that has nothing to give now will not have it later.
        ref var book = ref market.Buyers[buyer];
        var lanes = _lanes.Of(buyer);
        var first = book.Exhausted;
        while (first < lanes.Length && !CanBuy(model.Lanes[lanes[first]], out _))
        {
            first++;
        }

        book.Exhausted = first;
        if (first == lanes.Length)
        {
            return false;
        }

        var offered = 0.0;
        var end = first;
        for (var best = model.Lanes[lanes[first]].Cost; end < lanes.Length && model.Lanes[lanes[end]].Cost == best; end++)
        {
            offered += CanBuy(model.Lanes[lanes[end]], out var offer) ? offer : 0;
        }

        foreach (var index in lanes[first..end])
        {
            ref var lane = ref model.Lanes[index];
            if (CanBuy(lane, out var offer))
            {
                Ask(index, ref lane, Math.Min(lane.Room(), book.Left * (offer / offered)));
            }
        }

        return true;
    }

    private bool CanBuy(in LaneNow lane, out double offer)
    {
        offer = lane.Room() > 0 ? sellers.Consider(lane.FromStock).Offer : 0;
        return offer > 0;
    }

    private void Ask(int index, ref LaneNow lane, double amount)
    {
        ref var book = ref market.Sellers[lane.FromStock];
        if (book.First < 0)
        {
            _asked.Add(lane.FromStock);
        }

        lane.Ask = amount;
        lane.Next = book.First;
        book.First = index;
    }

    private void SellAll(long now)
    {
        foreach (var index in _asked)
        {
            Sell(ref market.Sellers[index], now);
        }
    }

    private void Sell(ref SellerNow book, long now)
    {
        var total = 0.0;
        seller.BeginRation();
        for (var lane = book.First; lane >= 0; lane = model.Lanes[lane].Next)
        {
            total += model.Lanes[lane].Ask;
            seller.AddClaim(lane, model.Lanes[lane].Ask);
        }

        book.First = -1;
        var isEnough = total <= book.Offer;
        if (!isEnough)
        {
            seller.Ration(book.Offer);
        }

        for (var i = 0; i < seller.ClaimLanes.Length; i++)
        {
            var lane = seller.ClaimLanes[i];
            Deliver(ref book, lane, isEnough ? model.Lanes[lane].Ask : seller.Granted[i], now);
        }

        book.Offer = isEnough ? Rounding.Net(book.Offer, total) : 0;
    }

    private void Deliver(ref SellerNow book, int index, double amount, long now)
    {
        ref var lane = ref model.Lanes[index];
        lane.Spot += amount;
        model.Instant.TouchLane(index, now);
        market.Buyers[lane.ToStock].Left -= amount;
        book.Beyond += amount;
        book.Cause = model.Sites[model.Stocks[lane.ToStock].Site].Cause;
    }
}
