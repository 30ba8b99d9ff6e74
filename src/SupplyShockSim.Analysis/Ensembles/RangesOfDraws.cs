using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>From what is kept of each draw to how it ranges.</summary>
/// <param name="draws">The draws, in their order.</param>
/// <param name="keys">The needs that a draw has tonnes of.</param>
internal sealed class RangesOfDraws(IReadOnlyList<DrawOutcome> draws, IReadOnlyList<NeedKey> keys)
{
    /// <summary>All needs together.</summary>
    public PartyRange Total => Range(-1, -1, [.. Enumerable.Range(0, keys.Count)]);

    /// <summary>Each need of a row.</summary>
    public IReadOnlyList<PartyRange> Consumers =>
        [.. Enumerable.Range(0, keys.Count).Where(i => keys[i].Row >= 0).Select(i => Range(keys[i].Row, keys[i].Commodity, [i]))];

    /// <summary>By country and commodity, sorted so.</summary>
    public IReadOnlyList<PartyRange> Countries => Grouped(k => (k.Country, k.Commodity));

    /// <summary>By country.</summary>
    public IReadOnlyList<PartyRange> CountryTotals => Grouped(k => (k.Country, -1));

    /// <summary>By cell: all countries, then each that is short in any draw.</summary>
    public IReadOnlyList<RangeOverTime> OverTime(IReadOnlyList<SimTime> edges)
    {
        int[] isShort = [.. CountryTotals.Where(c => c.IsEverShort).Select(c => c.Party)];
        return [Over(-1, isShort), .. isShort.Select(country => Over(country, [country]))];

        RangeOverTime Over(int country, int[] members) => new(country,
        [
            .. Enumerable.Range(0, edges.Count - 1).Select(cell =>
                Spread.Of(draws.Select(d => members.Sum(m => d.CellTonnes(m, cell)) / (edges[cell + 1] - edges[cell]).Days))),
        ]);
    }

    private IReadOnlyList<PartyRange> Grouped(Func<NeedKey, (int Party, int Commodity)> by) =>
    [
        .. Enumerable.Range(0, keys.Count).GroupBy(i => by(keys[i])).OrderBy(g => g.Key.Party).ThenBy(g => g.Key.Commodity)
            .Select(g => Range(g.Key.Party, g.Key.Commodity, [.. g])),
    ];

    private PartyRange Range(int party, int commodity, int[] needs)
    {
        double[] tonnes = [.. draws.Select(d => needs.Sum(n => d.Tonnes[n]))];
        return new PartyRange(party, commodity, Spread.Of(tonnes), tonnes.Count(t => t > 0) / (double)draws.Count);
    }
}
