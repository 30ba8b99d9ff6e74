using QuikGraph;
using QuikGraph.Algorithms.ConnectedComponents;

namespace SupplyShockSim.Network;

/// <summary>
/// Where commodities stand in the chain, from the users upwards: 0 is made into nothing else, and every other ranks one above the highest of what
/// it is made into. Commodities of a cycle (oxide to magnet to scrap to oxide) share a rank; what lies upstream of the cycle ranks above it.
/// </summary>
/// <remarks>
/// The rank is the longest path to the bottom of the condensation, the graph of the strongly connected components. Tarjan's algorithm
/// (Depth-first search and linear graph algorithms, 1972) numbers a component only after all that can be reached from it, so that its numbers are
/// a topological order already, downstream first, and one pass in that order is enough.
/// </remarks>
internal static class CommodityRanks
{
    /// <summary>The rank of each commodity.</summary>
    /// <param name="commodities">How many there are.</param>
    /// <param name="recipes">What is made from what: each input with the output it goes into, in any order, each pair as often as it comes.</param>
    public static int[] Of(int commodities, IEnumerable<(int Input, int Output)> recipes)
    {
        var (merged, edges) = MutualsMerged.Of(commodities, recipes);
        var graph = new AdjacencyGraph<int, SEquatableEdge<int>>(allowParallelEdges: true, commodities);
        graph.AddVertexRange(Enumerable.Range(0, commodities));
        graph.AddEdgeRange(edges.Select(e => new SEquatableEdge<int>(e.Input, e.Output)));
        var tarjan = new StronglyConnectedComponentsAlgorithm<int, SEquatableEdge<int>>(graph);
        tarjan.Compute();
        var component = tarjan.Components;
        var rankOfComponent = new int[tarjan.ComponentCount];
        foreach (var commodity in Enumerable.Range(0, commodities).OrderBy(c => component[c]))
        {
            var above = component[commodity];
            foreach (var edge in graph.OutEdges(commodity))
            {
                var below = component[edge.Target];
                if (above != below)
                {
                    rankOfComponent[above] = Math.Max(rankOfComponent[above], rankOfComponent[below] + 1);
                }
            }
        }

        return [.. merged.Select(c => rankOfComponent[component[c]])];
    }

    /// <summary>
    /// What is made from what. Only the main product counts: a by-product (scrap) does not make its plant an upstream of its own supplier.
    /// </summary>
    public static IEnumerable<(int Input, int Output)> MainRecipes(SiteTable sites, StockTable stocks)
    {
        for (var i = 0; i < sites.Count; i++)
        {
            var makes = sites.FirstOutput[i] < sites.FirstStock[i + 1];
            for (var k = sites.FirstStock[i]; makes && k < sites.FirstOutput[i]; k++)
            {
                yield return (stocks.Commodity[k], stocks.Commodity[sites.FirstOutput[i]]);
            }
        }
    }
}
