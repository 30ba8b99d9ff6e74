using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Where the values of a network stand that has files of its own.</summary>
/// <param name="Root">What network.yaml holds.</param>
/// <param name="Tables">The tables, by the key they stand for: sites and lanes.</param>
/// <param name="Rows">What the files hold, without the rows that a scenario adds.</param>
internal sealed record NetworkFiles(MapNode Root, IReadOnlyDictionary<string, Table> Tables, NetworkSpec Rows)
{
    /// <summary>How many rows of a list the files hold; those added by the scenario follow.</summary>
    public int CountOf(string key) => key switch
    {
        "commodities" => Rows.Commodities.Count,
        "technologies" => Rows.Technologies.Count,
        "sites" => Rows.Sites.Count,
        "lanes" => Rows.Lanes.Count,
        _ => int.MaxValue,
    };

    /// <summary>Where the values stand of a network that builds on this one.</summary>
    /// <param name="above">What its network.yaml holds.</param>
    /// <param name="goneSites">Rows of the sites that it takes out.</param>
    /// <param name="goneLanes">Rows of the lanes that it takes out.</param>
    /// <param name="rows">What both hold.</param>
    public NetworkFiles Extended(MapNode above, IReadOnlySet<int> goneSites, IReadOnlySet<int> goneLanes, NetworkSpec rows)
    {
        var tables = Tables.ToDictionary(t => t.Key, t => t.Value.Changed(t.Key == "sites" ? goneSites : goneLanes, Items(above, t.Key)));
        var entries = Root.Entries.Select(e => Joined(e, above, e.Key == "sites" ? goneSites : e.Key == "lanes" ? goneLanes : new HashSet<int>()));
        var added = above.Entries.Where(e => Root.Find(e.Key) is null && !tables.ContainsKey(e.Key) && e.Key is not ("extends" or "changed" or "removed"));
        return new NetworkFiles(new MapNode(Root.Place, [.. entries, .. added]), tables, rows);
    }

    private static Entry Joined(Entry below, MapNode above, IReadOnlySet<int> gone) => above.Find(below.Key) is not { } other
        ? below.Value is ListNode kept && gone.Count > 0 ? below with { Value = kept with { Items = [.. kept.Items.Where((_, i) => !gone.Contains(i))] } } : below
        : (below.Value, other.Value) switch
        {
            (ListNode list, _) => below with { Value = list with { Items = [.. list.Items.Where((_, i) => !gone.Contains(i)), .. Items(above, below.Key)] } },
            (MapNode map, MapNode more) => below with { Value = new MapNode(map.Place, [.. map.Entries.Where(e => more.Find(e.Key) is null), .. more.Entries]) },
            _ => other,
        };

    private static IReadOnlyList<Node> Items(MapNode map, string key) => map.Find(key)?.Value switch
    {
        ListNode list => list.Items,
        MapNode one => [one],
        _ => [],
    };
}
