using QuikGraph;
using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.ShortestPath;

namespace SupplyShockSim.Analysis;

/// <summary>
/// The cheapest routes from any origin to a user that visit no row twice: Yen, Finding the k shortest loopless paths in a network (1971), over
/// shortest paths by Dijkstra. Of routes that cost the same the quicker comes first.
/// </summary>
internal sealed class RouteSearch
{
    /// <summary>What a day under way weighs in USD/t: too little to outweigh any cost, enough to put the quicker of two that cost the same first.</summary>
    private const double DayUsdPerTonne = 1e-9;

    private readonly NetworkGraph _graph;
    private readonly int _user;
    private readonly int _commodity;
    private readonly int _source; // stands before all origins
    private readonly AdjacencyGraph<int, Leg> _legs = new(allowParallelEdges: true);
    private readonly Dictionary<Leg, int> _place = [];

    public RouteSearch(NetworkGraph graph, int user, int commodity, Func<Leg, bool> isOpen)
    {
        (_graph, _user, _commodity, _source) = (graph, user, commodity, graph.Network.Rows.Count);
        _legs.AddVertexRange([_source, user]);
        foreach (var leg in Upstream(isOpen))
        {
            _place.Add(leg, _place.Count);
            _legs.AddVerticesAndEdge(leg);
        }
    }

    public IReadOnlyList<SupplyRoute> Best(int count)
    {
        var found = new List<Leg[]>();
        var known = new HashSet<string>();
        var candidates = new SortedSet<Candidate>();
        Offer([], candidates, known, Shortest(_source, [], []));
        while (found.Count < count && candidates.Min is { } best)
        {
            candidates.Remove(best);
            found.Add(best.Legs);
            for (var at = 0; at < best.Legs.Length; at++)
            {
                var root = best.Legs[..at];
                var taken = found.Where(f => f.Length > at && f.AsSpan(0, at).SequenceEqual(root)).Select(f => f[at]).ToHashSet();
                Offer(root, candidates, known, Shortest(best.Legs[at].Source, root.Select(l => l.Source).ToHashSet(), taken));
            }
        }

        return [.. found.Select(legs => Route(legs[1..]))];
    }

    /// <summary>All legs that can lie on a route, the user's own of the commodity only, with one before each origin that costs nothing.</summary>
    private IEnumerable<Leg> Upstream(Func<Leg, bool> isOpen)
    {
        var seen = new HashSet<int> { _user };
        var open = new Queue<int>(seen);
        while (open.TryDequeue(out var at))
        {
            if (at != _user && _graph.IsOrigin(at))
            {
                yield return new Leg(_source, at, -1, double.PositiveInfinity, 0, 0);
            }

            foreach (var leg in _graph.LegsInto(at).Where(l => l.Source != at && (at != _user || l.Commodity == _commodity) && isOpen(l)))
            {
                yield return leg;
                if (seen.Add(leg.Source))
                {
                    open.Enqueue(leg.Source);
                }
            }
        }
    }

    /// <summary>The cheapest way from a row to the user past rows and legs that are barred; null for none.</summary>
    private Leg[]? Shortest(int from, HashSet<int> barredRows, HashSet<Leg> barredLegs)
    {
        var graph = new AdjacencyGraph<int, Leg>(allowParallelEdges: true);
        graph.AddVertexRange([from, _user]);
        graph.AddVerticesAndEdgeRange(_legs.Edges.Where(l => !barredLegs.Contains(l) && !barredRows.Contains(l.Source) && !barredRows.Contains(l.Target)));
        var dijkstra = new DijkstraShortestPathAlgorithm<int, Leg>(graph, Weight);
        var tree = new VertexPredecessorRecorderObserver<int, Leg>();
        using (tree.Attach(dijkstra))
        {
            dijkstra.Compute(from);
        }

        return tree.TryGetPath(_user, out var path) ? [.. path] : null;
    }

    private static double Weight(Leg leg) => leg.CostUsdPerTonne + (DayUsdPerTonne * leg.TransitDays);

    private void Offer(Leg[] root, SortedSet<Candidate> candidates, HashSet<string> known, Leg[]? rest)
    {
        if (rest is null)
        {
            return;
        }

        Leg[] legs = [.. root, .. rest];
        int[] places = [.. legs.Select(l => _place[l])];
        if (known.Add(string.Join(' ', places)))
        {
            candidates.Add(new Candidate(legs, legs.Sum(Weight), places));
        }
    }

    private SupplyRoute Route(Leg[] legs)
    {
        var freight = legs.Sum(l => l.CostUsdPerTonne);
        var price = _graph.Network.Commodities.PriceUsdPerTonne[_commodity];
        return new SupplyRoute(legs, freight, double.IsNaN(price) ? null : price + freight, legs.Sum(l => l.TransitDays), legs.Min(l => l.FlowTonnesPerDay));
    }

    private sealed record Candidate(Leg[] Legs, double Weight, int[] Places) : IComparable<Candidate>
    {
        public int CompareTo(Candidate? other)
        {
            var byWeight = Weight.CompareTo(other!.Weight);
            return byWeight != 0 ? byWeight : Places.AsSpan().SequenceCompareTo(other.Places);
        }
    }
}
