using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;
using SupplyShockSim.Simulation.Controls;
using SupplyShockSim.Simulation.Responses;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A shock: a map whose <c>type</c> says which record of <see cref="ControlCatalog"/> the other keys fill.</summary>
internal sealed class ShockKind : Kind<ControlSpec>
{
    private const string TypeKey = "type";

    /// <summary>Kinds are made when a file first uses them: most files use one or two.</summary>
    private readonly Dictionary<string, Lazy<IOneShock>> _types = ControlCatalog.All.ToDictionary(
        c => c.Type,
        c => new Lazy<IOneShock>(() => (IOneShock)Activator.CreateInstance(typeof(OneShock<>).MakeGenericType(c.Spec))!),
        StringComparer.Ordinal);

    public override string Expected => "a shock such as {type: export-ban, by: China}";

    public override bool HasParts => true;

    public override Kind? Part(string key, Node? node) => TypeOf(node)?.Kind.Part(key, node);

    public override IEnumerable<string> Keys(Node? node) => TypeOf(node)?.Kind.Keys(node) ?? [];

    public override bool TryRead(Node node, BindContext context, out ControlSpec value)
    {
        value = null!;
        if (node is not MapNode map)
        {
            context.WrongShape(node, Expected);
            return false;
        }

        if (map.Find(TypeKey) is not { } type)
        {
            context.Bag.Error(map.Place, DiagnosticCodes.MissingKey, "the key 'type' is missing: the kind of shock", "add one of: " + string.Join(", ", _types.Keys));
            return false;
        }

        if (TypeOf(map) is not { } kind)
        {
            context.Bag.Error(type.Value.Place, UnknownType(type.Value));
            return false;
        }

        value = kind.Read(map, context);
        return true;
    }

    private IOneShock? TypeOf(Node? node) =>
        (node as MapNode)?.Find(TypeKey)?.Value is ScalarNode name && _types.TryGetValue(name.Text, out var type) ? type.Value : null;

    private Fault UnknownType(Node node)
    {
        var name = (node as ScalarNode)?.Text ?? "";
        return ControlCatalog.Reserved.TryGetValue(name, out var remedy) ? new Fault(DiagnosticCodes.NotYet, $"the shock '{name}' is not simulated yet", remedy)
            : ResponseCatalog.Reserved.Contains(name) ? new Fault(DiagnosticCodes.NotYet, $"'{name}' is a response, and responses are not simulated yet")
            : new Fault(DiagnosticCodes.UnknownWord, $"there is no type of shock '{name}'", Suggestion.For(name, _types.Keys));
    }

    public override void Write(StringBuilder text, ControlSpec value)
    {
        var type = NameOf(value);
        _types[type].Value.Write(text, $"{{{TypeKey}: {type}", value);
    }

    public override void Trace(Tracer tracer, string path, Node? node, ControlSpec value)
    {
        tracer.Add($"{path}.{TypeKey}", NameOf(value), (node as MapNode)?.Find(TypeKey)?.Value);
        _types[NameOf(value)].Value.Trace(tracer, path, node, value);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Shocks(ControlCatalog.All.Select(c => (c, (IRecordKind)_types[c.Type].Value.Kind)));

    private static string NameOf(ControlSpec value) => ControlCatalog.All.First(c => c.Spec == value.GetType()).Type;

    /// <summary>One type of shock, whatever its record.</summary>
    private interface IOneShock
    {
        Kind Kind { get; }

        ControlSpec Read(MapNode map, BindContext context);

        void Write(StringBuilder text, string first, ControlSpec value);

        void Trace(Tracer tracer, string path, Node? node, ControlSpec value);
    }

    private sealed class OneShock<T> : IOneShock
        where T : ControlSpec
    {
        private readonly RecordKind<T> _record = (RecordKind<T>)Kinds.Of<T>();

        public Kind Kind => _record;

        public ControlSpec Read(MapNode map, BindContext context)
        {
            var shock = RecordKind<T>.New();
            _record.Fill(shock, map, context, TypeKey);
            return shock;
        }

        public void Write(StringBuilder text, string first, ControlSpec value) => _record.WriteFields(text, (T)value, first).Append('}');

        public void Trace(Tracer tracer, string path, Node? node, ControlSpec value) => _record.Trace(tracer, path, node, (T)value);
    }
}

/// <summary>A response. None is simulated yet, so each is an error that says so.</summary>
internal sealed class ResponseKind : Kind<ResponseSpec>
{
    public override string Expected => "a response";

    public override bool TryRead(Node node, BindContext context, out ResponseSpec value)
    {
        value = new ResponseSpec();
        var type = (node as MapNode)?.Find("type")?.Value;
        var name = (type as ScalarNode)?.Text ?? "";
        var known = ResponseCatalog.Reserved.Contains(name);
        context.Bag.Error((type ?? node).Place, known
            ? new Fault(DiagnosticCodes.NotYet, $"the response '{name}' is not simulated yet", "leave `responses` empty")
            : new Fault(DiagnosticCodes.UnknownWord, $"there is no response '{name}', and responses are not simulated yet", Suggestion.For(name, ResponseCatalog.Reserved)));
        return false;
    }

    public override void Write(StringBuilder text, ResponseSpec value) => text.Append("{}");

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["not"] = new JsonObject() };
}
