using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>
/// How values of one .NET type stand in a file: how they are read, written, and described to an editor. The type of a property
/// decides its kind, so that a definition says everything once (see <see cref="Kinds"/>).
/// </summary>
internal abstract class Kind
{
    /// <summary>What is expected, for messages: <c>a duration such as 45 d</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>A value is one piece of text, so that the cell of a table can be read without building nodes.</summary>
    public virtual bool IsScalar => false;

    /// <summary>A value is made of parts that have keys or positions of their own.</summary>
    public virtual bool HasParts => false;

    /// <summary>Values are lists.</summary>
    public virtual bool IsList => false;

    /// <summary>Values are lists of names, of which none may be empty.</summary>
    public virtual bool IsListOfNames => false;

    /// <summary>What a key with such a value means, in the words of its definition or, where these depend on the load, in the kind's own.</summary>
    /// <param name="written">The definition's words.</param>
    /// <param name="measures">The measures that checks may name.</param>
    public virtual string Meaning(string written, IReadOnlyList<CheckedMeasure> measures) => written;

    /// <summary>JSON Schema of the values.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);

    /// <summary>The kind of the part that stands at a key or position, or null where there is no such part.</summary>
    /// <param name="key">A key, or a position as a number.</param>
    /// <param name="node">The whole as written, where the kind of its parts depends on that.</param>
    public virtual Kind? Part(string key, Node? node) => null;

    /// <summary>The keys that may be written, for suggestions.</summary>
    public virtual IEnumerable<string> Keys(Node? node) => [];

    /// <summary>Whether a node would be read without an error; reports what would be wrong.</summary>
    public abstract bool Accepts(Node node, BindContext context);
}

/// <inheritdoc/>
internal abstract class Kind<T> : Kind
{
    /// <summary>Reads a node; reports what is wrong and returns false then, with a value that is safe to go on with.</summary>
    public abstract bool TryRead(Node node, BindContext context, out T value);

    /// <summary>Reads one piece of text; only for kinds that are scalar.</summary>
    public virtual Fault? Parse(ReadOnlySpan<char> text, BindContext context, out T value) => throw new NotSupportedException();

    /// <summary>Whether there is nothing to write: null, no text, or an empty collection.</summary>
    public virtual bool IsEmpty(T value) => value switch
    {
        null or "" => true,
        System.Collections.ICollection items => items.Count == 0,
        System.Collections.IEnumerable items and not string => !items.GetEnumerator().MoveNext(),
        _ => false,
    };

    /// <summary>Appends a value as flow YAML that reads back as the same value.</summary>
    public abstract void Write(StringBuilder text, T value);

    /// <summary>Appends a value as block YAML after its key and colon; false, and nothing, where flow YAML is the way.</summary>
    public virtual bool TryWriteBlock(StringBuilder text, string indent, T value) => false;

    /// <summary>Tells where a value and its parts come from.</summary>
    public virtual void Trace(Tracer tracer, string path, Node? node, T value)
    {
        var text = new StringBuilder();
        Write(text, value);
        tracer.Add(path, text.ToString(), node);
    }

    /// <summary>Tells where the values of a table come from, row by row; only for lists of records.</summary>
    public virtual void TraceTable(Tracer tracer, string path, Table table, T value) => throw new NotSupportedException();

    /// <summary>Tells where the values of one row of a table come from; only for records.</summary>
    public virtual void TraceRow(Tracer tracer, string path, Table table, int row, T value) => throw new NotSupportedException();

    public sealed override bool Accepts(Node node, BindContext context) => TryRead(node, context, out _);
}

/// <summary>A kind whose values are one piece of text.</summary>
internal abstract class ScalarKind<T> : Kind<T>
{
    public override bool IsScalar => true;

    /// <summary>What to go on with where nothing could be read.</summary>
    protected virtual T Fallback => default!;

    public abstract override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out T value);

    public override bool TryRead(Node node, BindContext context, out T value)
    {
        value = Fallback;
        if (node is not ScalarNode scalar)
        {
            context.WrongShape(node, Expected);
            return false;
        }

        if (scalar.IsNull)
        {
            context.NoValue(scalar, Expected);
            return false;
        }

        if (Parse(scalar.Text, context, out value) is { } fault)
        {
            context.Bag.Error(scalar.Place, fault);
            return false;
        }

        return true;
    }
}
