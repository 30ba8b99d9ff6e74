using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>What is kept of the run of a draw.</summary>
public sealed class DrawOutcome
{
    private readonly double[] _tonnes;
    private readonly double[,] _cellTonnes;

    private DrawOutcome(int needs, int countries, int cells) => (_tonnes, _cellTonnes) = (new double[needs], new double[countries, cells]);

    /// <param name="tonnes">What each need is short of, in t.</param>
    /// <param name="cellTonnes">What each country is short of in each cell of time, in t.</param>
    public DrawOutcome(double[] tonnes, double[,] cellTonnes) => (_tonnes, _cellTonnes) = (tonnes, cellTonnes);

    /// <summary>What each need is short of over the horizon, in t, in the order of <see cref="NeedKey.In"/>.</summary>
    public IReadOnlyList<double> Tonnes => _tonnes;

    /// <summary>How many countries there are.</summary>
    public int Countries => _cellTonnes.GetLength(0);

    /// <summary>What a country is short of in a cell of time, in t, all commodities together.</summary>
    public double CellTonnes(int country, int cell) => _cellTonnes[country, cell];

    /// <param name="record">The run.</param>
    /// <param name="edges">The ends of the cells, ascending.</param>
    internal static DrawOutcome Of(RunRecord record, IReadOnlyList<SimTime> edges)
    {
        var keys = NeedKey.In(record);
        var outcome = new DrawOutcome(keys.Count, record.Network.Countries.Count, edges.Count - 1);
        if (record.Recorded == RecordScope.Totals)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                outcome.Add(i, keys[i].Country, SiteNeed.Of(record.Totals[i], record.End).Shortfall, 1, edges);
            }

            return outcome;
        }

        var (network, need) = (record.Network, 0);
        while (need < keys.Count)
        {
            var row = keys[need].Row;
            var first = network.Rows.FirstSite[row];
            var inputs = network.Sites.FirstOutput[first] - network.Sites.FirstStock[first];
            for (var site = first; site < first + network.Rows.SiteCount[row]; site++)
            {
                var shortfall = SiteNeed.Of(record, site).Shortfall;
                for (var input = 0; input < inputs; input++)
                {
                    outcome.Add(need + input, keys[need].Country, shortfall, network.Stocks.Coefficient[network.Sites.FirstStock[site] + input], edges);
                }
            }

            need += inputs;
        }

        return outcome;
    }

    private void Add(int need, int country, RateSeries shortfall, double coefficient, IReadOnlyList<SimTime> edges)
    {
        var end = edges[^1];
        if (shortfall.FirstAbove(0, SimTime.Zero, end) is not { } first)
        {
            return;
        }

        _tonnes[need] += coefficient * shortfall.Integral(first, end);
        for (var cell = 0; cell < edges.Count - 1; cell++)
        {
            if (edges[cell + 1] > first)
            {
                _cellTonnes[country, cell] += coefficient * shortfall.Integral(edges[cell], edges[cell + 1]);
            }
        }
    }
}
