using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Lays one scenario over another: maps are merged key by key, lists and values replaced as a whole, and a key without a value
/// (<c>~</c>) is taken out. <c>horizon</c> and <c>until</c> say the same thing, so either replaces the other.
/// </summary>
internal static class Merge
{
    public static MapNode Over(MapNode below, MapNode above)
    {
        var entries = new List<Entry>();
        foreach (var entry in below.Entries)
        {
            if (above.Find(entry.Key) is { } other)
            {
                AddUnlessNull(entries, other with { Value = Over(entry.Value, other.Value) });
            }
            else if (!(entry.Key == "horizon" && above.Find("until") is not null) && !(entry.Key == "until" && above.Find("horizon") is not null))
            {
                entries.Add(entry);
            }
        }

        foreach (var entry in above.Entries)
        {
            if (below.Find(entry.Key) is null)
            {
                AddUnlessNull(entries, entry);
            }
        }

        return new MapNode(above.Place, entries);
    }

    private static Node Over(Node below, Node above) => below is MapNode lower && above is MapNode upper ? Over(lower, upper) : above;

    private static void AddUnlessNull(List<Entry> entries, Entry entry)
    {
        if (entry.Value is not ScalarNode { IsNull: true })
        {
            entries.Add(entry);
        }
    }
}
