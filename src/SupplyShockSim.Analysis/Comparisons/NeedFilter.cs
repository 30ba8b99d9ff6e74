namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>Which needs a comparison looks at: for each key named, those that have one of its values; all where no key is named.</summary>
/// <param name="Allowed">Keys of <see cref="Keys"/> with the ids, codes or names that are let through, whatever their case.</param>
public sealed record NeedFilter(IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed)
{
    /// <summary>What may be named, in the order of the columns of files.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["consumer", "country", "commodity", "endUse"];

    /// <summary>Lets everything through.</summary>
    public static NeedFilter Everything { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public bool LetsThrough(NamedNeed need) => Allowed.All(a => WordsOf(need, a.Key).Any(word => a.Value.Contains(word, StringComparer.OrdinalIgnoreCase)));

    /// <summary>What a need is known by under a key: its id, and its name where it has one.</summary>
    /// <exception cref="ArgumentException">The key is none of <see cref="Keys"/>.</exception>
    public static IReadOnlyList<string> WordsOf(NamedNeed need, string key) => key switch
    {
        "consumer" => [need.Consumer, need.ConsumerName],
        "country" => [need.Country, need.CountryName],
        "commodity" => [need.Commodity, need.CommodityName],
        "endUse" => [need.EndUse],
        _ => throw new ArgumentException($"needs have no '{key}'", nameof(key)),
    };

    /// <summary>As it is written on a command line: <c>country=Japan</c>; empty where everything is let through.</summary>
    public override string ToString() => string.Join(", ", Allowed.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => a.Value.Select(v => $"{a.Key}={v}")));
}
