using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>
/// Who can be matched in a clearing: buyers in need, by priority, sellers that have something or could make it, and lanes between them with room. A buyer's
/// priority is the rank that a policy gives it, else its site's.
/// </summary>
internal sealed class MatchLists(RunState state)
{
    /// <summary>Costs count to a thousandth of a dollar per tonne.</summary>
    private const double StepsPerUsd = 1000;

    private const double MostSteps = 1e12;

    /// <summary>All that is lacked together is between this power of two and twice it, in whole units: finer than the digits of a double.</summary>
    private const int UnitBits = 60;

    /// <summary>By stock: the place of a seller in the list, plus one; 0 for none.</summary>
    private readonly int[] _places = new int[state.Stocks.Count];

    public List<Lacking> Buyers { get; } = [];

    public List<Supply> Sellers { get; } = [];

    public List<Match> Matches { get; } = [];

    /// <summary>How many priorities there are among the buyers.</summary>
    public int Classes { get; private set; }

    /// <summary>Whole units per t/d, a power of two: numbers become whole without losing digits.</summary>
    public double Units { get; private set; }

    public void Find(Clearing clearing)
    {
        FindBuyers(clearing);
        FindMatches(clearing);
        foreach (var seller in Sellers)
        {
            _places[seller.Stock] = 0;
        }
    }

    /// <summary>Those in need, the highest priority first, then by index: the result hangs on no order in which they came to be short.</summary>
    private void FindBuyers(Clearing clearing)
    {
        Buyers.Clear();
        var lacking = 0.0;
        foreach (var buyer in clearing.Needs.Of(clearing.Commodity))
        {
            if (!clearing.Needs.IsServed(buyer))
            {
                Buyers.Add(new Lacking(buyer, Rank(buyer), state.Network.Sites.Priority[state.Stocks[buyer].Site], 0));
                lacking += state.Buyers[buyer].Left;
            }
        }

        var buyers = CollectionsMarshal.AsSpan(Buyers);
        buyers.Sort(static (a, b) => a.ComparedTo(b));
        for (var b = 1; b < buyers.Length; b++)
        {
            buyers[b] = buyers[b] with { Class = buyers[b - 1].Class + (buyers[b].IsLevelWith(buyers[b - 1]) ? 0 : 1) };
        }

        Classes = buyers.Length == 0 ? 0 : buyers[^1].Class + 1;
        Units = lacking > 0 ? Math.ScaleB(1, UnitBits - Math.ILogB(lacking)) : 0;
    }

    private double Rank(int buyer)
    {
        var rank = 0.0;
        if (state.RationRank.IsMade)
        {
            foreach (var lane in state.Network.Stocks.Lanes(buyer))
            {
                rank = Math.Max(rank, state.RationRank[lane]);
            }
        }

        return rank;
    }

    private void FindMatches(Clearing clearing)
    {
        Sellers.Clear();
        Matches.Clear();
        var cheapest = double.PositiveInfinity;
        for (var b = 0; b < Buyers.Count; b++)
        {
            foreach (var index in state.Network.Stocks.Lanes(Buyers[b].Stock))
            {
                ref var lane = ref state.Lanes[index];
                if (lane.Room() > 0 && PlaceOf(clearing, lane.FromStock) is var seller && seller >= 0)
                {
                    Matches.Add(new Match(index, b, seller));
                    cheapest = Math.Min(cheapest, lane.Cost);
                }
            }
        }

        // Every tonne goes over one lane: what all lanes cost in common decides nothing.
        foreach (ref var match in CollectionsMarshal.AsSpan(Matches))
        {
            match.Cost = (long)Math.Round(Math.Min(MostSteps, (state.Lanes[match.Lane].Cost - cheapest) * StepsPerUsd));
        }
    }

    /// <summary>The place of a seller that has something to give or could make something; -1 for any other.</summary>
    private int PlaceOf(Clearing clearing, int stock)
    {
        if (_places[stock] == 0)
        {
            ref var book = ref clearing.Offers.Consider(stock);
            var (goods, idle) = (InUnits(book.Offer), InUnits(Headroom.Of(state, state.Stocks[stock], book.Orders)));
            if (goods == 0 && idle == 0)
            {
                return -1;
            }

            Sellers.Add(new Supply(stock) { Goods = goods, Idle = idle });
            _places[stock] = Sellers.Count;
        }

        return _places[stock] - 1;
    }

    /// <summary>All that is lacked bounds every flow, and keeps whole numbers within theirs.</summary>
    public long InUnits(double tonnesPerDay) => (long)Math.Min(tonnesPerDay * Units, Math.ScaleB(1, UnitBits + 1));
}
