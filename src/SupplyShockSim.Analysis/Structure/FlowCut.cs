using QuikGraph;
using QuikGraph.Algorithms.MaximumFlow;

namespace SupplyShockSim.Analysis;

/// <summary>The cut of least flow between all origins and one row, by maximum flow.</summary>
/// <remarks>Edmonds and Karp, Theoretical improvements in algorithmic efficiency for network flow problems (1972).</remarks>
internal static class FlowCut
{
    /// <summary>Of a capacity this part may be left by rounding and still counts as used up.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The legs of the cut nearest the origins, in the order given; empty where no origin leads to the row.</summary>
    /// <param name="graph">Knows which rows are origins.</param>
    /// <param name="row">The row to cut off.</param>
    /// <param name="legs">The legs there are, none from a row to itself.</param>
    public static IReadOnlyList<Leg> Of(NetworkGraph graph, int row, IReadOnlyList<Leg> legs)
    {
        var origins = legs.Select(l => l.Source).Where(graph.IsOrigin).Distinct().ToArray();
        if (origins.Length == 0)
        {
            return [];
        }

        var source = graph.Network.Rows.Count; // stands before all origins
        var pipes = new AdjacencyGraph<int, Pipe>(allowParallelEdges: true);
        pipes.AddVerticesAndEdgeRange(legs.Select(l => new Pipe(l.Source, l.Target, l.FlowTonnesPerDay)));
        pipes.AddVerticesAndEdgeRange(origins.Select(o => new Pipe(source, o, double.PositiveInfinity)));
        using var back = new ReversedEdgeAugmentorAlgorithm<int, Pipe>(pipes, (from, to) => new Pipe(from, to, 0));
        back.AddReversedEdges();
        var flow = new EdmondsKarpMaximumFlowAlgorithm<int, Pipe>(pipes, pipe => pipe.Capacity, (from, to) => new Pipe(from, to, 0), back);
        flow.Compute(source, row);
        var reached = Reached(pipes, flow, source);
        return [.. legs.Where(l => reached.Contains(l.Source) && !reached.Contains(l.Target))];
    }

    /// <summary>The rows that more could flow to.</summary>
    private static HashSet<int> Reached(AdjacencyGraph<int, Pipe> pipes, EdmondsKarpMaximumFlowAlgorithm<int, Pipe> flow, int source)
    {
        var least = Rounding * pipes.Edges.Max(p => double.IsFinite(p.Capacity) ? p.Capacity : 0);
        var reached = new HashSet<int> { source };
        var open = new Stack<int>(reached);
        while (open.TryPop(out var at))
        {
            foreach (var pipe in pipes.OutEdges(at).Where(p => flow.ResidualCapacities[p] > least && reached.Add(p.Target)))
            {
                open.Push(pipe.Target);
            }
        }

        return reached;
    }

    /// <summary>An edge that is equal to none but itself, as several legs may lead from one row to another.</summary>
    private sealed class Pipe(int source, int target, double capacity) : Edge<int>(source, target)
    {
        public double Capacity { get; } = capacity;
    }
}
