namespace SupplyShockSim.Network.Ranges;

/// <summary>The flows of a checked network by number, as they were before a draw and as they are to be.</summary>
internal sealed class FlowTable
{
    private readonly NetworkSpec _spec;
    private readonly StockLayout _stocks;
    private readonly LaneColumns _lanes;
    private readonly List<int>[] _byCommodity;

    public FlowTable(NetworkSpec before, NetworkSpec drawn)
    {
        _spec = drawn;
        var names = new NetworkNames(drawn);
        _stocks = new StockLayout(drawn, names);
        _lanes = new LaneColumns(drawn.Lanes, names, _stocks);
        FlowBefore = new LaneColumns(before.Lanes, names, _stocks).FlowTonnesPerDay;
        Flow = [.. _lanes.FlowTonnesPerDay];
        IsDrawn = [.. Flow.Select((flow, l) => flow != FlowBefore[l])];
        _byCommodity = [.. Enumerable.Range(0, drawn.Commodities.Count).Select(_ => new List<int>())];
        for (var l = 0; l < Flow.Length; l++)
        {
            if (FlowBefore[l] > 0)
            {
                _byCommodity[_lanes.Commodity[l]].Add(l);
            }
        }

        Activity = new double[drawn.Sites.Count];
        ActivityBefore = new double[drawn.Sites.Count];
        for (var i = 0; i < Activity.Length; i++)
        {
            Activity[i] = drawn.Sites[i].Demand?.Value ?? 0;
            ActivityBefore[i] = before.Sites[i].Demand?.Value ?? (Main(i) is { } main ? SumFrom(i, main.Commodity, FlowBefore) / main.Amount : 0);
        }
    }

    /// <summary>A commodity that a site uses or makes, with the tonnes per unit of activity.</summary>
    internal readonly record struct Side(int Commodity, double Amount);

    public int Commodities => _byCommodity.Length;

    /// <summary>Flow of each lane before the draw, t/d.</summary>
    public double[] FlowBefore { get; }

    /// <summary>Flow of each lane, t/d: at first as drawn, then as fitted.</summary>
    public double[] Flow { get; }

    /// <summary>Whether a lane's flow was drawn, and so stays.</summary>
    public bool[] IsDrawn { get; }

    /// <summary>Activity of each site before the draw, t/d.</summary>
    public double[] ActivityBefore { get; }

    /// <summary>Activity of each site, t/d: of consumers their demand, of others once it is known.</summary>
    public double[] Activity { get; }

    /// <summary>Lanes that carry a commodity.</summary>
    public IReadOnlyList<int> Lanes(int commodity) => _byCommodity[commodity];

    public int From(int lane) => _lanes.From[lane];

    public int To(int lane) => _lanes.To[lane];

    public SiteSpec Site(int site) => _spec.Sites[site];

    public LaneSpec Lane(int lane) => _spec.Lanes[lane];

    public bool IsConsumer(int site) => _spec.Sites[site].Kind == SiteKind.Consumer;

    public IEnumerable<Side> Inputs(int site) => Sides(_stocks.FirstStock[site], _stocks.FirstOutput[site]);

    /// <summary>What a site uses of a commodity per unit of activity.</summary>
    public double Uses(int site, int commodity) => _stocks.Amount[_stocks.InputOf(site, commodity)];

    /// <summary>What a site makes of a commodity per unit of activity.</summary>
    public double Makes(int site, int commodity) => _stocks.Amount[_stocks.OutputOf(site, commodity)];

    /// <summary>The commodity of a site's main product, or -1.</summary>
    public int MainOf(int site) => Main(site)?.Commodity ?? -1;

    /// <summary>What leaves a site of a commodity, t/d.</summary>
    public double SumFrom(int site, int commodity, double[] flow) => _byCommodity[commodity].Where(l => From(l) == site).Sum(l => flow[l]);

    private Side? Main(int site) => Sides(_stocks.FirstOutput[site], _stocks.FirstStock[site + 1]).Cast<Side?>().FirstOrDefault();

    private IEnumerable<Side> Sides(int first, int end) => Enumerable.Range(first, end - first).Select(k => new Side(_stocks.Commodity[k], _stocks.Amount[k]));
}
