namespace SupplyShockSim.Network;

/// <summary>Turns the commodities of a network, and the groups that it puts them in, into a table.</summary>
internal static class CommodityAssembly
{
    public static CommodityTable Table(NetworkSpec spec, RowLayout rows)
    {
        CommoditySpec[] commodities = [.. rows.Commodities.Row.Select(c => spec.Commodities[c])];
        string[] ids = [.. commodities.Select(c => c.Id)];
        string[] groups = [.. spec.Groups.Keys.Order(StringComparer.Ordinal)];
        return new CommodityTable
        {
            Id = ids,
            Name = [.. commodities.Select(c => c.Name ?? c.Id)],
            PriceUsdPerTonne = [.. commodities.Select(c => c.Price?.Value ?? double.NaN)],
            Rank = new int[ids.Length],
            Chain = new int[ids.Length],
            Group = groups,
            GroupMembers = [.. groups.Select(g =>
                spec.Groups[g].Select(c => Array.BinarySearch(ids, c, StringComparer.Ordinal)).Where(c => c >= 0).Distinct().Order().ToArray())],
        };
    }
}
