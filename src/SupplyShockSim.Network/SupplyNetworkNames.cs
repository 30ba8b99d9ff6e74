namespace SupplyShockSim.Network;

/// <summary>Names for people and for files, made from the tables.</summary>
public static class SupplyNetworkNames
{
    /// <summary>The lane's given id, or <c>from&gt;to:commodity</c>.</summary>
    public static string LaneName(this SupplyNetwork network, int lane) => network.Lanes.GivenId[lane] ?? network.LaneNameByEnds(lane);

    /// <summary>The lane by the sites it joins, whether it was given an id or not: of lanes that were split by cohorts, each has its own.</summary>
    public static string LaneNameByEnds(this SupplyNetwork network, int lane)
    {
        var (sites, lanes) = (network.Sites, network.Lanes);
        return LaneNaming.ByEnds(sites.Id[lanes.From[lane]], sites.Id[lanes.To[lane]], network.Commodities.Id[lanes.Commodity[lane]]);
    }

    /// <summary><c>site:commodity</c> with <c>in</c> or <c>out</c> for the side.</summary>
    public static string StockName(this SupplyNetwork network, int stock)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        return $"{sites.Id[stocks.Site[stock]]}:{network.Commodities.Id[stocks.Commodity[stock]]}:{(stocks.IsInput[stock] ? "in" : "out")}";
    }
}
