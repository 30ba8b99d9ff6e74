using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis.Selections;

/// <summary>What a group of needs is called.</summary>
/// <param name="Id">As in files: a code, an id.</param>
/// <param name="Name">For people.</param>
public readonly record struct GroupName(string Id, string Name);

/// <summary>What needs are told apart by: they can be put together by it, and picked of it. All there are stand in <see cref="All"/>.</summary>
public sealed class Grouping
{
    private readonly Func<SupplyNetwork, IEnumerable<GroupName>> _members;
    private readonly Func<SupplyNetwork, NeedKey, GroupName?> _of;

    private Grouping(string key, string one, string many, Func<SupplyNetwork, IEnumerable<GroupName>> members, Func<SupplyNetwork, NeedKey, GroupName?> of) =>
        (Key, One, Many, _members, _of) = (key, one, many, members, of);

    /// <summary>By the country of the consumer.</summary>
    public static Grouping Country { get; } = new("country", "country", "countries",
        network => network.Countries.Code.Zip(network.Countries.Name, (code, name) => new GroupName(code, name)),
        (network, need) => new GroupName(network.Countries.Code[need.Country], network.Countries.Name[need.Country]));

    /// <summary>By the row of the files that is the consumer; where it uses several commodities, each by itself.</summary>
    public static Grouping Consumer { get; } = new("consumer", "consumer", "consumers",
        network => Users(network).Select(row => new GroupName(network.Rows.Id[row], network.Rows.Name[row])),
        (network, need) => need.Row < 0 ? null : new GroupName(network.Rows.Id[need.Row], ConsumerName(network, need)));

    /// <summary>By what is needed.</summary>
    public static Grouping Commodity { get; } = new("commodity", "commodity", "commodities",
        network => network.Commodities.Id.Zip(network.Commodities.Name, (id, name) => new GroupName(id, name)),
        (network, need) => new GroupName(network.Commodities.Id[need.Commodity], network.Commodities.Name[need.Commodity]));

    /// <summary>By what the consumer makes; those of which nothing is said belong together.</summary>
    public static Grouping EndUse { get; } = new("endUse", "end use", "end uses",
        network => Users(network).Select(row => network.Sites.EndUse[network.Rows.FirstSite[row]]).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(use => new GroupName(use, use)),
        (network, need) => need.Row < 0 ? null
            : network.Sites.EndUse[network.Rows.FirstSite[need.Row]] is { } use ? new GroupName(use, use)
            : new GroupName("", "no end use given"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Grouping> All { get; } = [Country, Consumer, Commodity, EndUse];

    /// <summary>Its name on the command line and in files: <c>endUse</c>.</summary>
    public string Key { get; }

    /// <summary>For people: <c>end use</c>.</summary>
    public string One { get; }

    /// <summary>Several of it.</summary>
    public string Many { get; }

    /// <summary>Every member that a network has, whether or not it needs anything.</summary>
    public IReadOnlyList<GroupName> Members(SupplyNetwork network) => [.. _members(network)];

    /// <summary>Where a need belongs; null where the run does not tell, as consumers are not told apart in totals.</summary>
    public GroupName? Of(SupplyNetwork network, NeedKey need) => _of(network, need);

    private static IEnumerable<int> Users(SupplyNetwork network) =>
        Enumerable.Range(0, network.Rows.Count).Where(row => network.Sites.IsConsumer[network.Rows.FirstSite[row]]);

    private static string ConsumerName(SupplyNetwork network, NeedKey need)
    {
        var first = network.Rows.FirstSite[need.Row];
        var inputs = network.Sites.FirstOutput[first] - network.Sites.FirstStock[first];
        return network.Rows.Name[need.Row] + (inputs == 1 ? "" : $" ({network.Commodities.Name[need.Commodity]})");
    }
}
