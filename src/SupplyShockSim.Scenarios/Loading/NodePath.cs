using System.Globalization;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Finds the place of a path such as <c>network.sites[3].cover.metal</c>, or of the nearest part of it that stands in a file.
/// </summary>
internal sealed class NodePath(MapNode scenario, LoadSession session)
{
    public Place Find(string path)
    {
        var parts = Split(path);
        Node node = scenario;
        var place = scenario.Place;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i == 1 && parts[0] == "network" && session.Network is { } files)
            {
                if (files.Tables.TryGetValue(parts[1], out var table))
                {
                    return InTable(table, parts);
                }

                node = files.Root;
            }

            if (Step(node, parts, ref i) is not { } next)
            {
                return place;
            }

            (node, place) = (next, next.Place);
        }

        return place;
    }

    private static Place InTable(Table table, List<string> parts) =>
        parts.Count < 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row >= table.Rows ? Place.StartOf(table.Source)
        : parts.Count == 3 ? table.Row(row)
        : table.Cell(row, parts[3]);

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
