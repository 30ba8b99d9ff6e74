using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>Who needs what: a row of the files, or a country where a run recorded totals only, and a commodity.</summary>
/// <param name="Row">Index into the network's rows; -1 for a country.</param>
/// <param name="Commodity">Index into its commodities.</param>
/// <param name="Country">Index into its countries.</param>
public readonly record struct NeedKey(int Row, int Commodity, int Country)
{
    /// <summary>All needs of a run, in the order of its rows (of its totals). Runs that differ in cohorts or in values have the same.</summary>
    public static IReadOnlyList<NeedKey> In(RunRecord record)
    {
        if (record.Recorded == RecordScope.Totals)
        {
            return [.. record.Totals.Select(t => new NeedKey(-1, t.Commodity, t.Country))];
        }

        var (rows, sites, stocks) = (record.Network.Rows, record.Network.Sites, record.Network.Stocks);
        var keys = new List<NeedKey>();
        for (var row = 0; row < rows.Count; row++)
        {
            var first = rows.FirstSite[row];
            for (var stock = sites.FirstStock[first]; sites.IsConsumer[first] && stock < sites.FirstOutput[first]; stock++)
            {
                keys.Add(new NeedKey(row, stocks.Commodity[stock], sites.Country[first]));
            }
        }

        return keys;
    }
}
