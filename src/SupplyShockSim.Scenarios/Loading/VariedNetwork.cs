using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>The rows of a scenario's network with some values changed, from what was read before: tables are not read again.</summary>
internal sealed class VariedNetwork(ReadScenario read)
{
    private static readonly RecordKind<NetworkSpec> Rows = (RecordKind<NetworkSpec>)Kinds.Of<NetworkSpec>();

    /// <summary>The rows; null, with what is wrong reported, where a change cannot be made.</summary>
    /// <param name="scenario">The scenario with the changes that stand in it, its network as a map.</param>
    /// <param name="inFiles">Changes of what the network's own files hold, by paths within the network.</param>
    /// <param name="context">Takes what is wrong.</param>
    public NetworkSpec? With(MapNode scenario, IReadOnlyList<Override> inFiles, BindContext context)
    {
        var node = scenario.Find("network")!.Value;
        if (read.Session.Network is not { } files)
        {
            return context.Session.Kinds.Get<NetworkRef>().TryRead(node, context, out var inPlace) ? inPlace.Spec : null;
        }

        if (node is not MapNode written)
        {
            return null;
        }

        var link = RecordKind<NetworkLink>.New();
        ((RecordKind<NetworkLink>)Kinds.Of<NetworkLink>()).Fill(link, written, context, NetworkKind.AddKey);
        NetworkKind.ReadRates(files.Root, context);
        var rows = Root(files, [.. inFiles.Where(c => !IsCell(files, c))], context);
        foreach (var change in inFiles.Where(c => IsCell(files, c)))
        {
            rows = change.Path[0] == "sites"
                ? rows with { Sites = Replaced(rows.Sites, change, NetworkReader.NameOf, site => site with { }, context) }
                : rows with { Lanes = Replaced(rows.Lanes, change, NetworkReader.NameOf, lane => lane with { }, context) };
        }

        rows = NetworkKind.ReadAddition(written, context)?.After(rows) ?? rows;
        return rows with { Scale = link.Scale ?? new NetworkScale(), Sourcing = link.Sourcing };
    }

    private static bool IsCell(NetworkFiles files, Override change) => files.Tables.ContainsKey(change.Path[0]);

    /// <summary>What network.yaml holds, with changes; the tables as they were read.</summary>
    private NetworkSpec Root(NetworkFiles files, IReadOnlyList<Override> changes, BindContext context)
    {
        var before = files.Rows;
        if (changes.Count == 0)
        {
            return before;
        }

        Node root = files.Root;
        foreach (var change in changes)
        {
            var (set, fault) = NodeSetter.Set(root, Rows, change, out _);
            root = set ?? root;
            if (fault is not null)
            {
                context.Bag.Error(change.PathPlace, fault);
            }
        }

        NetworkKind.ReadRates((MapNode)root, context);
        var rows = RecordKind<NetworkSpec>.New();
        Rows.Fill(rows, (MapNode)root, context, [.. files.Tables.Keys]);
        return rows with
        {
            Sites = files.Tables.ContainsKey("sites") ? before.Sites : rows.Sites,
            Lanes = files.Tables.ContainsKey("lanes") ? before.Lanes : rows.Lanes,
        };
    }

    /// <summary>A table with one cell replaced: the path names the table, the row and the column.</summary>
    private static T[] Replaced<T>(IReadOnlyList<T> rows, Override change, Func<T, string> nameOf, Func<T, T> copy, BindContext context)
        where T : class
    {
        T[] replaced = [.. rows];
        var name = string.Join('.', change.Path.Skip(1).Take(change.Path.Count - 2));
        var column = change.Path[^1];
        var row = Array.FindIndex(replaced, r => nameOf(r) == name);
        if (change.Path.Count < 3 || row < 0 || ((RecordKind<T>)Kinds.Of<T>()).Find(column) is not { } field)
        {
            context.Bag.Error(change.PathPlace, DiagnosticCodes.Override,
                $"the path 'network.{change.PathText}' leads to no row and column of {change.Path[0]}");
            return replaced;
        }

        replaced[row] = copy(replaced[row]);
        field.Read(replaced[row], change.Value, context);
        return replaced;
    }
}
