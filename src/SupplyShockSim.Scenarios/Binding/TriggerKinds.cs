using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A multiple of the reference price, or an amount per tonne.</summary>
internal sealed class PriceLevelKind : ScalarKind<PriceLevel>
{
    public override string Expected => "a multiple of the reference price such as 200 %, or an amount such as 500 USD/kg";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out PriceLevel value)
    {
        value = default;
        var isAmount = Quantity.Parse(text, out var quantity) is null && quantity.Dimension == Dimension.Price;
        if (Numbers.Parse(text, isAmount ? Dimension.Price : Dimension.Fraction, Expected, context, out var read) is { } fault)
        {
            return fault;
        }

        value = isAmount ? new PriceLevel(0, new UsdPerTonne(read)) : new PriceLevel(read, null);
        return null;
    }

    public override void Write(StringBuilder text, PriceLevel value) => text.AppendText(
        value.Amount is { } amount ? new Quantity(amount.Value, Dimension.Price).ToString() : Quantity.Percent(value.OfReference));

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(
        definitions.Quantity("a share", Dimension.Fraction, "25 %", double.MaxValue),
        definitions.Quantity("a price", Dimension.Price, "400 USD/t", double.MaxValue));
}

/// <summary>A moment, or a condition.</summary>
internal sealed class EndingKind(IKinds kinds) : Kind<Ending>
{
    private readonly Kind<When> _moment = kinds.Get<When>();
    private readonly Kind<TriggerSpec> _trigger = kinds.Get<TriggerSpec>();

    public override string Expected => _moment.Expected + ", or a condition such as {after: halt, event: ends}";

    public override Kind? Part(string key, Node? node) => node is MapNode ? _trigger.Part(key, node) : null;

    public override IEnumerable<string> Keys(Node? node) => node is MapNode ? _trigger.Keys(node) : [];

    public override bool TryRead(Node node, BindContext context, out Ending value)
    {
        if (node is MapNode)
        {
            var read = _trigger.TryRead(node, context, out var trigger);
            value = new Ending(null, trigger);
            return read;
        }

        var all = _moment.TryRead(node, context, out var moment);
        value = new Ending(moment, null);
        return all;
    }

    public override void Write(StringBuilder text, Ending value)
    {
        if (value.Trigger is { } trigger)
        {
            _trigger.Write(text, trigger);
        }
        else
        {
            _moment.Write(text, value.Moment!.Value);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(_moment.Schema(definitions), _trigger.Schema(definitions));
}
