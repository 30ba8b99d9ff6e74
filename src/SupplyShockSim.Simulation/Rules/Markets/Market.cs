using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Rules.Markets.Allocation;
using SupplyShockSim.Simulation.Rules.Markets.Contracts;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets;

/// <summary>
/// Clears the commodities (model: section 5), the most downstream one with something to do first. Only what changed is
/// looked at: buyers with a new need or a new limit, sellers with new orders or new output, and buyers that are short.
/// </summary>
/// <remarks>
/// <b>Between decisions</b> (a stock runs dry at 10:37) contracts follow at once: a seller without stock rations its contract orders, then
/// its spot sales. Who lost supply looks for other sellers when decisions are next due, at the latest one review period later,
/// as all buyers do. So a clearing of all who are short does not follow every stock that runs dry.
/// </remarks>
internal sealed class Market(RunState state, RunAttention attention, ContractBook contracts, Rerouting rerouting)
{
    private readonly int[] _order = [.. Enumerable.Range(0, state.Network.Commodities.Count).OrderBy(c => state.Network.Commodities.Rank[c]).ThenBy(c => c)];

    public void OnClear(long now)
    {
        attention.Clearings.Begin(now);
        if (!attention.IsOnGrid(now))
        {
            Follow(now);
        }

        if (NextToClear(now) is { } commodity)
        {
            Clear(commodity, now);
            if (NextToClear(now) is not null)
            {
                attention.Clearings.GoOn(now);
            }
        }
    }

    /// <summary>The most downstream commodity that waits, of those on which is decided at this second.</summary>
    private int? NextToClear(long now)
    {
        foreach (var commodity in _order)
        {
            if (attention.Clearings.IsWaiting(commodity) && attention.IsDecisionInstant(now, commodity))
            {
                return commodity;
            }
        }

        return null;
    }

    /// <summary>Between decisions: contracts follow what sellers have, and who lost supply is listed for the next clearing.</summary>
    private void Follow(long now)
    {
        var anyoneWaits = false;
        for (var c = 0; c < _order.Length; c++)
        {
            if (attention.IsDecisionInstant(now, c))
            {
                continue;
            }

            var sellers = attention.Clearings.Sellers[c];
            foreach (var seller in sellers)
            {
                state.Sellers[seller].Listed = false;
                contracts.Fill(seller, now);
                rerouting.Cut(seller, now);
            }

            sellers.Clear();
            if (attention.Clearings.Buyers[c].Count == 0 && state.ShortBuyers[c].Count == 0)
            {
                attention.Clearings.Settled(c);
            }

            anyoneWaits |= attention.Clearings.IsWaiting(c);
        }

        if (anyoneWaits)
        {
            attention.Clearings.ClearNext(now);
        }
    }

    private void Clear(int commodity, long now)
    {
        attention.Clearings.BeginClearing(commodity);
        if (state.IsThorough)
        {
            ListAll(commodity);
        }

        rerouting.Begin(commodity, now);
        var (buyers, sellers) = (attention.Clearings.Buyers[commodity], attention.Clearings.Sellers[commodity]);
        Walk.Over<BuyersInMarket, Ordering>(state, CollectionsMarshal.AsSpan(buyers), new Ordering(this, sellers));
        Walk.Over<SellersInMarket, Filling>(state, CollectionsMarshal.AsSpan(sellers), new Filling(this, now));
        sellers.Clear();

        // With all that have got another grant.
        foreach (var buyer in buyers)
        {
            state.Buyers[buyer].Listed = false;
        }

        state.Must(attention.Clearings.Sellers[commodity].Count == 0, "a seller that was not looked at");
        rerouting.Clear(buyers);
        buyers.Clear();
    }

    private void Order(int buyer, List<int> sellers) => contracts.Order(buyer, sellers);

    private void Fill(int seller, long now)
    {
        state.Sellers[seller].Listed = false;
        contracts.Fill(seller, now);
        rerouting.ConsiderSeller(seller);
    }

    private void ListAll(int commodity)
    {
        for (var s = 0; s < state.Stocks.Count; s++)
        {
            if (state.Stocks[s].Commodity != commodity)
            {
                continue;
            }

            if (state.Stocks[s].IsInput)
            {
                attention.Clearings.SupplyChanged(s);
            }
            else
            {
                attention.Clearings.AlsoSeller(s);
            }
        }
    }

    private readonly struct Ordering(Market market, List<int> sellers) : IVisit
    {
        public void Visit(int item) => market.Order(item, sellers);
    }

    private readonly struct Filling(Market market, long now) : IVisit
    {
        public void Visit(int item) => market.Fill(item, now);
    }
}
