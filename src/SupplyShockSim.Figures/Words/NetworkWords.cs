using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Words;

/// <summary>Names for people of the things in a network.</summary>
public static class NetworkWords
{
    /// <summary>The row's name, with the cohort's number where the row was split.</summary>
    public static Phrase SiteWords(this SupplyNetwork network, Phrase to, int site)
    {
        var row = network.Sites.Row[site];
        to.Add(network.Rows.Name[row]);
        return network.Rows.SiteCount[row] == 1 ? to : to.Add(" (cohort ").Add(site - network.Rows.FirstSite[row] + 1).Add(")");
    }

    public static Phrase StockWords(this SupplyNetwork network, Phrase to, int stock) =>
        network.SiteWords(to.Add(network.Commodities.Name[network.Stocks.Commodity[stock]]).Add(" at "), network.Stocks.Site[stock]);

    public static Phrase LaneWords(this SupplyNetwork network, Phrase to, int lane)
    {
        network.SiteWords(to.Add(network.Commodities.Name[network.Lanes.Commodity[lane]]).Add(" from "), network.Lanes.From[lane]);
        return network.SiteWords(to.Add(" to "), network.Lanes.To[lane]);
    }
}
