using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Yaml;

/// <summary>A piece of YAML that knows where it stands. Nodes are never changed once others have been built on them.</summary>
internal abstract record Node(Place Place);

/// <summary>A single value as text; the binder gives it a meaning.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The text without quotes.</param>
/// <param name="Plain">It was written without quotes.</param>
internal sealed record ScalarNode(Place Place, string Text, bool Plain) : Node(Place)
{
    /// <summary>A key without a value, or with <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

/// <summary>A map with its keys in the order they were written; each key once.</summary>
internal sealed record MapNode(Place Place, IReadOnlyList<Entry> Entries) : Node(Place)
{
    /// <summary>The entry of a key, or null.</summary>
    public Entry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }
}

/// <summary>A key of a map with its value.</summary>
internal sealed record Entry(string Key, Place KeyPlace, Node Value);
