using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A value that may be left out.</summary>
internal sealed class NullableKind<T>(IKinds kinds) : Kind<T?>
    where T : struct
{
    private readonly Kind<T> _inner = kinds.Get<T>();

    public override string Expected => _inner.Expected;

    public override bool IsScalar => _inner.IsScalar;

    public override bool HasParts => _inner.HasParts;

    public override Kind? Part(string key, Node? node) => _inner.Part(key, node);

    public override bool TryRead(Node node, BindContext context, out T? value)
    {
        var read = _inner.TryRead(node, context, out var inner);
        value = read ? inner : null;
        return read;
    }

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out T? value)
    {
        var fault = _inner.Parse(text, context, out var inner);
        value = fault is null ? inner : null;
        return fault;
    }

    public override void Write(StringBuilder text, T? value) => _inner.Write(text, value!.Value);

    public override JsonObject Schema(SchemaDefinitions definitions) => _inner.Schema(definitions);
}

/// <summary>A list; a single value is taken as a list of one, and a key without a value as an empty list.</summary>
internal sealed class ListKind<T>(IKinds kinds) : Kind<IReadOnlyList<T>>
{
    private readonly Kind<T> _item = kinds.Get<T>();

    public override string Expected => "a list of " + _item.Expected;

    public override bool HasParts => !_item.IsScalar;

    public override bool IsList => true;

    public override bool IsListOfNames => typeof(T) == typeof(string);

    public override Kind? Part(string key, Node? node) => _item;

    public override bool TryRead(Node node, BindContext context, out IReadOnlyList<T> value)
    {
        value = [];
        if (node is ScalarNode { IsNull: true })
        {
            return true;
        }

        if (node is not ListNode list)
        {
            var read = _item.TryRead(node, context, out var one);
            value = read ? [one] : [];
            return read;
        }

        var items = new T[list.Items.Count];
        var all = true;
        for (var i = 0; i < items.Length; i++)
        {
            all &= _item.TryRead(list.Items[i], context, out items[i]);
        }

        // Positions must stay what they are in the file, so that later messages find their place: all items or none.
        value = Array.TrueForAll(items, i => i is not null) ? items : [];
        return all;
    }

    public override void Write(StringBuilder text, IReadOnlyList<T> value)
    {
        text.Append('[');
        for (var i = 0; i < value.Count; i++)
        {
            _item.Write(text.Append(i > 0 ? ", " : ""), value[i]);
        }

        text.Append(']');
    }

    /// <summary>A list of records stands with one item to a line.</summary>
    public override bool TryWriteBlock(StringBuilder text, string indent, IReadOnlyList<T> value)
    {
        if (!HasParts)
        {
            return false;
        }

        text.Append('\n');
        foreach (var item in value)
        {
            _item.Write(text.Append(indent).Append("- "), item);
            text.Append('\n');
        }

        return true;
    }

    public override void Trace(Tracer tracer, string path, Node? node, IReadOnlyList<T> value)
    {
        if (!HasParts)
        {
            base.Trace(tracer, path, node, value);
            return;
        }

        for (var i = 0; i < value.Count; i++)
        {
            var item = node is ListNode list ? list.Items[i] : node;
            _item.Trace(tracer, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), item, value[i]);
        }
    }

    public override void TraceTable(Tracer tracer, string path, Table table, IReadOnlyList<T> value)
    {
        for (var i = 0; i < value.Count; i++)
        {
            _item.TraceRow(tracer, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), table, i, value[i]);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var none = new JsonObject { ["type"] = "null" };
        var many = new JsonObject { ["type"] = "array", ["items"] = _item.Schema(definitions) };
        return definitions.AnyOf(_item.Schema(definitions), none, many);
    }
}

/// <summary>Values by name.</summary>
internal sealed class MapKind<T>(IKinds kinds) : Kind<IReadOnlyDictionary<string, T>>
{
    private readonly Kind<T> _value = kinds.Get<T>();

    public override string Expected => "a map from names to " + _value.Expected;

    public override Kind? Part(string key, Node? node) => _value;

    public override bool TryRead(Node node, BindContext context, out IReadOnlyDictionary<string, T> value)
    {
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        value = values;
        if (node is ScalarNode { IsNull: true })
        {
            return true;
        }

        if (node is not MapNode map)
        {
            context.WrongShape(node, Expected);
            return false;
        }

        var all = true;
        foreach (var entry in map.Entries)
        {
            var read = _value.TryRead(entry.Value, context, out var item);
            all &= read;
            if (read)
            {
                values.Add(entry.Key, item);
            }
        }

        return all;
    }

    public override void Write(StringBuilder text, IReadOnlyDictionary<string, T> value)
    {
        var separator = "{";
        foreach (var (key, item) in value)
        {
            text.Append(separator).AppendText(key).Append(": ");
            _value.Write(text, item);
            separator = ", ";
        }

        text.Append(value.Count == 0 ? "{}" : "}");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = _value.Schema(definitions) };
}
