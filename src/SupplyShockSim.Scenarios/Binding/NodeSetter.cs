using System.Globalization;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Follows paths such as <c>shocks.magnet halt.for</c> through nodes and puts values there. A part of a path is a key, a
/// position in a list, or the <c>name</c> or <c>id</c> of a list's item; names may hold points.
/// </summary>
internal static class NodeSetter
{
    /// <summary>The node with the value at the path replaced or added, or a fault that says which part leads nowhere.</summary>
    /// <param name="node">Where the path begins; null for a map that is not written yet.</param>
    /// <param name="kind">The kind of that node.</param>
    /// <param name="change">The value and its path.</param>
    /// <param name="target">The kind of the value replaced.</param>
    public static (Node? Node, Fault? Fault) Set(Node? node, Kind kind, Override change, out Kind? target) => Set(node, kind, change, 0, out target);

    /// <summary>The same for a node that a path leads to after so many parts.</summary>
    public static (Node? Node, Fault? Fault) Set(Node? node, Kind kind, Override change, int part) => Set(node, kind, change, part, out _);

    private static (Node? Node, Fault? Fault) Set(Node? node, Kind kind, Override change, int part, out Kind? target)
    {
        target = kind;
        if (part == change.Path.Count)
        {
            return (change.Value, null);
        }

        return node is ListNode list ? InList(list, kind, change, part, out target) : InMap(node, kind, change, part, out target);
    }

    private static (Node? Node, Fault? Fault) InMap(Node? node, Kind kind, Override change, int part, out Kind? target)
    {
        target = null;
        if (kind.IsList)
        {
            return (null, Nowhere(change, part, "there is no list with several items here: replace it as a whole"));
        }

        var map = node as MapNode ?? new MapNode(change.PathPlace, []);
        for (var end = change.Path.Count; end > part; end--)
        {
            var key = change.Joined(part, end);
            if (map.Find(key) is { } entry && kind.Part(key, map) is { } inner)
            {
                var (value, fault) = Set(entry.Value, inner, change, end, out target);
                return (value is null ? null : With(map, entry, entry with { Value = value }), fault);
            }
        }

        var first = change.Path[part];
        var name = kind.Part(first, map) is not null && kind.Keys(map).Contains(first) ? first : change.Joined(part, change.Path.Count);
        if (kind.Part(name, map) is not { } added)
        {
            return (null, Nowhere(change, part, Suggestion.For(first, kind.Keys(map))));
        }

        var (content, wrong) = Set(null, added, change, name == first ? part + 1 : change.Path.Count, out target);
        return (content is null ? null : map with { Entries = [.. map.Entries, new Entry(name, change.PathPlace, content)] }, wrong);
    }

    private static (Node? Node, Fault? Fault) InList(ListNode list, Kind kind, Override change, int part, out Kind? target)
    {
        target = null;
        for (var end = change.Path.Count; end > part; end--)
        {
            var index = IndexOf(list, change.Joined(part, end));
            if (index >= 0)
            {
                var (value, fault) = Set(list.Items[index], kind.Part("0", list)!, change, end, out target);
                return (value is null ? null : list with { Items = [.. list.Items.Take(index), value, .. list.Items.Skip(index + 1)] }, fault);
            }
        }

        return (null, Nowhere(change, part, Suggestion.For(change.Path[part], Names(list))));
    }

    private static int IndexOf(ListNode list, string name)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (NameOf(list.Items[i], i) == name)
            {
                return i;
            }
        }

        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count ? index : -1;
    }

    private static IEnumerable<string> Names(ListNode list) => list.Items.Select((item, i) => NameOf(item, i) ?? i.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// What an item is called: its id, or its name; a lane without an id by its ends, a shock without a name by its type and position.
    /// </summary>
    private static string? NameOf(Node node, int index)
    {
        if (node is not MapNode map)
        {
            return null;
        }

        return Text(map, "id") ?? Text(map, "name")
            ?? (Text(map, "type") is { } type ? PolicySpec.DefaultName(type, index)
            : Text(map, "from") is { } from && Text(map, "to") is { } to && Text(map, "of") is { } of ? LaneNaming.ByEnds(from, to, of)
            : null);
    }

    private static string? Text(MapNode map, string key) => (map.Find(key)?.Value as ScalarNode)?.Text;

    private static MapNode With(MapNode map, Entry old, Entry replacement) => map with { Entries = [.. map.Entries.Select(e => ReferenceEquals(e, old) ? replacement : e)] };

    private static Fault Nowhere(Override change, int part, string? hint) =>
        new(
            DiagnosticCodes.Override,
            $"the path '{change.PathText}' leads nowhere: there is no '{change.Path[part]}'" + (part > 0 ? $" in '{change.Joined(0, part)}'" : ""),
            hint);
}
