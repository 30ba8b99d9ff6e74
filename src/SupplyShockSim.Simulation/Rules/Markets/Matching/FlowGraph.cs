namespace SupplyShockSim.Simulation.Rules.Markets.Matching;

/// <summary>
/// A graph in which most is sent from one node to another at least cost, by successive shortest paths: Dijkstra's search over reduced costs finds how dear
/// the cheapest way left is, Dinic's levels send all that fits over ways of that price, and so on until no way is left. Capacities and costs are whole
/// numbers, so that it ends, and ends at the optimum, without a tolerance. Arrays are reused from graph to graph.
/// </summary>
/// <remarks>
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows (1993), sections 9.7 and 7.4. What was sent to one node stays when more is sent
/// to another: a way may pass through the first, but neither begins nor ends there.
/// </remarks>
internal sealed class FlowGraph
{
    private const long Unreached = long.MaxValue;

    private readonly PriorityQueue<int, long> _nearest = new();
    private int _nodes;
    private int _arcs;

    // By node: its arcs as a list in the order of their making, its potential, its distance and level in a search, and the arc it goes on with.
    private int[] _first = [];
    private int[] _last = [];
    private int[] _current = [];
    private int[] _level = [];
    private int[] _queue = [];
    private int[] _path = [];
    private long[] _potential = [];
    private long[] _distance = [];

    // By arc; the arc back is the neighbour of an arc, and has as residual what was sent over it.
    private int[] _next = [];
    private int[] _to = [];
    private long[] _residual = [];
    private long[] _cost = [];

    /// <summary>Starts a graph of so many nodes without arcs.</summary>
    public void Clear(int nodes)
    {
        (_nodes, _arcs) = (nodes, 0);
        if (nodes > _first.Length)
        {
            var size = Math.Max(nodes, 2 * _first.Length);
            (_first, _last, _current, _level, _queue, _path) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
            (_potential, _distance) = (new long[size], new long[size]);
        }

        _first.AsSpan(0, nodes).Fill(-1);
        _potential.AsSpan(0, nodes).Clear();
    }

    /// <summary>Adds an arc; returns its index. Of ways of equal cost those over arcs that were added first are taken first.</summary>
    /// <param name="from">A node.</param>
    /// <param name="to">Another.</param>
    /// <param name="capacity">Most that it carries, 0 or more.</param>
    /// <param name="cost">Per unit, 0 or more.</param>
    public int Add(int from, int to, long capacity, long cost)
    {
        if (_arcs + 2 > _next.Length)
        {
            var size = Math.Max(64, 2 * _next.Length);
            Array.Resize(ref _next, size);
            Array.Resize(ref _to, size);
            Array.Resize(ref _residual, size);
            Array.Resize(ref _cost, size);
        }

        AddHalf(from, to, capacity, cost);
        AddHalf(to, from, 0, -cost);
        return _arcs - 2;
    }

    /// <summary>What is sent over an arc.</summary>
    public long Flow(int arc) => _residual[arc ^ 1];

    /// <summary>Sends as much as can be sent, at least cost together with what was sent before.</summary>
    public void Send(int source, int target)
    {
        while (FindDistances(source, target))
        {
            for (var node = 0; node < _nodes; node++)
            {
                _potential[node] += Math.Min(_distance[node], _distance[target]);
            }

            while (FindLevels(source, target))
            {
                SendOverLevels(source, target);
            }
        }
    }

    private void AddHalf(int from, int to, long residual, long cost)
    {
        var arc = _arcs++;
        (_to[arc], _residual[arc], _cost[arc], _next[arc]) = (to, residual, cost, -1);
        if (_first[from] < 0)
        {
            _first[from] = arc;
        }
        else
        {
            _next[_last[from]] = arc;
        }

        _last[from] = arc;
    }

    private long Reduced(int from, int arc) => _cost[arc] + _potential[from] - _potential[_to[arc]];

    /// <summary>How dear the way to each node is that is no farther than the target, by reduced costs; false when no way leads to the target.</summary>
    private bool FindDistances(int source, int target)
    {
        _distance.AsSpan(0, _nodes).Fill(Unreached);
        _nearest.Clear();
        _distance[source] = 0;
        _nearest.Enqueue(source, 0);
        while (_nearest.TryDequeue(out var node, out var distance))
        {
            if (node == target)
            {
                return true;
            }

            if (distance > _distance[node])
            {
                continue;
            }

            for (var arc = _first[node]; arc >= 0; arc = _next[arc])
            {
                var to = _to[arc];
                if (_residual[arc] > 0 && distance + Reduced(node, arc) is var through && through < _distance[to])
                {
                    _distance[to] = through;
                    _nearest.Enqueue(to, through);
                }
            }
        }

        return false;
    }

    /// <summary>How many arcs lie before each node on ways of the lowest cost; false when none of these leads to the target.</summary>
    private bool FindLevels(int source, int target)
    {
        _level.AsSpan(0, _nodes).Fill(-1);
        _first.AsSpan(0, _nodes).CopyTo(_current);
        _level[source] = 0;
        _queue[0] = source;
        for (int head = 0, tail = 1; head < tail && _level[target] < 0; head++)
        {
            var node = _queue[head];
            for (var arc = _first[node]; arc >= 0; arc = _next[arc])
            {
                var to = _to[arc];
                if (_level[to] < 0 && _residual[arc] > 0 && Reduced(node, arc) == 0)
                {
                    _level[to] = _level[node] + 1;
                    _queue[tail++] = to;
                }
            }
        }

        return _level[target] >= 0;
    }

    /// <summary>Goes ahead from level to level and back where it goes no farther, and sends over each way found what its narrowest arc carries.</summary>
    private void SendOverLevels(int source, int target)
    {
        var (node, length) = (source, 0);
        while (true)
        {
            if (node == target)
            {
                SendOver(length);
                (node, length) = (source, 0);
            }

            var arc = Onward(node);
            if (arc >= 0)
            {
                _path[length++] = arc;
                node = _to[arc];
            }
            else if (length == 0)
            {
                return;
            }
            else
            {
                _level[node] = -1;
                node = _to[_path[--length] ^ 1];
            }
        }
    }

    private int Onward(int node)
    {
        ref var arc = ref _current[node];
        while (arc >= 0 && !(_residual[arc] > 0 && _level[_to[arc]] == _level[node] + 1 && Reduced(node, arc) == 0))
        {
            arc = _next[arc];
        }

        return arc;
    }

    private void SendOver(int length)
    {
        var most = long.MaxValue;
        foreach (var arc in _path.AsSpan(0, length))
        {
            most = Math.Min(most, _residual[arc]);
        }

        foreach (var arc in _path.AsSpan(0, length))
        {
            _residual[arc] -= most;
            _residual[arc ^ 1] += most;
        }
    }
}
