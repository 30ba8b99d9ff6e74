using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A record whose properties carry <see cref="FieldAttribute"/>: a map with those keys.</summary>
internal sealed class RecordKind<T> : Kind<T>, IRecordKind
    where T : class
{
    private readonly Dictionary<string, Field> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reserved = new(StringComparer.Ordinal);
    private readonly List<Field> _fields = [];

    public RecordKind(IKinds kinds)
    {
        // From the base type down, each in the order of its declaration.
        for (var type = typeof(T); type is not null && type != typeof(object); type = type.BaseType)
        {
            var own = new List<Field>();
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                // A key that a derived type gives another meaning (a stockpile is `for` countries) is that type's.
                if (property.GetCustomAttribute<FieldAttribute>(inherit: false) is { } definition && !_fields.Exists(f => f.Key == definition.Key))
                {
                    own.Add(Field.Of(typeof(T), property, definition, kinds));
                }
            }

            _fields.InsertRange(0, own);
            foreach (var reserved in type.GetCustomAttributes<ReservedKeyAttribute>(inherit: false))
            {
                _reserved[reserved.Key] = reserved.Remedy;
            }
        }

        foreach (var field in _fields)
        {
            _byKey.Add(field.Key, field);
        }
    }

    public IReadOnlyList<Field> Fields => _fields;

    public string? Since => typeof(T).GetCustomAttribute<SinceAttribute>()?.Version;

    private static string Name => typeof(T).IsGenericType ? $"{typeof(T).Name[..typeof(T).Name.IndexOf('`', StringComparison.Ordinal)]}<{typeof(T).GetGenericArguments()[0].Name}>" : typeof(T).Name;

    public override string Expected => "a map with the keys " + string.Join(", ", _fields.Select(f => f.Key));

    public override bool HasParts => true;

    public Field? Find(string key) => _byKey.GetValueOrDefault(key);

    public override Kind? Part(string key, Node? node) => Find(key)?.Kind;

    public override IEnumerable<string> Keys(Node? node) => _byKey.Keys;

    public override bool TryRead(Node node, BindContext context, out T value)
    {
        value = New();
        if (node is not MapNode map)
        {
            context.WrongShape(node, "a map");
            return false;
        }

        Fill(value, map, context);
        return true;
    }

    /// <summary>A record with every property at its default.</summary>
    public static T New() => Activator.CreateInstance<T>();

    /// <summary>Reads every entry of a map into a record; a key in <paramref name="skip"/> has been seen to already.</summary>
    public void Fill(T value, MapNode map, BindContext context, params ReadOnlySpan<string> skip)
    {
        foreach (var entry in map.Entries)
        {
            if (_byKey.TryGetValue(entry.Key, out var field))
            {
                if (!skip.Contains(entry.Key))
                {
                    field.Read(value, entry.Value, context);
                }
            }
            else if (!skip.Contains(entry.Key))
            {
                context.Bag.Error(entry.KeyPlace, Unknown(entry.Key));
            }
        }

        foreach (var field in _fields)
        {
            if (field.Definition.Required && map.Find(field.Key) is null && !skip.Contains(field.Key))
            {
                Missing(field, map.Place, context);
            }
        }
    }

    /// <summary>Reports a key that is not there.</summary>
    public static void Missing(Field field, Place place, BindContext context) => context.Bag.Error(
        place, DiagnosticCodes.MissingKey, $"the key '{field.Key}' is missing: {field.Kind.Meaning(field.Definition.Meaning, context.Session.Measures)}",
        field.Definition.Example is { } example ? $"add `{field.Key}: {example}`" : $"add `{field.Key}`");

    public Fault Unknown(string key) =>
        _reserved.TryGetValue(key, out var remedy) ? new Fault(DiagnosticCodes.NotYet, $"the key '{key}' is not understood yet", remedy)
        : key.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && _byKey.ContainsKey(key[..colon])
            ? new Fault(DiagnosticCodes.YamlSyntax, $"no space follows the colon after '{key[..colon]}'", $"write `{key[..colon]}: ` with a space")
        : new Fault(DiagnosticCodes.UnknownKey, $"there is no key '{key}' here",
            Suggestion.Nearest(key, _byKey.Keys) is { } near ? $"did you mean '{near}'?" : "possible keys: " + string.Join(", ", _byKey.Keys));

    public override void Write(StringBuilder text, T value) => WriteFields(text.Append('{'), value, "").Append('}');

    /// <summary>Appends the fields that have a value as <c>key: value, ...</c> after a first part.</summary>
    public StringBuilder WriteFields(StringBuilder text, T value, string first)
    {
        var separator = first.Length > 0 ? first + ", " : "";
        var written = false;
        foreach (var field in _fields)
        {
            if (field.HasValue(value))
            {
                field.Write(text.Append(separator).Append(field.Key).Append(": "), value);
                separator = ", ";
                written = true;
            }
        }

        return written ? text : text.Append(first);
    }

    /// <summary>Appends the fields that have a value, each on a line of its own.</summary>
    public void WriteLines(StringBuilder text, string indent, T value)
    {
        foreach (var field in _fields)
        {
            if (!field.HasValue(value))
            {
                continue;
            }

            text.Append(indent).Append(field.Key).Append(':');
            if (!field.TryWriteBlock(text, indent + "  ", value))
            {
                field.Write(text.Append(' '), value);
                text.Append('\n');
            }
        }
    }

    public override void Trace(Tracer tracer, string path, Node? node, T value)
    {
        var map = node as MapNode;
        foreach (var field in _fields)
        {
            if (field.HasValue(value))
            {
                field.Trace(tracer, path.Length == 0 ? field.Key : path + "." + field.Key, map?.Find(field.Key)?.Value, value);
            }
        }
    }

    public override void TraceRow(Tracer tracer, string path, Table table, int row, T value)
    {
        foreach (var field in _fields)
        {
            if (field.HasValue(value))
            {
                var text = new StringBuilder();
                field.Write(text, value);
                tracer.Add($"{path}.{field.Key}", text.ToString(), table.Origin(row, field.Key));
            }
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Record(Name, this);
}
