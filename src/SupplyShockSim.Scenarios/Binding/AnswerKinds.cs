using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A mass of goods, or days of use.</summary>
internal sealed class StockAmountKind(IKinds kinds) : ScalarKind<StockAmount>
{
    private readonly Kind<Tonnes> _mass = kinds.Get<Tonnes>();
    private readonly Kind<SimDuration> _span = kinds.Get<SimDuration>();

    public override string Expected => "a mass such as 200 t, or days of use such as 60 d";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out StockAmount value)
    {
        value = default;
        if (Quantity.Parse(text, out var quantity) is null && quantity.Dimension == Dimension.Time)
        {
            var wrong = _span.Parse(text, context, out var span);
            value = new StockAmount(null, span);
            return wrong;
        }

        var fault = Numbers.Parse(text, Dimension.Mass, Expected, context, out var tonnes);
        value = fault is null ? new StockAmount(new Tonnes(tonnes), default) : default;
        return fault;
    }

    public override void Write(StringBuilder text, StockAmount value)
    {
        if (value.Mass is { } mass)
        {
            _mass.Write(text, mass);
        }
        else
        {
            _span.Write(text, value.Use);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(_mass.Schema(definitions), _span.Schema(definitions));
}

/// <summary>A record that is written as one word where nothing of it is given.</summary>
/// <param name="word">The word.</param>
/// <param name="plain">The record that it stands for.</param>
/// <param name="kinds">How types are written.</param>
internal sealed class WordOrMapKind<T>(string word, T plain, IKinds kinds) : Kind<T>, IRecordKind
    where T : class
{
    private readonly RecordKind<T> _record = new(kinds);

    public IReadOnlyList<Field> Fields => _record.Fields;

    public string? Since => _record.Since;

    public override string Expected => $"{word}, or {_record.Expected}";

    public override Kind? Part(string key, Node? node) => node is MapNode ? _record.Part(key, node) : null;

    public override IEnumerable<string> Keys(Node? node) => node is MapNode ? _record.Keys(node) : [];

    public override bool IsEmpty(T value) => false;

    public override bool TryRead(Node node, BindContext context, out T value)
    {
        value = plain;
        if (node is ScalarNode { IsNull: false } scalar)
        {
            if (scalar.Text != word)
            {
                context.Bag.Error(scalar.Place, DiagnosticCodes.UnknownWord, $"'{scalar.Text}' is not possible here, expected {Expected}", null);
            }

            return scalar.Text == word;
        }

        return _record.TryRead(node, context, out value);
    }

    public override void Write(StringBuilder text, T value)
    {
        if (value == plain || value.Equals(plain))
        {
            text.Append(word);
        }
        else
        {
            _record.Write(text, value);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.AnyOf(new JsonObject { ["const"] = word }, _record.Schema(definitions));
}
