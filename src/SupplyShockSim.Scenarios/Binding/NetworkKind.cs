using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A network: in place, or named by its folder or file.</summary>
internal sealed class NetworkKind(IKinds kinds) : Kind<NetworkRef>
{
    /// <summary>The key under which a scenario adds rows.</summary>
    public const string AddKey = "add";

    private readonly RecordKind<NetworkLink> _link = (RecordKind<NetworkLink>)kinds.Get<NetworkLink>();
    private readonly RecordKind<NetworkSpec> _rows = (RecordKind<NetworkSpec>)kinds.Get<NetworkSpec>();

    public override string Expected => "a folder such as networks/ndfeb-2024, or the network itself";

    public override bool HasParts => true;

    public override Kind? Part(string key, Node? node) => IsLink(node) ? _link.Part(key, node) : _rows.Part(key, node);

    public override IEnumerable<string> Keys(Node? node) => IsLink(node) ? _link.Keys(node) : _rows.Keys(node);

    /// <summary>Whether a node names the network rather than being it.</summary>
    public static bool IsLink(Node? node) => node is ScalarNode || (node is MapNode map && map.Find("folder") is not null);

    /// <summary>A network that is named by its folder alone, as a map that has room for more keys; other nodes as they are.</summary>
    public static Node Spelled(Node node) =>
        node is ScalarNode { IsNull: false } folder ? new MapNode(folder.Place, [new Entry("folder", folder.Place, folder)]) : node;

    /// <summary>Whether a node says only how the rows of a network vary that is named elsewhere.</summary>
    public static bool VariesOnly(Node? node) => node is MapNode { Entries.Count: > 0 } map && map.Entries.All(e => NetworkLink.VariesRows(e.Key));

    /// <summary>The same scenario with its network <see cref="Spelled"/>.</summary>
    public static MapNode SpelledIn(MapNode scenario) =>
        scenario with { Entries = [.. scenario.Entries.Select(e => e.Key == "network" ? e with { Value = Spelled(e.Value) } : e)] };

    public override bool TryRead(Node node, BindContext context, out NetworkRef value)
    {
        value = new NetworkRef();
        switch (node)
        {
            case ScalarNode { IsNull: false } path:
                return context.Session.Networks(new NetworkLink { Folder = path.Text }, (MapNode)Spelled(path), context, out value);
            case MapNode map when IsLink(map):
                var link = RecordKind<NetworkLink>.New();

                // What is added is read with the network, whose unit of bare rates it has.
                _link.Fill(link, map, context, AddKey);
                return link.Folder.Length > 0 && context.Session.Networks(link, map, context, out value);
            case MapNode map:
                ReadRates(map, context);
                var rows = RecordKind<NetworkSpec>.New();
                _rows.Fill(rows, map, context);
                value = new NetworkRef { Spec = rows };
                return true;
            default:
                context.WrongShape(node, Expected);
                return false;
        }
    }

    /// <summary>Makes the network's unit of bare rates known before any rate is read.</summary>
    public static void ReadRates(MapNode map, BindContext context)
    {
        context.BareRate = BindContext.DefaultRate;
        if (map.Find("rates")?.Value is not ScalarNode { IsNull: false } rates)
        {
            return;
        }

        var text = rates.Text.Trim();
        if (!Unit.TryFind(text, out var unit))
        {
            context.Bag.Error(rates.Place, UnknownUnit.Fault(text, text, Dimension.Flow));
        }
        else if (unit.Dimension != Dimension.Flow)
        {
            context.Bag.Error(rates.Place, DiagnosticCodes.WrongDimension, $"'{text}' is not a unit of mass flow, expected one such as t/yr or kt/month");
        }
        else
        {
            context.BareRate = unit;
        }
    }

    /// <summary>The rows that are added, once the unit of bare rates is known; none where there are none.</summary>
    public static NetworkAddition? ReadAddition(MapNode written, BindContext context) =>
        written.Find(AddKey) is { } entry && context.Session.Kinds.Get<NetworkAddition>().TryRead(entry.Value, context, out var addition) ? addition : null;

    public override void Write(StringBuilder text, NetworkRef value)
    {
        if (value.Link is { } link)
        {
            _link.Write(text, link);
        }
        else
        {
            _rows.Write(text, value.Spec);
        }
    }

    public override bool TryWriteBlock(StringBuilder text, string indent, NetworkRef value)
    {
        text.Append('\n');
        if (value.Link is { } link)
        {
            _link.WriteLines(text, indent, link);
        }
        else
        {
            // Every rate is written with its unit, so that the unit of bare rates does not matter any more.
            _rows.WriteLines(text, indent, value.Spec);
        }

        return true;
    }

    public override void Trace(Tracer tracer, string path, Node? node, NetworkRef value)
    {
        if (value.Link is null)
        {
            _rows.Trace(tracer, path, node, value.Spec);
            return;
        }

        tracer.Add(path, value.Link.Folder, node);
        foreach (var field in _link.Fields.Where(f => NetworkLink.VariesRows(f.Key) && f.HasValue(value.Link)))
        {
            field.Trace(tracer, $"{path}.{field.Key}", (node as MapNode)?.Find(field.Key)?.Value, value.Link);
        }

        tracer.TraceFiles(path, _rows);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.NameOrMap(
        "folder", _link.Schema(definitions), definitions.AnyOf(_rows.Schema(definitions), definitions.Varying(_link, NetworkLink.VariesRows)));
}
