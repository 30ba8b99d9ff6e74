using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// The stages of a network from left to right, users last: by how many steps, on the longest way, each commodity is away from what comes out of the ground.
/// What flows back on the way, such as scrap, has no stage.
/// </summary>
internal sealed class StageColumns
{
    private readonly SupplyNetwork _network;
    private readonly int[] _steps;
    private readonly HashSet<int> _isReached = [];
    private readonly HashSet<int> _flowsBack = [];

    public StageColumns(SupplyNetwork network)
    {
        _network = network;
        var next = Next(network);
        _steps = new int[network.Commodities.Count];
        var onWay = new bool[_steps.Length];
        var made = next.SelectMany(n => n).ToHashSet();
        foreach (var first in Enumerable.Range(0, _steps.Length).OrderBy(c => made.Contains(c)).Where(c => !_isReached.Contains(c)))
        {
            Walk(first, 0, next, onWay);
        }

        // All that is made of it stands no further on.
        foreach (var commodity in Enumerable.Range(0, _steps.Length).Where(c => next[c].Count > 0 && !IsUsed(c) && next[c].All(to => _steps[to] <= _steps[c])))
        {
            _flowsBack.Add(commodity);
        }

        Last = 1 + Enumerable.Range(0, _steps.Length).Where(c => !_flowsBack.Contains(c)).Select(c => _steps[c]).DefaultIfEmpty(-1).Max();
        Names = [.. Enumerable.Range(0, Last).Select(Heading), "users"];
    }

    /// <summary>What stands below each column.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Commodities without a stage.</summary>
    public IReadOnlyCollection<int> FlowsBack => _flowsBack;

    /// <summary>The column of the users.</summary>
    public int Last { get; }

    /// <summary>The column of those who make a commodity; null where it flows back.</summary>
    public int? OfMakers(int commodity) => _flowsBack.Contains(commodity) ? null : _steps[commodity];

    /// <summary>The column of a site that buys: that of the farthest thing it makes, or the last for users.</summary>
    public int? OfBuyer(int site)
    {
        var (sites, stocks) = (_network.Sites, _network.Stocks);
        return sites.IsConsumer[site] ? Last
            : stocks.Commodity[sites.FirstOutput[site]..sites.FirstStock[site + 1]].Select(OfMakers).Max();
    }

    /// <summary>What is made of each commodity.</summary>
    private static HashSet<int>[] Next(SupplyNetwork network)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        HashSet<int>[] next = [.. Enumerable.Range(0, network.Commodities.Count).Select(_ => new HashSet<int>())];
        for (var site = 0; site < sites.Count; site++)
        {
            foreach (var input in stocks.Commodity[sites.FirstStock[site]..sites.FirstOutput[site]])
            {
                next[input].UnionWith(stocks.Commodity[sites.FirstOutput[site]..sites.FirstStock[site + 1]]);
            }
        }

        return next;
    }

    /// <summary>Sets the steps of all that comes after, but for what was on the way here: that flows back.</summary>
    private void Walk(int commodity, int steps, HashSet<int>[] next, bool[] onWay)
    {
        _steps[commodity] = Math.Max(_steps[commodity], steps);
        _isReached.Add(commodity);
        onWay[commodity] = true;
        foreach (var to in next[commodity].Where(to => !onWay[to] && (_steps[to] < steps + 1 || !_isReached.Contains(to))).Order())
        {
            Walk(to, steps + 1, next, onWay);
        }

        onWay[commodity] = false;
    }

    private bool IsUsed(int commodity) => Enumerable.Range(0, _network.Stocks.Count).Any(stock =>
        _network.Stocks.Commodity[stock] == commodity && _network.Sites.IsConsumer[_network.Stocks.Site[stock]]);

    private string Heading(int column) => string.Join(", ", Enumerable.Range(0, _steps.Length)
        .Where(c => OfMakers(c) == column).Select(c => _network.Commodities.Name[c].Split(',')[0]));
}
