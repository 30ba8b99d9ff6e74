namespace SupplyShockSim.House.Tests.Rooms;

/// <summary>Circles of a graph: sets of nodes each of which leads to all others (R. Tarjan, SIAM J. Comput. 1, 1972: strongly connected components).</summary>
internal sealed class Circles
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _graph;
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lowest = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();
    private readonly List<IReadOnlyList<string>> _found = [];

    private Circles(IReadOnlyDictionary<string, IReadOnlySet<string>> graph) => _graph = graph;

    /// <summary>The circles of two nodes and more, the largest first, each in ordinal order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyDictionary<string, IReadOnlySet<string>> graph)
    {
        var circles = new Circles(graph);
        foreach (var node in graph.Keys.Order(StringComparer.Ordinal))
        {
            if (!circles._order.ContainsKey(node))
            {
                circles.Visit(node);
            }
        }

        return [.. circles._found.OrderByDescending(c => c.Count).ThenBy(c => c[0], StringComparer.Ordinal)];
    }

    private void Visit(string node)
    {
        _order[node] = _lowest[node] = _order.Count;
        _open.Push(node);
        foreach (var next in _graph.TryGetValue(node, out var all) ? all : Enumerable.Empty<string>())
        {
            if (!_order.TryGetValue(next, out var order))
            {
                Visit(next);
                _lowest[node] = Math.Min(_lowest[node], _lowest[next]);
            }
            else if (_open.Contains(next))
            {
                _lowest[node] = Math.Min(_lowest[node], order);
            }
        }

        if (_lowest[node] == _order[node])
        {
            Close(node);
        }
    }

    private void Close(string node)
    {
        var circle = new List<string>();
        do
        {
            circle.Add(_open.Pop());
        }
        while (circle[^1] != node);
        if (circle.Count > 1)
        {
            _found.Add([.. circle.Order(StringComparer.Ordinal)]);
        }
    }
}
