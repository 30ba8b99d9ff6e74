using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>Reads the rows of a network that builds on another; null where there is nothing to go on with.</summary>
/// <param name="path">The network below.</param>
/// <param name="asked">Where it was named.</param>
/// <param name="overrides">Values that replace those in its files.</param>
internal delegate NetworkSpec? NetworkBelow(string path, Place asked, IReadOnlyList<Override> overrides);

/// <summary>
/// A network that <c>extends</c> another: the rows of that one, with values changed, rows removed and rows added, each with the reason. Whoever asks where a
/// row stands is told the file that it is written in.
/// </summary>
internal sealed class ExtendedNetwork(MapNode map, BindContext context)
{
    private const string Key = "extends";

    private static readonly RecordKind<NetworkExtension> Extension = (RecordKind<NetworkExtension>)Kinds.Of<NetworkExtension>();

    private readonly LoadSession _session = context.Session;

    /// <summary>Whether a network builds on another.</summary>
    public static bool Is(MapNode map) => map.Find(Key) is not null;

    /// <summary>The rows; null where there is nothing to go on with.</summary>
    /// <param name="overrides">Values that replace those in the files.</param>
    /// <param name="read">Reads the network below.</param>
    public NetworkSpec? Rows(IReadOnlyList<Override> overrides, NetworkBelow read)
    {
        var added = new[] { "sites", "lanes" }.ToDictionary(list => list, NamesIn);
        var mine = overrides.Where(o => o.Path.Count > 2 && added.GetValueOrDefault(o.Path[0])?.Any(n => IsOf(o, n)) == true).ToList();
        var own = RecordKind<NetworkExtension>.New();
        var changed = mine.Aggregate(map, Set);
        if (map.Find("rates") is not null)
        {
            NetworkKind.ReadRates(map, context);
        }

        Extension.Fill(own, changed, context, "rates");
        if (map.Find(Key)?.Value is not ScalarNode { IsNull: false } name
            || read(Path(name), name.Place, [.. own.Changed.Select(AsOverride).OfType<Override>(), .. overrides.Except(mine)]) is not { } below)
        {
            return null;
        }

        var (sites, lanes) = (Removed(own, "sites", below.Sites, NetworkReader.NameOf), Removed(own, "lanes", below.Lanes, NetworkReader.NameOf));
        ReportOthers(own);
        NeedReasons(own.Sites.Select(s => s.Note), "sites");
        NeedReasons(own.Lanes.Select(l => l.Note), "lanes");
        var rows = below with
        {
            Balance = own.Balance ?? below.Balance,
            Commodities = [.. below.Commodities, .. own.Commodities],
            Groups = Over(below.Groups, own.Groups),
            Technologies = [.. below.Technologies, .. own.Technologies],
            Countries = [.. below.Countries, .. own.Countries],
            Blocs = Over(below.Blocs, own.Blocs),
            Sites = [.. sites.Kept, .. own.Sites],
            Lanes = [.. lanes.Kept, .. own.Lanes],
        };
        _session.Network = _session.Network!.Extended(changed, sites.Gone, lanes.Gone, rows);
        return rows;
    }

    private static Dictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> below, IReadOnlyDictionary<string, T> above)
    {
        var merged = new Dictionary<string, T>(below, StringComparer.Ordinal);
        foreach (var (key, value) in above)
        {
            merged[key] = value;
        }

        return merged;
    }

    private static bool IsOf(Override change, string row) => string.Join('.', change.Path.Skip(1)).StartsWith(row + ".", StringComparison.Ordinal);

    /// <summary>The network below: beside the folder of this one, or where the path leads from this file.</summary>
    private string Path(ScalarNode name)
    {
        var folder = _session.FolderOf(name.Place.Source);
        var here = FilePath.In(folder, name.Text);
        return _session.Files.IsFolder(here) || _session.Files.IsFile(here) ? here : FilePath.In(FilePath.Folder(folder), name.Text);
    }

    private List<string> NamesIn(string list) => map.Find(list)?.Value is ListNode rows
        ? [.. rows.Items.OfType<MapNode>().Select(NameOf)]
        : [];

    private static string NameOf(MapNode row)
    {
        string Text(string key) => (row.Find(key)?.Value as ScalarNode)?.Text ?? "";
        return row.Find("id") is not null ? Text("id") : LaneNaming.ByEnds(Text("from"), Text("to"), Text("of"));
    }

    private MapNode Set(MapNode node, Override change)
    {
        var (set, fault) = NodeSetter.Set(node, Extension, change, out _);
        if (fault is not null)
        {
            context.Bag.Error(change.PathPlace, fault);
        }

        return set as MapNode ?? node;
    }

    private Override? AsOverride(NetworkChange change, int position)
    {
        var item = ItemOf("changed", position);
        return YamlReader.ReadAt((item?.Find("to")?.Value ?? map).Place, change.To, context.Bag) is { } value
            ? new Override(change.Set.Split('.'), (item?.Find("set")?.Value ?? map).Place, value)
            : null;
    }

    private MapNode? ItemOf(string list, int position) => (map.Find(list)?.Value as ListNode)?.Items[position] as MapNode;

    private (List<T> Kept, HashSet<int> Gone) Removed<T>(NetworkExtension own, string list, IReadOnlyList<T> rows, Func<T, string> nameOf)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            places.TryAdd(nameOf(rows[i]), i);
        }

        var gone = new HashSet<int>();
        for (var i = 0; i < own.Removed.Count; i++)
        {
            var row = own.Removed[i].Row;
            if (!row.StartsWith(list + ".", StringComparison.Ordinal))
            {
                continue;
            }

            var name = row[(list.Length + 1)..];
            if (places.TryGetValue(name, out var at))
            {
                gone.Add(at);
            }
            else
            {
                Error("removed", i, "row", $"there is no '{name}' in {list} of the network below", Suggestion.For(name, places.Keys));
            }
        }

        return ([.. rows.Where((_, i) => !gone.Contains(i))], gone);
    }

    private void ReportOthers(NetworkExtension own)
    {
        for (var i = 0; i < own.Removed.Count; i++)
        {
            if (own.Removed[i].Row is { Length: > 0 } row && !row.StartsWith("sites.", StringComparison.Ordinal) && !row.StartsWith("lanes.", StringComparison.Ordinal))
            {
                Error("removed", i, "row", $"'{row}' is neither a site nor a lane", "write sites.some-site or lanes.some-lane");
            }
        }
    }

    /// <summary>A row that is added without a reason is a number that nobody can follow.</summary>
    private void NeedReasons(IEnumerable<string?> notes, string list)
    {
        foreach (var (note, i) in notes.Select((note, i) => (note, i)))
        {
            if (string.IsNullOrWhiteSpace(note))
            {
                Error(list, i, "note", "this row is added without a reason", "say why in `note`, with the source");
            }
        }
    }

    private void Error(string list, int position, string key, string message, string? hint)
    {
        var item = ItemOf(list, position);
        context.Bag.Error(item?.Find(key)?.Value.Place ?? item?.Place ?? map.Place, DiagnosticCodes.Override, message, hint);
    }
}
