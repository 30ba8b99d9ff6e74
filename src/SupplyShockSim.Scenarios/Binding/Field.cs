using System.Reflection;
using System.Text;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>One key of a record: its definition, its kind, and how the property behind it is read and set.</summary>
internal abstract class Field(FieldAttribute definition, Kind kind)
{
    public FieldAttribute Definition { get; } = definition;

    public string Key => Definition.Key;

    public Kind Kind { get; } = kind;

    /// <summary>Reads a node into the property; reports what is wrong, and leaves the property as it is then.</summary>
    public abstract void Read(object owner, Node node, BindContext context);

    /// <summary>Reads a piece of text into the property; only for scalar kinds.</summary>
    public abstract Fault? Parse(object owner, ReadOnlySpan<char> text, BindContext context);

    /// <summary>Gives the property of one record the value it has in another.</summary>
    public abstract void Copy(object from, object to);

    /// <summary>Whether there is something to write: not null, and not an empty collection.</summary>
    public abstract bool HasValue(object owner);

    /// <summary>Appends the value as flow YAML.</summary>
    public abstract void Write(StringBuilder text, object owner);

    /// <summary>Appends the value as block YAML after its key, where it is a list of records or a network; otherwise false.</summary>
    public abstract bool TryWriteBlock(StringBuilder text, string indent, object owner);

    /// <summary>Tells where the value comes from.</summary>
    public abstract void Trace(Tracer tracer, string path, Node? node, object owner);

    /// <summary>Tells where the rows come from that were read from a table.</summary>
    public abstract void TraceTable(Tracer tracer, string path, Table table, object owner);

    /// <summary>The field of a property that carries a <see cref="FieldAttribute"/>.</summary>
    public static Field Of(Type owner, PropertyInfo property, FieldAttribute definition, IKinds kinds) => (Field)Activator.CreateInstance(
        typeof(Field<,>).MakeGenericType(owner, property.PropertyType), property, definition, kinds)!;
}

/// <inheritdoc/>
internal sealed class Field<TOwner, TValue>(PropertyInfo property, FieldAttribute definition, IKinds kinds) : Field(definition, kinds.Get<TValue>())
    where TOwner : class
{
    private readonly Func<TOwner, TValue> _get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
    private readonly Action<TOwner, TValue> _set = property.SetMethod!.CreateDelegate<Action<TOwner, TValue>>();

    private Kind<TValue> TypedKind => (Kind<TValue>)Kind;

    public override void Read(object owner, Node node, BindContext context)
    {
        if (typeof(TValue) == typeof(IReadOnlyList<string>) && node is (ListNode { Items.Count: 0 } or ScalarNode { IsNull: true }))
        {
            context.Bag.Error(node.Place, DiagnosticCodes.NoValue, $"'{Key}' names nothing: {Definition.Meaning}", "name at least one, or leave the key out");
            return;
        }

        // A list that is partly right is kept, so that later checks see the rest.
        var read = TypedKind.TryRead(node, context, out var value);
        if (read && (NameFault(value) ?? WorkdaysFault(value)) is { } fault)
        {
            context.Bag.Error(node.Place, fault);
            return;
        }

        if (read || (Kind.HasParts && value is not null))
        {
            _set((TOwner)owner, value);
        }
    }

    public override Fault? Parse(object owner, ReadOnlySpan<char> text, BindContext context)
    {
        var fault = TypedKind.Parse(text, context, out var value) ?? NameFault(value);
        if (fault is null)
        {
            _set((TOwner)owner, value);
        }

        return fault;
    }

    private Fault? NameFault(TValue value) => Key is "id" or "name" && value is string { Length: > Limits.NameLength } name
        ? new Fault(
            DiagnosticCodes.TooLarge,
            FormattableString.Invariant($"'{Key}' has {name.Length} characters, the most is {Limits.NameLength}"),
            "put what it should say into `note`")
        : null;

    private Fault? WorkdaysFault(TValue value) => !Definition.TakesWorkdays && value switch
    {
        DurationDistribution span => span.InWorkdays,
        ByCountry<DurationDistribution> spans => spans.Values.Any(s => s.InWorkdays),
        _ => false,
    }
        ? new Fault(DiagnosticCodes.WrongDimension, $"'{Key}' is not counted in workdays", "write calendar days: `d`")
        : null;

    public override void Copy(object from, object to) => _set((TOwner)to, _get((TOwner)from));

    public override bool HasValue(object owner) => !TypedKind.IsEmpty(_get((TOwner)owner));

    public override void Write(StringBuilder text, object owner) => TypedKind.Write(text, _get((TOwner)owner));

    public override bool TryWriteBlock(StringBuilder text, string indent, object owner) =>
        TypedKind.TryWriteBlock(text, indent, _get((TOwner)owner));

    public override void Trace(Tracer tracer, string path, Node? node, object owner) => TypedKind.Trace(tracer, path, node, _get((TOwner)owner));

    public override void TraceTable(Tracer tracer, string path, Table table, object owner) =>
        TypedKind.TraceTable(tracer, path, table, _get((TOwner)owner));
}
