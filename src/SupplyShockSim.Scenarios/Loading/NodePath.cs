using System.Globalization;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Finds the place of a path such as <c>network.sites[3].cover.metal</c>, or of the nearest part of it that stands in a file.
/// </summary>
internal sealed class NodePath(MapNode scenario, LoadSession session)
{
    /// <summary>The place of a path.</summary>
    public Place Find(string path) => Locate(path).Place;

    /// <summary>Whether an error has been reported about what stands at a path, or about a part of it.</summary>
    public bool HasErrorAt(string path)
    {
        var (place, node, isRow) = Locate(path);
        return isRow ? session.Bag.HasErrorInLine(place) : session.Bag.HasErrorAt(place) || (node is not null && HasErrorWithin(node));
    }

    private bool HasErrorWithin(Node node) => session.Bag.HasErrorAt(node.Place) || node switch
    {
        ListNode list => list.Items.Any(HasErrorWithin),
        MapNode map => map.Entries.Any(e => session.Bag.HasErrorAt(e.KeyPlace) || HasErrorWithin(e.Value)),
        _ => false,
    };

    private (Place Place, Node? Node, bool IsRow) Locate(string path)
    {
        // A run's length is written either way.
        var parts = Split(path == "horizon" && scenario.Find(path) is null ? "until" : path);
        Node node = scenario;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i == 1 && parts[0] == "network" && session.Network is { } files && parts[1] != NetworkKind.AddKey)
            {
                if (Added(files, parts) is { } added)
                {
                    return Locate(added);
                }

                if (files.Tables.TryGetValue(parts[1], out var table))
                {
                    return InTable(table, parts);
                }

                node = files.Root;
            }

            if (Step(node, parts, ref i) is not { } next)
            {
                // Nothing is written there: the place is that of the whole, but errors in other parts of it are another matter,
                // unless the whole is one row.
                return (node.Place, i >= 3 ? node : null, false);
            }

            node = next;
        }

        return (node.Place, node, false);
    }

    /// <summary>The path of a row that the scenario adds to those of the files; null of any other.</summary>
    private static string? Added(NetworkFiles files, List<string> parts) =>
        parts.Count > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row >= files.CountOf(parts[1])
            ? string.Join('.', [$"network.{NetworkKind.AddKey}.{parts[1]}[{row - files.CountOf(parts[1])}]", .. parts.Skip(3)])
            : null;

    private static (Place Place, Node? Node, bool IsRow) InTable(Table table, List<string> parts)
    {
        if (parts.Count < 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row >= table.Rows)
        {
            return (Place.StartOf(table.Source), null, false);
        }

        return parts.Count > 3 && !table.IsBroken(row) && table.Origin(row, parts[3]) is { } cell ? (cell, null, false) : (table.Row(row), null, true);
    }

    /// <summary>The node one part further; keys may hold points, so the longest that fits is taken.</summary>
    private static Node? Step(Node node, List<string> parts, ref int i)
    {
        switch (node)
        {
            case ListNode list:
                return int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count ? list.Items[index] : null;
            case MapNode map:
                for (var end = parts.Count; end > i; end--)
                {
                    if (map.Find(string.Join('.', parts.Skip(i).Take(end - i))) is { } entry)
                    {
                        i = end - 1;
                        return entry.Value;
                    }
                }

                // A list of one may be written as its only item.
                return parts[i] == "0" ? map : null;
            default:
                return parts[i] == "0" ? node : null;
        }
    }

    private static List<string> Split(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('.'))
        {
            var bracket = part.EndsWith(']') ? part.LastIndexOf('[') : -1;
            if (bracket < 0)
            {
                parts.Add(part);
                continue;
            }

            if (bracket > 0)
            {
                parts.Add(part[..bracket]);
            }

            parts.Add(part[(bracket + 1)..^1]);
        }

        return parts;
    }
}
