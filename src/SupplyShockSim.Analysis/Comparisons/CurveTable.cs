using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>The curves of one run, cell by cell, by group.</summary>
public sealed class CurveTable
{
    private readonly Dictionary<(CurveKey Key, CurveMeasure Measure), double[]> _values;

    private CurveTable(Dictionary<(CurveKey Key, CurveMeasure Measure), double[]> values, int cells) => (_values, Cells) = (values, cells);

    public int Cells { get; }

    /// <summary>The value in each cell: t/d on average, or t up to its end. Zero throughout of a group that the run does not have.</summary>
    public IReadOnlyList<double> Of(CurveKey key, CurveMeasure measure) => _values.TryGetValue((key, measure), out var values) ? values : new double[Cells];

    /// <summary>The curves of the needs that a filter lets through.</summary>
    internal static CurveTable Of(IEnumerable<NamedNeed> needs, CurveGrouping by, IReadOnlyList<SimTime> edges, bool cumulative)
    {
        var values = new Dictionary<(CurveKey, CurveMeasure), double[]>();
        foreach (var group in needs.GroupBy(n => CurveKey.Of(n, by)))
        {
            var need = NeedSeries.Sum([.. group.Select(n => n.Need)]);
            var demand = ValuesOf(need.Demand, edges, cumulative);
            var shortfall = ValuesOf(need.Shortfall, edges, cumulative);
            values[(group.Key, CurveMeasure.Demand)] = demand;
            values[(group.Key, CurveMeasure.Shortfall)] = shortfall;
            values[(group.Key, CurveMeasure.Served)] = [.. demand.Zip(shortfall, (d, s) => d - s)];
        }

        return new CurveTable(values, edges.Count - 1);
    }

    private static double[] ValuesOf(RateSeries rate, IReadOnlyList<SimTime> edges, bool cumulative)
    {
        var values = new double[edges.Count - 1];
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var tonnes = rate.Integral(edges[i], edges[i + 1]);
            sum += tonnes;
            values[i] = cumulative ? sum : tonnes / (edges[i + 1] - edges[i]).Days;
        }

        return values;
    }
}
