using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>
/// The buyers whose contracts do not carry their need, by commodity, and what each still looks for in the clearing under way.
/// </summary>
internal sealed class Needs(RunState state, RunAttention attention)
{
    /// <summary>Share of its need from which on a buyer looks for what it lacks.</summary>
    private readonly double _worthSeeking = Math.Max(Rounding.OrderChange, state.Tolerance);

    /// <summary>How many of the short buyers walked so far are still short.</summary>
    private int _kept;

    public ReadOnlySpan<int> Of(int commodity) => state.ShortBuyers.Of(commodity);

    /// <summary>Updates who is short, and drops the spot purchases of all who were, so that every seller has its full offer again.</summary>
    public void Find(int commodity, List<int> considered, long now)
    {
        Walk.Over<BuyersInMarket, Consideration>(state, CollectionsMarshal.AsSpan(considered), new Consideration(this, commodity, now));
        var list = state.ShortBuyers[commodity];
        _kept = 0;
        Walk.Over<BuyersInMarket, ShortBuyer>(state, CollectionsMarshal.AsSpan(list), new ShortBuyer(this, commodity, now));
        list.RemoveRange(_kept, list.Count - _kept);
    }

    /// <summary>Found nothing worth more than rounding, or than the plan tolerance, to look for.</summary>
    public bool IsServed(int buyer) => !IsWorthSeeking(buyer, state.Buyers[buyer].Left);

    /// <summary>The amount (t/d) is more than rounding, or than the plan tolerance, of what the buyer needs.</summary>
    public bool IsWorthSeeking(int buyer, double tonnesPerDay) => tonnesPerDay > _worthSeeking * state.Stocks[buyer].NeedTonnesPerDay;

    /// <summary>What a buyer keeps of its spot purchases, as a share of each.</summary>
    public double KeptShare(int buyer) => state.Buyers[buyer].Kept / SpotBought(buyer, ContractVoyage(buyer));

    /// <summary>
    /// The longest voyage, s, of goods ordered under contract that do not land yet; 0 where all do. Only a spot supplier who is nearer bridges it.
    /// </summary>
    public int ContractVoyage(int buyer)
    {
        var longest = 0;
        foreach (var index in state.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref state.Lanes[index];
            longest = Rounding.Net(lane.Order, lane.Arriving) > 0 ? Math.Max(longest, lane.Transit) : longest;
        }

        return longest;
    }

    private void Consider(int buyer, int commodity, long now)
    {
        ref var book = ref state.Buyers[buyer];
        FindUnmet(buyer, ref book, now);
        if (book.Unmet > 0 && !book.IsShort)
        {
            book.IsShort = true;
            state.ShortBuyers[commodity].Add(buyer);
        }
    }

    /// <summary>A buyer that was short starts anew; it stays on the list while it is short.</summary>
    private void StartAnew(int buyer, int commodity, long now)
    {
        ref var book = ref state.Buyers[buyer];
        if (book.KeptAt != now)
        {
            // Neither its need nor its contracts changed, but what lands, or what it has bought, may have.
            FindUnmet(buyer, ref book, now);
        }

        DropSpot(book, now);
        if (book.Kept > 0)
        {
            attention.Clearings.BuyerAgain(buyer, now); // what it keeps hangs on its stock, which moves
        }

        book.Left = book.Unmet;
        book.Exhausted = 0;
        book.IsShort = book.Unmet > 0;
        if (book.IsShort)
        {
            state.ShortBuyers[commodity][_kept++] = buyer;
        }
    }

    private void FindUnmet(int buyer, ref BuyerNow book, long now)
    {
        var unmet = UnmetBy(buyer, ref book, now);
        ref var stock = ref state.Stocks[buyer];

        // A buyer with stock on hand waits until a lack has added up, and then goes on until nothing is lacking; an empty one takes all it can get.
        var worth = stock.Dry || book.IsShort ? _worthSeeking : Math.Max(Rounding.WorthAnOrder, _worthSeeking);
        book.Unmet = unmet > worth * stock.NeedTonnesPerDay ? unmet : 0;
    }

    private double UnmetBy(int buyer, ref BuyerNow book, long now)
    {
        var supplied = 0.0;
        for (var lane = book.FirstLane; lane < book.EndLane; lane++)
        {
            supplied += state.Lanes[lane].Contract;
        }

        if (book.KeptAt != now)
        {
            book.KeptAt = now;
            book.Kept = Kept(buyer, now);
        }

        book.Open = state.Stocks[buyer].NeedTonnesPerDay - supplied;
        return Math.Max(book.Open, book.Kept);
    }

    /// <summary>
    /// A buyer keeps its spot suppliers until the goods under contract that replace them land: of them it wants what it uses and what its stock on hand
    /// lacks, less what lands under contract. Else it would give up near suppliers on the day a far one ships again, and run short for the length
    /// of the voyage. Decided once per instant, so that it cannot go back and forth within one.
    /// </summary>
    private double Kept(int buyer, long now)
    {
        ref var stock = ref state.Stocks[buyer];
        var use = stock.Coefficient * state.Sites[stock.Site].Wanted;
        if (SpotBought(buyer, ContractVoyage(buyer)) <= _worthSeeking * use)
        {
            return 0;
        }

        var lands = 0.0;
        foreach (var index in state.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref state.Lanes[index];
            lands += lane.Transit == 0 ? lane.Contract : Math.Min(lane.Arriving, lane.Contract);
        }

        var level = stock.Level + (stock.Rate * stock.DaysSince(now));
        var wanted = Math.Max(0, use + ((stock.Target - level) / state.Terms.AdjustmentDays));
        return Math.Max(0, Rounding.Net(wanted, lands));
    }

    /// <summary>Bought on the spot over lanes that are nearer than a voyage, t/d.</summary>
    private double SpotBought(int buyer, int voyageSeconds)
    {
        var bought = 0.0;
        foreach (var lane in state.Network.Stocks.Lanes(buyer))
        {
            bought += state.Lanes[lane].Transit < voyageSeconds ? state.Lanes[lane].SpotDispatch : 0;
        }

        return bought;
    }

    private void DropSpot(in BuyerNow book, long now)
    {
        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref state.Lanes[index];
            if (lane.Spot != 0)
            {
                lane.Spot = 0;
                attention.Settling.TouchLane(index, now);
            }
        }
    }

    private readonly struct Consideration(Needs needs, int commodity, long now) : IVisit
    {
        public void Visit(int item) => needs.Consider(item, commodity, now);
    }

    private readonly struct ShortBuyer(Needs needs, int commodity, long now) : IVisit
    {
        public void Visit(int item) => needs.StartAnew(item, commodity, now);
    }
}
