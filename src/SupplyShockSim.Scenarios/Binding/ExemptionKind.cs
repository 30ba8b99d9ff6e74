using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Whom a control leaves out: a name, or a map that says whom and for when, <c>{to: Japan, from: 30 d}</c>.</summary>
internal sealed class ExemptionKind(IKinds kinds) : Kind<Exemption>, IRecordKind
{
    private readonly Kind<string> _name = kinds.Get<string>();
    private readonly RecordKind<Exemption> _map = new(kinds);

    public IReadOnlyList<Field> Fields => _map.Fields;

    public override string Expected => "a name, or a map such as {to: Japan, from: 30 d}";

    public override Kind? Part(string key, Node? node) => node is MapNode ? _map.Part(key, node) : null;

    public override IEnumerable<string> Keys(Node? node) => node is MapNode ? _map.Keys(node) : [];

    public override bool TryRead(Node node, BindContext context, out Exemption value)
    {
        value = null!;
        if (node is MapNode map)
        {
            value = RecordKind<Exemption>.New();
            _map.Fill(value, map, context);
            if (map.Find("to") is null && map.Find("of") is null && map.Find("endUse") is null)
            {
                context.Bag.Error(map.Place, DiagnosticCodes.MissingKey, "the exemption says whom in none of `to`, `of` and `endUse`", "add `to: Japan`");
            }

            return true;
        }

        if (node is not ScalarNode)
        {
            context.WrongShape(node, Expected);
            return false;
        }

        if (!_name.TryRead(node, context, out var name))
        {
            return false;
        }

        value = name;
        return true;
    }

    public override void Write(StringBuilder text, Exemption value)
    {
        if (value.Name is { } name)
        {
            _name.Write(text, name);
        }
        else
        {
            _map.Write(text, value);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        string[] whom = ["to", "of", "endUse"];
        var says = definitions.AnyOf([.. whom.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
        return definitions.AnyOf(_name.Schema(definitions), new JsonObject { ["allOf"] = new JsonArray(_map.Schema(definitions), says) });
    }
}
