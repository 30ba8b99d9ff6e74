using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Who stands in which column of a Sankey diagram: countries, the largest on top, the small ones together at the foot.</summary>
internal sealed class StageNodes
{
    private const int MostInColumn = 7;

    private readonly StageFlow[] _flows;
    private readonly Dictionary<int, double> _baseline;
    private readonly List<StreamNode> _nodes = [];
    private readonly Dictionary<(int Column, int Country), int> _places = [];

    public StageNodes(FigureSource source, SupplyNetwork network, StageFlow[] flows, double leastPercent)
    {
        (_flows, _baseline) = (flows, StageFlow.Baseline(flows));
        var sent = flows.GroupBy(f => (f.FromColumn, f.From)).ToDictionary(g => g.Key, g => g.Sum(f => Percent(f, f.Before)));
        var got = flows.GroupBy(f => (f.ToColumn, f.To)).ToDictionary(g => g.Key, g => g.Sum(f => Percent(f, f.Before)));
        foreach (var column in sent.Keys.Concat(got.Keys).Distinct().GroupBy(k => k.Item1).OrderBy(g => g.Key))
        {
            var countries = column.Select(k => (Country: k.Item2, Percent: Math.Max(sent.GetValueOrDefault(k), got.GetValueOrDefault(k))))
                .OrderByDescending(c => c.Percent).ThenBy(c => c.Country).ToArray();
            var large = countries.Count(c => c.Percent >= leastPercent);
            var named = countries.Length - large > 1 || countries.Length > MostInColumn ? Math.Min(large, MostInColumn - 1) : countries.Length;
            for (var i = 0; i < countries.Length; i++)
            {
                if (i <= named)
                {
                    var name = i < named ? network.Countries.Name[countries[i].Country] : "others";
                    _nodes.Add(new StreamNode(column.Key, name, i < named ? source.Countries.Of(name) : Hue.Rest));
                }

                _places.Add((column.Key, countries[i].Country), _nodes.Count - 1);
            }
        }
    }

    /// <summary>By column, from the top down.</summary>
    public IReadOnlyList<StreamNode> All => _nodes;

    /// <summary>The streams between them in one of the two times; those of nothing are left out.</summary>
    public IReadOnlyList<StreamLink> Streams(Func<StageFlow, double> rate) =>
    [
        .. _flows.GroupBy(f => (From: _places[(f.FromColumn, f.From)], To: _places[(f.ToColumn, f.To)]))
            .OrderBy(g => g.Key.From).ThenBy(g => g.Key.To)
            .Select(g => new StreamLink(g.Key.From, g.Key.To, g.Sum(f => Percent(f, rate(f))), g.Sum(rate)))
            .Where(s => s.Share > 0),
    ];

    /// <summary>What the fullest column adds up to, in percent.</summary>
    public double Fullest(IReadOnlyList<StreamLink> streams) => Enumerable.Range(0, _nodes.Count).GroupBy(n => _nodes[n].Column)
        .Max(column => column.Sum(n => Math.Max(streams.Where(s => s.From == n).Sum(s => s.Share), streams.Where(s => s.To == n).Sum(s => s.Share))));

    private double Percent(StageFlow flow, double rate) => _baseline[flow.FromColumn] is > 0 and var all ? 100 * rate / all : 0;
}
