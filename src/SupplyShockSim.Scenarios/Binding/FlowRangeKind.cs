using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>The least and the most of a mass flow, <c>[508 t, 4 kt]</c>: as any flow, or a mass, which is that of a year.</summary>
internal sealed class FlowRangeKind(IKinds kinds) : Kind<FlowRange>
{
    private const double DaysPerYear = 365;

    private readonly Kind<TonnesPerDay> _flow = kinds.Get<TonnesPerDay>();

    public override string Expected => "the least and the most, such as [508 t, 4 kt]";

    public override bool TryRead(Node node, BindContext context, out FlowRange value)
    {
        value = default;
        if (node is not ListNode { Items: [var least, var most] })
        {
            context.WrongShape(node, Expected);
            return false;
        }

        var (hasLeast, hasMost) = (TryFlow(least, context, out var low), TryFlow(most, context, out var high));
        value = new FlowRange(low, high);
        return hasLeast && hasMost;
    }

    public override void Write(StringBuilder text, FlowRange value)
    {
        _flow.Write(text.Append('['), value.Least);
        _flow.Write(text.Append(", "), value.Most);
        text.Append(']');
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var item = definitions.AnyOf(_flow.Schema(definitions), definitions.Quantity("the mass of a year", Dimension.Mass, "508 t", double.MaxValue));
        return new JsonObject { ["type"] = "array", ["items"] = item, ["minItems"] = 2, ["maxItems"] = 2 };
    }

    private bool TryFlow(Node node, BindContext context, out TonnesPerDay value)
    {
        if (node is ScalarNode scalar && Quantity.Parse(scalar.Text, out var mass) is null && mass is { Dimension: Dimension.Mass, Value: >= 0 })
        {
            value = new TonnesPerDay(mass.Value / DaysPerYear);
            return true;
        }

        return _flow.TryRead(node, context, out value);
    }
}
