using CsCheck;
using SupplyShockSim.Simulation.Rules.Markets.Matching;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>What is sent over a graph is most, and of all ways to send it the cheapest; the judge tries out everything.</summary>
public sealed class FlowGraphTests
{
    /// <summary>Sellers' offers, buyers' lacks and priorities, and lanes with room and cost, in whole units.</summary>
    private sealed record Trade(int[] Offers, int[] Lacks, int[] Priorities, (int Seller, int Buyer, int Room, int Cost)[] Lanes);

    private static readonly Gen<Trade> Trades =
        from sellers in Gen.Int[1, 3]
        from buyers in Gen.Int[1, 3]
        from offers in Gen.Int[0, 4].Array[sellers]
        from lacks in Gen.Int[0, 4].Array[buyers]
        from priorities in Gen.Int[0, 1].Array[buyers]
        from lanes in Gen.Select(Gen.Int[0, sellers - 1], Gen.Int[0, buyers - 1], Gen.Int[0, 3], Gen.Int[0, 5]).Array[1, 6]
        select new Trade(offers, lacks, priorities, lanes);

    /// <summary>
    /// Near (5) serves A at 1 and B at 1, far (5) serves A alone at 9; both lack 5. Whoever gives near to A, its cheapest, leaves B with nothing.
    /// Most is 10, over near to B and far to A.
    /// </summary>
    [Fact]
    public void Gives_up_a_cheap_way_where_that_serves_more()
    {
        var trade = new Trade([5, 5], [5, 5], [0, 0], [(0, 0, 9, 1), (0, 1, 9, 1), (1, 0, 9, 9)]);
        Assert.Equal([0, 5, 5], Solve(new FlowGraph(), trade));
    }

    /// <summary>5 on offer, A (second priority) at 1 and B (first) at 8, both lack 4: B is served first, A with the 1 that is left.</summary>
    [Fact]
    public void Priority_comes_before_cost()
    {
        var trade = new Trade([5], [4, 4], [1, 0], [(0, 0, 9, 1), (0, 1, 9, 8)]);
        Assert.Equal([1, 4], Solve(new FlowGraph(), trade));
    }

    [Fact]
    public void Equal_ways_are_taken_in_the_order_of_their_making()
    {
        var trade = new Trade([3], [2, 2], [0, 0], [(0, 0, 9, 1), (0, 1, 9, 1)]);
        Assert.Equal([2, 1], Solve(new FlowGraph(), trade));
    }

    [Fact]
    public void Serves_by_priority_then_most_then_cheapest_as_trying_out_everything_does()
    {
        var (graph, served) = (new FlowGraph(), 0); // one graph for all: nothing stays from the one before
        Trades.ForAll(
            trade =>
            {
                var flows = Solve(graph, trade);
                AssertCarries(trade, flows);
                Assert.Equal(Best(trade), Value(trade, flows));
                served += flows.Sum() > 0 ? 1 : 0;
            },
            600,
            trade => string.Join(' ', trade.Lanes.Select(l => l.ToString())));
        Assert.InRange(served, 200, 600);
    }

    /// <summary>Sends class by class, as the market does; what each lane carries.</summary>
    private static int[] Solve(FlowGraph graph, Trade trade)
    {
        var (buyers, classes) = (1 + trade.Offers.Length, 1 + trade.Offers.Length + trade.Lacks.Length);
        graph.Clear(classes + 2);
        for (var s = 0; s < trade.Offers.Length; s++)
        {
            graph.Add(0, 1 + s, trade.Offers[s], 0);
        }

        var arcs = trade.Lanes.Select(l => graph.Add(1 + l.Seller, buyers + l.Buyer, l.Room, l.Cost)).ToArray();
        for (var b = 0; b < trade.Lacks.Length; b++)
        {
            graph.Add(buyers + b, classes + trade.Priorities[b], trade.Lacks[b], 0);
        }

        graph.Send(0, classes);
        graph.Send(0, classes + 1);
        return [.. arcs.Select(arc => (int)graph.Flow(arc))];
    }

    private static void AssertCarries(Trade trade, int[] flows)
    {
        for (var s = 0; s < trade.Offers.Length; s++)
        {
            Assert.InRange(trade.Lanes.Zip(flows).Where(l => l.First.Seller == s).Sum(l => l.Second), 0, trade.Offers[s]);
        }

        for (var b = 0; b < trade.Lacks.Length; b++)
        {
            Assert.InRange(trade.Lanes.Zip(flows).Where(l => l.First.Buyer == b).Sum(l => l.Second), 0, trade.Lacks[b]);
        }

        Assert.All(trade.Lanes.Zip(flows), l => Assert.InRange(l.Second, 0, l.First.Room));
    }

    private static (int First, int Second, int Cost) Value(Trade trade, int[] flows)
    {
        var served = trade.Lanes.Zip(flows).ToLookup(l => trade.Priorities[l.First.Buyer], l => l.Second);
        return (served[0].Sum(), served[1].Sum(), -trade.Lanes.Zip(flows).Sum(l => l.First.Cost * l.Second));
    }

    /// <summary>The best value of all ways to load the lanes, one lane after the other.</summary>
    private static (int First, int Second, int Cost) Best(Trade trade)
    {
        var (offers, lacks, best) = (trade.Offers.ToArray(), trade.Lacks.ToArray(), (0, 0, int.MinValue));
        Load(0, (0, 0, 0));
        return best;

        void Load(int lane, (int First, int Second, int Cost) value)
        {
            if (lane == trade.Lanes.Length)
            {
                best = value.CompareTo(best) > 0 ? value : best;
                return;
            }

            var (seller, buyer, room, cost) = trade.Lanes[lane];
            var most = Math.Min(room, Math.Min(offers[seller], lacks[buyer]));
            for (var load = 0; load <= most; load++)
            {
                offers[seller] -= load;
                lacks[buyer] -= load;
                var isFirst = trade.Priorities[buyer] == 0;
                Load(lane + 1, (value.First + (isFirst ? load : 0), value.Second + (isFirst ? 0 : load), value.Cost - (cost * load)));
                offers[seller] += load;
                lacks[buyer] += load;
            }
        }
    }
}
