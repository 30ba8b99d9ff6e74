namespace SupplyShockSim.Network;

/// <summary>Finds stocks, sites and lanes of a network.</summary>
public static class SupplyNetworkStocks
{
    /// <summary>The commodity of that id, or -1.</summary>
    public static int IndexOf(this SupplyNetwork network, string commodity) => Array.BinarySearch(network.Commodities.Id, commodity, StringComparer.Ordinal);

    /// <summary>The stock from which a site uses a commodity, or -1.</summary>
    public static int InputOf(this SupplyNetwork network, int site, int commodity) =>
        Find(network, network.Sites.FirstStock[site], network.Sites.FirstOutput[site], commodity);

    /// <summary>The stock into which a site makes a commodity, or -1.</summary>
    public static int OutputOf(this SupplyNetwork network, int site, int commodity) =>
        Find(network, network.Sites.FirstOutput[site], network.Sites.FirstStock[site + 1], commodity);

    /// <summary>The only site of a row without cohorts, or -1 where there is no such row.</summary>
    public static int SiteCalled(this SupplyNetwork network, string row)
    {
        var index = Array.BinarySearch(network.Rows.Id, row, StringComparer.Ordinal);
        return index < 0 ? -1 : network.Rows.FirstSite[index];
    }

    /// <summary>The lane from one stock to another, or -1.</summary>
    public static int LaneBetween(this SupplyNetwork network, int output, int input)
    {
        foreach (var lane in network.Stocks.Lanes(input))
        {
            if (network.Lanes.FromStock[lane] == output)
            {
                return lane;
            }
        }

        return -1;
    }

    /// <summary>What a site uses or makes of a stock in the baseline, t/d.</summary>
    public static double BaselineFlow(this SupplyNetwork network, int stock) =>
        network.Stocks.Coefficient[stock] * network.Sites.BaselinePerDay[network.Stocks.Site[stock]];

    private static int Find(SupplyNetwork network, int first, int end, int commodity) =>
        Array.IndexOf(network.Stocks.Commodity, commodity, first, end - first);
}
