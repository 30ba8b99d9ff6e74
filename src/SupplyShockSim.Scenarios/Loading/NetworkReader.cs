using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Inputs;
using SupplyShockSim.Scenarios.Rows;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Reads a network from files of its own: a folder with <c>network.yaml</c>, <c>sites.csv</c> and <c>lanes.csv</c>, or one YAML
/// file that holds everything.
/// </summary>
internal sealed class NetworkReader(BindContext context)
{
    private const string RootFile = "network.yaml";

    private readonly LoadSession _session = context.Session;

    /// <summary>Reads the network; reports what is wrong.</summary>
    /// <param name="link">The folder or file, with the hashes and overrides it was named with.</param>
    /// <param name="written">The map that names it.</param>
    /// <param name="network">The network; with errors, what could be read of it.</param>
    /// <returns>False where there is nothing to go on with.</returns>
    public bool TryRead(NetworkLink link, MapNode written, out NetworkRef network)
    {
        network = new NetworkRef();
        var place = written.Find("folder")!.Value.Place;
        var path = FilePath.In(_session.FolderOf(place.Source), link.Folder);
        var overrides = Overrides(link, written.Find("set")?.Value as MapNode);
        var before = _session.Inputs.Count;
        if (Rows(path, place, overrides, []) is not { } rows)
        {
            return false;
        }

        var addition = NetworkKind.ReadAddition(written, context);
        var isFolder = _session.Files.IsFolder(path);
        var files = _session.Inputs.Skip(before).ToDictionary(f => FilePath.From(isFolder ? path : FilePath.Folder(path), f.Path), f => f.Sha256);
        CompareHashes(link, files, place);
        network = new NetworkRef
        {
            Spec = (addition?.After(rows) ?? rows) with { Scale = link.Scale ?? new NetworkScale(), Sourcing = link.Sourcing },
            Link = link with
            {
                Add = addition,
                Folder = FilePath.From(_session.Folder, path),
                Sha256 = files,
                Set = overrides.ToDictionary(o => o.PathText, o => new System.Text.StringBuilder().AppendNode(o.Value).ToString()),
            },
        };
        return true;
    }

    /// <summary>The rows of a network and of those it builds on; null, with what is wrong reported, where there is nothing to go on with.</summary>
    private NetworkSpec? Rows(string path, Place place, IReadOnlyList<Override> overrides, List<string> chain)
    {
        if (chain.Contains(path) || chain.Count >= Limits.Extends)
        {
            _session.Bag.Error(place, DiagnosticCodes.ExtendsCycle, "the networks extend each other: " + string.Join(" -> ", [.. chain, path]),
                "let one of them stand by itself");
            return null;
        }

        var isFolder = _session.Files.IsFolder(path);
        if (!isFolder && !_session.Files.IsFile(path))
        {
            _session.Bag.Error(place, DiagnosticCodes.FileMissing, $"there is no folder '{path}'", "the path is relative to the file it stands in");
            return null;
        }

        if (_session.ReadYaml(isFolder ? FilePath.In(path, RootFile) : path, place) is not { } node)
        {
            return null;
        }

        if (node is not MapNode map)
        {
            context.WrongShape(node, "a map with the keys commodities, technologies, blocs ...");
            return null;
        }

        if (ExtendedNetwork.Is(map))
        {
            return new ExtendedNetwork(map, context).Rows(overrides, (below, asked, changes) => Rows(below, asked, changes, [.. chain, path]));
        }

        map = Apply(map, overrides, isFolder);
        NetworkKind.ReadRates(map, context);
        return Read(map, isFolder ? path : null, overrides);
    }

    /// <summary>The overrides that stand in the scenario, then those of the command line; of two for one path the later holds.</summary>
    private List<Override> Overrides(NetworkLink link, MapNode? written)
    {
        var all = new Dictionary<string, Override>(StringComparer.Ordinal);
        foreach (var (path, text) in link.Set)
        {
            var entry = written!.Find(path)!;
            if (YamlReader.ReadAt(entry.Value.Place, text, _session.Bag) is { } value)
            {
                all[path] = new Override(path.Split('.'), entry.KeyPlace, value);
            }
        }

        foreach (var change in _session.NetworkOverrides)
        {
            all[change.PathText] = change;
        }

        return [.. all.Values];
    }

    /// <summary>Puts overrides into network.yaml, but for those of rows that stand in tables.</summary>
    private MapNode Apply(MapNode map, IReadOnlyList<Override> overrides, bool isFolder)
    {
        Node result = map;
        foreach (var change in overrides)
        {
            if (isFolder && IsTable(change.Path[0]) && map.Find(change.Path[0]) is null)
            {
                if (change.Path.Count < 3)
                {
                    _session.Bag.Error(change.PathPlace, DiagnosticCodes.Override, $"the path 'network.{change.PathText}' must name a row and a column", "such as network.sites.plant.capacity");
                }

                continue;
            }

            var (set, fault) = NodeSetter.Set(result, Kinds.Of<NetworkSpec>(), change, out _);
            result = set ?? result;
            if (fault is not null)
            {
                _session.Bag.Error(change.PathPlace, fault);
            }
        }

        return (MapNode)result;
    }

    /// <summary>What a site is called in paths.</summary>
    public static string NameOf(SiteSpec site) => site.Id;

    /// <summary>What a lane is called in paths.</summary>
    public static string NameOf(LaneSpec lane) => LaneNaming.Of(lane);

    private static bool IsTable(string key) => key is "sites" or "lanes";

    /// <summary>The rows; null where a table cannot be read at all.</summary>
    private NetworkSpec? Read(MapNode map, string? folder, IReadOnlyList<Override> overrides)
    {
        var kind = (RecordKind<NetworkSpec>)Kinds.Of<NetworkSpec>();
        var rows = RecordKind<NetworkSpec>.New();
        if (folder is null)
        {
            kind.Fill(rows, map, context);
            _session.Network = new NetworkFiles(map, new Dictionary<string, Table>(), rows);
            return rows;
        }

        kind.Fill(rows, map, context, "sites", "lanes");
        var tables = new Dictionary<string, Table>();
        using var siteFile = OpenTable(map, folder, "sites");
        using var laneFile = OpenTable(map, folder, "lanes");
        var total = (siteFile?.Length ?? 0) + (laneFile?.Length ?? 0);
        void GoesOn()
        {
            _session.Cancellation.ThrowIfCancellationRequested();
            _session.Progress?.Report(((siteFile?.Position ?? 0) + (laneFile?.Position ?? 0)) / (double)total);
        }

        var sites = ReadRows(map, siteFile, "sites", NameOf, overrides, new ObjectRows<SiteSpec>(), GoesOn, tables);
        var lanes = ReadRows(map, laneFile, "lanes", NameOf, overrides, new LaneRows(), GoesOn, tables);
        rows = rows with { Sites = sites ?? [], Lanes = lanes ?? [] };
        _session.Network = new NetworkFiles(map, tables, rows);
        return sites is null || lanes is null ? null : rows;
    }

    /// <summary>The file of a table; null where the rows stand in network.yaml, or nowhere.</summary>
    private TableFile? OpenTable(MapNode map, string folder, string key)
    {
        if (map.Find(key) is not { } inYaml)
        {
            return TableFile.Open(_session, folder, key, map.Place);
        }

        var path = TableFile.Find(_session.Files, folder, key);
        if (_session.Files.IsFile(path))
        {
            _session.Bag.Error(inYaml.KeyPlace, DiagnosticCodes.DuplicateKey, $"'{key}' stands both here and in {path}", "keep one of the two");
        }

        return null;
    }

    private IReadOnlyList<T>? ReadRows<T>(
        MapNode map, TableFile? file, string key, Func<T, string> name, IReadOnlyList<Override> overrides, IRows<T> to, Action goesOn, Dictionary<string, Table> tables)
        where T : class
    {
        if (map.Find(key) is { } inYaml)
        {
            return Kinds.Of<IReadOnlyList<T>>().TryRead(inYaml.Value, context, out var rows) ? rows : [];
        }

        if (file is null)
        {
            return null;
        }

        var source = new SourceText(file.Path, () => TableFile.Lines(_session.Files, file.Path));
        var mine = new RowOverrides<T>(overrides.Where(o => o.Path[0] == key && o.Path.Count >= 3).Select(o => o.From(1)), name);
        if (file.Read(new TableReader<T>(source, context, mine, to, goesOn).Read) is not { } read)
        {
            return null;
        }

        tables[key] = read.Table;
        return read.Rows;
    }

    private void CompareHashes(NetworkLink link, Dictionary<string, string> files, Place place)
    {
        foreach (var (name, hash) in link.Sha256)
        {
            if (files.GetValueOrDefault(name) != hash)
            {
                _session.Bag.Error(place, DiagnosticCodes.InputChanged, $"'{name}' of this network is not the file that was used before",
                    "restore the file, or leave `sha256` out to use what it holds now");
            }
        }
    }
}
