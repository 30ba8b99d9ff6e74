using QuikGraph;
using QuikGraph.Algorithms.ConnectedComponents;
using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis;

/// <summary>
/// A network as a graph to reason about: its rows (the sites of the files) and the legs between them. Says who is upstream and downstream of
/// whom, what cuts a user off, how material reaches it, and what a loss of lanes leaves without origin. Built once, immutable; nothing of it takes
/// part in a run.
/// </summary>
/// <remarks>
/// An <b>origin</b> is a row that makes something out of nothing: a mine, a well, a pile. What a recipe needs it needs whole: a plant that lacks one
/// of its inputs makes nothing. Only legs in use count, but where something else is said.
/// </remarks>
public sealed class NetworkGraph
{
    private readonly BidirectionalGraph<int, Leg> _legs = new(allowParallelEdges: true);
    private readonly int[][] _inputs;

    /// <summary>Sees a network as a graph.</summary>
    public NetworkGraph(SupplyNetwork network)
    {
        Network = network;
        _legs.AddVertexRange(Enumerable.Range(0, network.Rows.Count));
        _legs.AddEdgeRange(Legs(network));
        _inputs = [.. Enumerable.Range(0, network.Rows.Count).Select(row => network.InputsOf(network.Rows.FirstSite[row]))];
    }

    /// <summary>The network it was built from.</summary>
    public SupplyNetwork Network { get; }

    /// <summary>What arrives at a row, legs that could be opened with it.</summary>
    public IEnumerable<Leg> LegsInto(int row) => _legs.InEdges(row);

    /// <summary>Commodities that a row cannot do without, by index.</summary>
    internal IReadOnlyList<int> Inputs(int row) => _inputs[row];

    /// <summary>Whether a row makes something out of nothing.</summary>
    public bool IsOrigin(int row) => _inputs[row].Length == 0;

    /// <summary>The rows that use something and make nothing, by index.</summary>
    public IEnumerable<int> Users => Enumerable.Range(0, Network.Rows.Count).Where(row => Network.Sites.IsConsumer[Network.Rows.FirstSite[row]]);

    /// <summary>The rows from which material reaches a row, itself left out; rising.</summary>
    public IReadOnlyList<int> Upstream(int row) => Reach(row, at => _legs.InEdges(at).Where(l => l.IsInUse).Select(l => l.Source));

    /// <summary>The rows that material from a row reaches, itself left out; rising.</summary>
    public IReadOnlyList<int> Downstream(int row) => Reach(row, at => _legs.OutEdges(at).Where(l => l.IsInUse).Select(l => l.Target));

    /// <summary>The fewest tonnes a day whose loss cuts a user off from all origins; see <see cref="MinimumCut"/>.</summary>
    public MinimumCut CutOf(int user) => new CutSearch(this, user).Find();

    /// <summary>The cheapest ways of a commodity from an origin to a user, cheapest first; see <see cref="SupplyRoute"/>.</summary>
    /// <param name="user">The row that receives it.</param>
    /// <param name="commodity">What it receives.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="isOpen">Which legs can be taken; default: all, those that could be opened with them.</param>
    public IReadOnlyList<SupplyRoute> RoutesTo(int user, int commodity, int count, Func<Leg, bool>? isOpen = null) =>
        new RouteSearch(this, user, commodity, isOpen ?? (_ => true)).Best(count);

    /// <summary>What the loss of some lanes leaves without any origin; see <see cref="Severance"/>.</summary>
    /// <param name="lanes">The lanes lost, as indices into the network's lanes.</param>
    public Severance Without(IReadOnlyCollection<int> lanes) => Severance.Of(this, lanes);

    /// <summary>
    /// How many parts without a lane in use between them the network falls into, once some lanes are lost; rows without any lane in use do not count.
    /// </summary>
    internal int Parts(HashSet<int> lost)
    {
        var (lanes, sites) = (Network.Lanes, Network.Sites);
        var links = new AdjacencyGraph<int, SEquatableEdge<int>>(allowParallelEdges: true);
        links.AddVertexRange(Network.UsedLanes().SelectMany(l => new[] { sites.Row[lanes.From[l]], sites.Row[lanes.To[l]] }));
        links.AddEdgeRange(Network.UsedLanes().Where(l => !lost.Contains(l))
            .Select(l => new SEquatableEdge<int>(sites.Row[lanes.From[l]], sites.Row[lanes.To[l]])));
        var parts = new WeaklyConnectedComponentsAlgorithm<int, SEquatableEdge<int>>(links);
        parts.Compute();
        return parts.ComponentCount;
    }

    private static IReadOnlyList<int> Reach(int row, Func<int, IEnumerable<int>> next)
    {
        var found = new HashSet<int> { row };
        var open = new Stack<int>(found);
        while (open.TryPop(out var at))
        {
            foreach (var other in next(at).Where(found.Add))
            {
                open.Push(other);
            }
        }

        found.Remove(row);
        return [.. found.Order()];
    }

    private static IEnumerable<Leg> Legs(SupplyNetwork network)
    {
        var (lanes, sites) = (network.Lanes, network.Sites);
        return Enumerable.Range(0, lanes.Count)
            .GroupBy(l => (To: sites.Row[lanes.To[l]], Of: lanes.Commodity[l], From: sites.Row[lanes.From[l]]))
            .OrderBy(g => g.Key)
            .Select(g =>
            {
                var best = g.MinBy(l => (lanes.CostUsdPerTonne[l], lanes.TransitSeconds[l]));
                var days = SupplyShockSim.Engine.SimDuration.FromSeconds(lanes.TransitSeconds[best]).Days;
                return new Leg(g.Key.From, g.Key.To, g.Key.Of, g.Sum(l => lanes.FlowPerDay[l]), lanes.CostUsdPerTonne[best], days);
            });
    }
}
