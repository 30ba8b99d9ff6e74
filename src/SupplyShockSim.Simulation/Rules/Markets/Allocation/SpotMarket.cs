using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>
/// Every buyer for itself (model: section 5.2), in turns of asking and selling: every buyer that still lacks asks the sellers of its best lanes; a
/// seller that is asked for more than it offers rations. Lanes of equal landed cost are one choice: the buyer's order is split among them in
/// proportion to what their sellers still offer. What the best lanes offer at most it asks of them, and the rest of the next best in the same turn:
/// so a trace on offer costs nobody its place elsewhere.
/// </summary>
internal sealed class SpotMarket(RunState state, Rationer rationer) : IAllocation
{
    /// <summary>Each turn fills a buyer or a lane, or empties a seller; this only bounds rounding.</summary>
    private const int MaxTurns = 100_000;

    private readonly List<int> _asked = [];
    private readonly List<LaneOrder> _orders = [];
    private List<int> _seeking = [];
    private List<int> _stillSeeking = [];

    public void Allocate(Clearing clearing)
    {
        KeepPurchases(clearing);
        Buy(clearing);
    }

    /// <summary>Buyers take first what they keep, from those they have it from.</summary>
    public void KeepPurchases(Clearing clearing)
    {
        _asked.Clear();
        foreach (var buyer in clearing.Needs.Of(clearing.Commodity))
        {
            if (state.Buyers[buyer].Keeps)
            {
                AskKept(clearing, buyer);
            }
        }

        SellAll(clearing);
    }

    /// <summary>Goes on until nothing moves.</summary>
    private void Buy(Clearing clearing)
    {
        _seeking.Clear();
        _seeking.AddRange(clearing.Needs.Of(clearing.Commodity));
        for (var turn = 0; _seeking.Count > 0 && turn < MaxTurns; turn++)
        {
            _asked.Clear();
            _stillSeeking.Clear();
            Walk.Over<BuyersByCost, Seeking>(state, CollectionsMarshal.AsSpan(_seeking), new Seeking(this, clearing));
            (_seeking, _stillSeeking) = (_stillSeeking, _seeking);
            SellAll(clearing);
        }
    }

    private void AskKept(Clearing clearing, int buyer)
    {
        var (share, voyage) = (clearing.Needs.KeptShare(buyer), clearing.Needs.ContractVoyage(buyer));
        foreach (var index in state.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref state.Lanes[index];
            var keeps = lane.Transit < voyage ? Math.Min(lane.Room(), lane.SpotDispatch * share) : 0;
            if (keeps > 0 && clearing.Offers.Consider(lane.FromStock).Offer > 0)
            {
                Ask(index, ref lane, keeps);
            }
        }
    }

    /// <summary>The buyer asks the sellers of its best lanes; false when it has what it needs or none is left.</summary>
    private bool AskBest(Clearing clearing, int buyer)
    {
        if (clearing.Needs.IsServed(buyer))
        {
            return false;
        }

        // Within a clearing offers and room only shrink: a lane that has nothing to give now will not have it later.
        ref var book = ref state.Buyers[buyer];
        var lanes = clearing.Lanes.Of(buyer);
        var first = book.Exhausted;
        while (first < lanes.Length && !CanBuy(clearing, state.Lanes[lanes[first]], out _))
        {
            first++;
        }

        book.Exhausted = first;
        if (first == lanes.Length)
        {
            return false;
        }

        var left = book.Left;
        for (var from = first; from < lanes.Length && clearing.Needs.IsWorthSeeking(buyer, left);)
        {
            left -= AskEqual(clearing, lanes[from..], left, out var equal);
            from += equal;
        }

        return left < book.Left;
    }

    /// <summary>
    /// Asks over the first lanes of a list, those of equal landed cost; returns what can at most be had there, t/d. A buyer orders what it lacks, not
    /// what happens to be on offer: else a large buyer and a small one would share a scarce offer evenly, and two halves of a buyer get twice as much.
    /// </summary>
    private double AskEqual(Clearing clearing, ReadOnlySpan<int> lanes, double left, out int equal)
    {
        var offered = 0.0;
        equal = 0;
        for (var best = state.Lanes[lanes[0]].Cost; equal < lanes.Length && state.Lanes[lanes[equal]].Cost == best; equal++)
        {
            offered += CanBuy(clearing, state.Lanes[lanes[equal]], out var offer) ? offer : 0;
        }

        var canGet = 0.0;
        foreach (var index in lanes[..equal])
        {
            ref var lane = ref state.Lanes[index];
            if (CanBuy(clearing, lane, out var offer))
            {
                var amount = Math.Min(lane.Room(), left * (offer / offered));
                if (amount > 0)
                {
                    Ask(index, ref lane, amount);
                    canGet += Math.Min(amount, offer);
                }
            }
        }

        return canGet;
    }

    private static bool CanBuy(Clearing clearing, in LaneNow lane, out double offer)
    {
        offer = lane.Room() > 0 ? clearing.Offers.Consider(lane.FromStock).Offer : 0;
        return offer > 0;
    }

    private void Ask(int index, ref LaneNow lane, double amount)
    {
        ref var book = ref state.Sellers[lane.FromStock];
        if (book.First < 0)
        {
            _asked.Add(lane.FromStock);
        }

        lane.Ask = amount;
        lane.Next = book.First;
        book.First = index;
    }

    private void SellAll(Clearing clearing)
    {
        foreach (var index in _asked)
        {
            Sell(clearing, ref state.Sellers[index]);
        }
    }

    private void Sell(Clearing clearing, ref SellerNow book)
    {
        var total = 0.0;
        _orders.Clear();
        for (var lane = book.First; lane >= 0; lane = state.Lanes[lane].Next)
        {
            total += state.Lanes[lane].Ask;
            _orders.Add(new LaneOrder(lane, state.Lanes[lane].Ask));
        }

        state.Must(total > 0 && book.Offer > 0, "a sale of nothing");
        book.First = -1;
        var orders = CollectionsMarshal.AsSpan(_orders);
        if (total <= book.Offer)
        {
            foreach (var (lane, order, _) in orders)
            {
                clearing.Grant(lane, order);
            }

            book.Offer = Rounding.Net(book.Offer, total);
            return;
        }

        var granted = rationer.Divide(orders, book.Offer);
        for (var i = 0; i < granted.Length; i++)
        {
            clearing.Grant(orders[i].Lane, granted[i]);
        }

        book.Offer = 0;
    }

    private readonly struct Seeking(SpotMarket market, Clearing clearing) : IVisit
    {
        public void Visit(int item)
        {
            if (market.AskBest(clearing, item))
            {
                market._stillSeeking.Add(item);
            }
        }
    }
}
