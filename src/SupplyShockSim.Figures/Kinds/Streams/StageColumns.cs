using SupplyShockSim.Figures.Words;
using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// The columns of a network from left to right, users last: commodities by the steps they are from what comes out of the ground. What flows back on the way,
/// such as scrap, has no column.
/// </summary>
internal sealed class StageColumns
{
    private readonly SupplyNetwork _network;
    private readonly int[] _steps;
    private readonly HashSet<int> _flowsBack;

    public StageColumns(SupplyNetwork network)
    {
        _network = network;
        _steps = StageSteps.Of(network);
        var next = StageSteps.Next(network);
        // All that is made of it stands no further on.
        _flowsBack = [.. Enumerable.Range(0, _steps.Length).Where(c => next[c].Count > 0 && !IsUsed(c) && next[c].All(to => _steps[to] <= _steps[c]))];
        Last = 1 + Enumerable.Range(0, _steps.Length).Where(c => !_flowsBack.Contains(c)).Select(c => _steps[c]).DefaultIfEmpty(-1).Max();
    }

    /// <summary>Commodities without a column.</summary>
    public IReadOnlyCollection<int> FlowsBack => _flowsBack;

    /// <summary>The column of the users.</summary>
    public int Last { get; }

    /// <summary>The column of those who make a commodity; null where it flows back.</summary>
    public int? OfMakers(int commodity) => _flowsBack.Contains(commodity) ? null : _steps[commodity];

    /// <summary>The commodities whose makers stand in a column.</summary>
    public IEnumerable<int> MadeIn(int column) => Enumerable.Range(0, _steps.Length).Where(c => OfMakers(c) == column);

    /// <summary>The column of a site that buys: that of the farthest thing it makes, or the last for users.</summary>
    public int? OfBuyer(int site)
    {
        var (sites, stocks) = (_network.Sites, _network.Stocks);
        return sites.IsConsumer[site] ? Last
            : stocks.Commodity[sites.FirstOutput[site]..sites.FirstStock[site + 1]].Select(OfMakers).Max();
    }

    /// <summary>
    /// What commodities are together called: as groups of the network where they have them, the largest first, else by what stands before the comma of
    /// their names.
    /// </summary>
    public string Together(IEnumerable<int> commodities)
    {
        var left = commodities.Distinct().Order().ToList();
        var words = new List<string>();
        var groups = _network.Commodities.Group.Zip(_network.Commodities.GroupMembers).OrderByDescending(g => g.Second.Length);
        foreach (var (name, members) in groups.Where(g => g.Second.Length > 1))
        {
            if (members.All(left.Contains))
            {
                words.Add(name.Replace('-', ' '));
                left.RemoveAll(members.Contains);
            }
        }

        words.AddRange(left.Select(c => _network.Commodities.Name[c].Split(',')[0]).Distinct());
        return words.Count > MostWords ? $"{words.Count} goods" : Say.List([.. words]);
    }

    /// <summary>More names than this do not stand below a column.</summary>
    private const int MostWords = 3;

    private bool IsUsed(int commodity) => Enumerable.Range(0, _network.Stocks.Count).Any(stock =>
        _network.Stocks.Commodity[stock] == commodity && _network.Sites.IsConsumer[_network.Stocks.Site[stock]]);
}
