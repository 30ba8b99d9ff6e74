using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>What is kept of the run of a draw.</summary>
internal sealed class DrawOutcome
{
    private DrawOutcome(int needs, int countries, int cells) => (Tonnes, CellTonnes) = (new double[needs], new double[countries, cells]);

    /// <summary>What each need is short of over the horizon, in t, in the order of <see cref="NeedKey.In"/>.</summary>
    public double[] Tonnes { get; }

    /// <summary>What each country is short of in each cell of time, in t, all commodities together.</summary>
    public double[,] CellTonnes { get; }

    /// <param name="record">The run.</param>
    /// <param name="edges">The ends of the cells, ascending.</param>
    public static DrawOutcome Of(RunRecord record, IReadOnlyList<SimTime> edges)
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

        Tonnes[need] += coefficient * shortfall.Integral(first, end);
        for (var cell = 0; cell < edges.Count - 1; cell++)
        {
            if (edges[cell + 1] > first)
            {
                CellTonnes[country, cell] += coefficient * shortfall.Integral(edges[cell], edges[cell + 1]);
            }
        }
    }
}
