using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A control or an answer: a map whose <c>type</c> says which record of a list of kinds the other keys fill.</summary>
/// <param name="list">The kinds.</param>
/// <param name="kinds">How types are written.</param>
/// <param name="elsewhere">What to say of a name that belongs to another list; null of any other name.</param>
internal sealed class PolicyBinder<TSpec>(PolicyKinds<TSpec> list, IKinds kinds, Func<string, (string Message, string? Hint)?> elsewhere) : Kind<TSpec>
    where TSpec : PolicySpec
{
    private const string TypeKey = "type";

    /// <summary>Records are made when a file first uses them: most files use one or two.</summary>
    private readonly Dictionary<string, Lazy<IPolicyRecord>> _types = list.All.ToDictionary(
        k => k.Type,
        k => new Lazy<IPolicyRecord>(() => (IPolicyRecord)Activator.CreateInstance(typeof(PolicyRecord<>).MakeGenericType(typeof(TSpec), k.Spec), kinds)!),
        StringComparer.Ordinal);

    public override string Expected => $"a {list.Noun}" + (list.Example.Length > 0 ? " such as " + list.Example : "");

    public override bool HasParts => true;

    public override Kind? Part(string key, Node? node) => TypeOf(node)?.Kind.Part(key, node);

    public override IEnumerable<string> Keys(Node? node) => TypeOf(node)?.Kind.Keys(node) ?? [];

    public override bool TryRead(Node node, BindContext context, out TSpec value)
    {
        value = null!;
        if (node is not MapNode map)
        {
            context.WrongShape(node, Expected);
            return false;
        }

        if (map.Find(TypeKey) is not { } type)
        {
            context.Bag.Error(map.Place, DiagnosticCodes.MissingKey, $"the key 'type' is missing: the kind of {list.Noun}",
                "add one of: " + string.Join(", ", Known));
            return false;
        }

        if (TypeOf(map) is not { } kind)
        {
            context.Bag.Error(type.Value.Place, UnknownType((type.Value as ScalarNode)?.Text ?? ""));
            return false;
        }

        value = kind.Read(map, context);
        return true;
    }

    public override void Write(StringBuilder text, TSpec value) => _types[value.Type].Value.Write(text, $"{{{TypeKey}: {value.Type}", value);

    public override void Trace(Tracer tracer, string path, Node? node, TSpec value)
    {
        tracer.Add($"{path}.{TypeKey}", value.Type, (node as MapNode)?.Find(TypeKey)?.Value);
        _types[value.Type].Value.Trace(tracer, path, node, value);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => list.All.Count == 0
        ? new JsonObject { ["not"] = new JsonObject() }
        : definitions.Policies(list.Noun, list.All.Select(k => (k, (IRecordKind)_types[k.Type].Value.Kind)));

    /// <summary>The names of kinds; where there is none yet, those that are kept for them.</summary>
    private IEnumerable<string> Known => list.All.Count > 0 ? _types.Keys : list.Reserved.Keys;

    private IPolicyRecord? TypeOf(Node? node) =>
        (node as MapNode)?.Find(TypeKey)?.Value is ScalarNode name && _types.TryGetValue(name.Text, out var type) ? type.Value : null;

    private Fault UnknownType(string name)
    {
        if (list.Reserved.TryGetValue(name, out var remedy))
        {
            return new Fault(DiagnosticCodes.NotYet, $"the {list.Noun} '{name}' is not simulated yet", remedy);
        }

        if (elsewhere(name) is { } word)
        {
            return new Fault(DiagnosticCodes.NotYet, word.Message, word.Hint);
        }

        var nothing = list.All.Count > 0
            ? $"there is no type of {list.Noun} '{name}'"
            : $"there is no {list.Noun} '{name}', and {list.Noun}s are not simulated yet";
        return new Fault(DiagnosticCodes.UnknownWord, nothing, Suggestion.For(name, Known));
    }

    /// <summary>One kind of policy, whatever its record.</summary>
    private interface IPolicyRecord
    {
        Kind Kind { get; }

        TSpec Read(MapNode map, BindContext context);

        void Write(StringBuilder text, string first, TSpec value);

        void Trace(Tracer tracer, string path, Node? node, TSpec value);
    }

    private sealed class PolicyRecord<T>(IKinds kinds) : IPolicyRecord
        where T : class, TSpec
    {
        private readonly RecordKind<T> _record = (RecordKind<T>)kinds.Get<T>();

        public Kind Kind => _record;

        public TSpec Read(MapNode map, BindContext context)
        {
            var policy = RecordKind<T>.New();
            _record.Fill(policy, map, context, TypeKey);
            return policy;
        }

        public void Write(StringBuilder text, string first, TSpec value) => _record.WriteFields(text, (T)value, first).Append('}');

        public void Trace(Tracer tracer, string path, Node? node, TSpec value) => _record.Trace(tracer, path, node, (T)value);
    }
}
