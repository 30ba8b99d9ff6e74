namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>How needs are added up into curves.</summary>
public enum CurveGrouping
{
    /// <summary>All together.</summary>
    None,

    Country,

    Commodity,

    EndUse,

    /// <summary>By country, commodity and end use.</summary>
    Finest,
}

/// <summary>What a curve is the sum of; what it is not told apart by is empty.</summary>
/// <param name="Country">Code of a country.</param>
/// <param name="Commodity">Id of a commodity.</param>
/// <param name="EndUse">What is made.</param>
public readonly record struct CurveKey(string Country, string Commodity, string EndUse) : IComparable<CurveKey>
{
    /// <summary>The key of a need under a grouping.</summary>
    public static CurveKey Of(NamedNeed need, CurveGrouping by) => by switch
    {
        CurveGrouping.None => new CurveKey("", "", ""),
        CurveGrouping.Country => new CurveKey(need.Country, "", ""),
        CurveGrouping.Commodity => new CurveKey("", need.Commodity, ""),
        CurveGrouping.EndUse => new CurveKey("", "", need.EndUse),
        _ => new CurveKey(need.Country, need.Commodity, need.EndUse),
    };

    /// <summary>A name for people, from the names of a need that belongs to it.</summary>
    public static string NameOf(NamedNeed need, CurveGrouping by) => by switch
    {
        CurveGrouping.None => "all together",
        CurveGrouping.Country => need.CountryName,
        CurveGrouping.Commodity => need.CommodityName,
        CurveGrouping.EndUse => need.EndUse.Length > 0 ? need.EndUse : "not stated",
        _ => string.Join(", ", new[] { need.CountryName, need.CommodityName, need.EndUse }.Where(s => s.Length > 0)),
    };

    public int CompareTo(CurveKey other)
    {
        var order = string.CompareOrdinal(Country, other.Country);
        order = order != 0 ? order : string.CompareOrdinal(Commodity, other.Commodity);
        return order != 0 ? order : string.CompareOrdinal(EndUse, other.EndUse);
    }

    public static bool operator <(CurveKey a, CurveKey b) => a.CompareTo(b) < 0;

    public static bool operator >(CurveKey a, CurveKey b) => a.CompareTo(b) > 0;

    public static bool operator <=(CurveKey a, CurveKey b) => a.CompareTo(b) <= 0;

    public static bool operator >=(CurveKey a, CurveKey b) => a.CompareTo(b) >= 0;
}
