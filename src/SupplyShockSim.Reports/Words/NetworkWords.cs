using System.Globalization;
using SupplyShockSim.Model.Network;

namespace SupplyShockSim.Reports.Words;

/// <summary>Names for people of the things in a network.</summary>
internal static class NetworkWords
{
    /// <summary>The row's name, with the cohort's number where the row was split.</summary>
    public static string SiteWords(this SupplyNetwork network, int site)
    {
        var row = network.Sites.Row[site];
        var name = network.Rows.Name[row];
        return network.Rows.SiteCount[row] == 1
            ? name
            : name + " (cohort " + (site - network.Rows.FirstSite[row] + 1).ToString(CultureInfo.InvariantCulture) + ")";
    }

    public static string StockWords(this SupplyNetwork network, int stock) =>
        network.Commodities.Name[network.Stocks.Commodity[stock]] + " at " + network.SiteWords(network.Stocks.Site[stock]);

    public static string LaneWords(this SupplyNetwork network, int lane) =>
        network.Commodities.Name[network.Lanes.Commodity[lane]] + " from " + network.SiteWords(network.Lanes.From[lane]) + " to " + network.SiteWords(network.Lanes.To[lane]);
}
