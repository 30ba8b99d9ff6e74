using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>An uncertain input, or the word <c>network</c> for all that the network gives a range.</summary>
internal sealed class UncertainKind(IKinds kinds) : Kind<UncertainSpec>, IRecordKind
{
    private readonly RecordKind<UncertainSpec> _input = new(kinds);

    public IReadOnlyList<Field> Fields => _input.Fields;

    public override string Expected => $"`{UncertainSpec.AllRanges}`, or a map with `set` and a distribution";

    public override bool HasParts => true;

    public override Kind? Part(string key, Node? node) => _input.Part(key, node);

    public override IEnumerable<string> Keys(Node? node) => _input.Keys(node);

    public override bool TryRead(Node node, BindContext context, out UncertainSpec value)
    {
        if (node is ScalarNode { Text: UncertainSpec.AllRanges })
        {
            value = new UncertainSpec { Set = UncertainSpec.AllRanges };
            return true;
        }

        if (node is ScalarNode)
        {
            value = new UncertainSpec();
            context.WrongShape(node, Expected);
            return false;
        }

        return _input.TryRead(node, context, out value);
    }

    public override void Write(StringBuilder text, UncertainSpec value)
    {
        if (value.IsAllRanges)
        {
            text.Append(UncertainSpec.AllRanges);
        }
        else
        {
            _input.Write(text, value);
        }
    }

    public override void Trace(Tracer tracer, string path, Node? node, UncertainSpec value)
    {
        if (node is MapNode)
        {
            _input.Trace(tracer, path, node, value);
        }
        else
        {
            base.Trace(tracer, path, node, value);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.AnyOf(new JsonObject { ["const"] = UncertainSpec.AllRanges }, _input.Schema(definitions));
}
