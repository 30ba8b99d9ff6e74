namespace SupplyShockSim.Network;

/// <summary>
/// Which commodities hang together: those that one site makes or uses, and whatever hangs together with either. What happens in one chain reaches no other
/// by goods.
/// </summary>
internal static class CommodityChains
{
    /// <summary>Gives each commodity the number of its chain, from 0, in the order of the first commodity of each.</summary>
    public static void Number(CommodityTable commodities, SiteTable sites, StockTable stocks)
    {
        var into = Enumerable.Range(0, commodities.Count).ToArray();
        for (var site = 0; site < sites.Count; site++)
        {
            for (var k = sites.FirstStock[site] + 1; k < sites.FirstStock[site + 1]; k++)
            {
                var (a, b) = (Root(into, stocks.Commodity[k - 1]), Root(into, stocks.Commodity[k]));
                into[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        var chains = 0;
        for (var c = 0; c < into.Length; c++)
        {
            // A root is the least of its chain, so that it has its number by now.
            commodities.Chain[c] = into[c] == c ? chains++ : commodities.Chain[Root(into, c)];
        }
    }

    private static int Root(int[] into, int c)
    {
        while (into[c] != c)
        {
            c = into[c] = into[into[c]];
        }

        return c;
    }
}
