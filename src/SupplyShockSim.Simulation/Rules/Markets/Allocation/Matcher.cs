using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Rules.Markets.Matching;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>
/// Matches what sellers offer with what buyers lack (model: section 5.3), in this order: the most for those of the highest priority, then for the next; then
/// the most that idle capacity could make for those still in need; and of all ways to do so, the one of least landed cost.
/// </summary>
/// <remarks>
/// Idle capacity has a say in who gets the goods that there are: else a buyer whom it could serve would keep goods from one whom it could not, and order
/// nothing. It only moves goods between buyers of one priority: what a priority gets of each seller is settled before, among all.
/// </remarks>
internal sealed class Matcher(RunState state)
{
    // Nodes: two sources, the sellers, the buyers, and one for each priority, to which all its buyers lead.
    private const int Goods = 0;
    private const int Idle = 1;
    private const int FirstSeller = 2;

    private readonly FlowGraph _graph = new();
    private readonly MatchLists _lists = new(state);

    /// <summary>Grants what is on offer, and keeps what to request of idle capacity.</summary>
    public void Match(Clearing clearing)
    {
        _lists.Find(clearing);
        if (_lists.Matches.Count == 0)
        {
            return;
        }

        if (_lists.Classes > 1)
        {
            DivideAmongClasses();
        }

        for (var c = 0; c < _lists.Classes; c++)
        {
            Serve(clearing, c);
        }
    }

    /// <summary>Requests of idle capacity what was matched with it.</summary>
    public void Request(Clearing clearing)
    {
        foreach (var match in _lists.Matches)
        {
            ref var lane = ref state.Lanes[match.Lane];
            var amount = Math.Min(match.Requested, IdleCapacity.Lacks(state.Buyers[lane.ToStock], lane));
            if (IsWorth(amount, lane.ToStock))
            {
                clearing.Offers.Request(lane.FromStock, amount, state.CauseOfBuyer(lane.ToStock));
            }
        }
    }

    /// <summary>Sets how much of each seller's goods each priority gets.</summary>
    private void DivideAmongClasses()
    {
        Lay(0, _lists.Classes);
        for (var c = 0; c < _lists.Classes; c++)
        {
            _graph.Send(Goods, ClassNode(c));
        }

        foreach (ref var match in CollectionsMarshal.AsSpan(_lists.Matches))
        {
            match.Settled = _graph.Flow(match.Arc);
        }
    }

    private int ClassNode(int c) => FirstSeller + _lists.Sellers.Count + _lists.Buyers.Count + c;

    /// <summary>Makes the graph of some priorities: what they may have of each seller, and what they lack.</summary>
    private void Lay(int from, int until)
    {
        _graph.Clear(ClassNode(_lists.Classes));
        var node = FirstSeller;
        foreach (ref var seller in CollectionsMarshal.AsSpan(_lists.Sellers))
        {
            seller.GoodsArc = _graph.Add(Goods, node, seller.Goods, 0);
            seller.IdleArc = _graph.Add(Idle, node, seller.Idle, 0);
            node++;
        }

        foreach (ref var match in CollectionsMarshal.AsSpan(_lists.Matches))
        {
            if (_lists.Buyers[match.Buyer].Class is var c && c >= from && c < until)
            {
                ref var lane = ref state.Lanes[match.Lane];
                match.Arc = _graph.Add(FirstSeller + match.Seller, FirstSeller + _lists.Sellers.Count + match.Buyer, _lists.InUnits(lane.Room()), match.Cost);
            }
        }

        for (var b = 0; b < _lists.Buyers.Count; b++)
        {
            _graph.Add(FirstSeller + _lists.Sellers.Count + b, ClassNode(_lists.Buyers[b].Class), _lists.InUnits(state.Buyers[_lists.Buyers[b].Stock].Left), 0);
        }
    }

    /// <summary>Gives a priority its goods, and what idle capacity is left for it, so that together they serve most, at least cost.</summary>
    private void Serve(Clearing clearing, int c)
    {
        var matches = CollectionsMarshal.AsSpan(_lists.Matches);
        var sellers = CollectionsMarshal.AsSpan(_lists.Sellers);
        if (_lists.Classes > 1)
        {
            foreach (ref var seller in sellers)
            {
                seller.Goods = 0;
            }

            foreach (ref var match in matches)
            {
                sellers[match.Seller].Goods += _lists.Buyers[match.Buyer].Class == c ? match.Settled : 0;
            }
        }

        Lay(c, c + 1);
        _graph.Send(Goods, ClassNode(c));
        _graph.Send(Idle, ClassNode(c));
        foreach (ref var match in matches)
        {
            if (_lists.Buyers[match.Buyer].Class == c)
            {
                Grant(clearing, ref match, sellers[match.Seller]);
            }
        }

        foreach (ref var seller in sellers)
        {
            seller.Idle -= _graph.Flow(seller.IdleArc);
        }
    }

    /// <summary>Each of a seller's lanes in the flow carries the same part of it in goods; the rest is still to be made.</summary>
    private void Grant(Clearing clearing, ref Match match, in Supply supply)
    {
        var (flow, goods, idle) = (_graph.Flow(match.Arc) / _lists.Units, (double)_graph.Flow(supply.GoodsArc), (double)_graph.Flow(supply.IdleArc));
        if (flow == 0)
        {
            return;
        }

        var share = goods / (goods + idle);
        match.Requested = flow * (1 - share);
        ref var lane = ref state.Lanes[match.Lane];
        ref var seller = ref state.Sellers[lane.FromStock];
        var amount = Math.Min(flow * share, Math.Min(lane.Room(), Math.Min(state.Buyers[lane.ToStock].Left, seller.Offer)));
        if (IsWorth(amount, lane.ToStock))
        {
            clearing.Grant(match.Lane, amount);
            seller.Offer = Rounding.Net(seller.Offer, amount);
        }
    }

    /// <summary>More than rounding of what the buyer needs.</summary>
    private bool IsWorth(double amount, int buyer) => amount > Rounding.OrderChange * state.Stocks[buyer].NeedTonnesPerDay;
}
