using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Cover: one duration for every stock, or a map from commodities to durations.</summary>
internal sealed class CoverKind(IKinds kinds) : Kind<Cover>
{
    private readonly Kind<SimDuration> _span = kinds.Get<SimDuration>();
    private readonly Kind<IReadOnlyDictionary<string, SimDuration>> _map = kinds.Get<IReadOnlyDictionary<string, SimDuration>>();

    public override string Expected => "a duration such as 45 d, or a map from commodities to durations";

    public override Kind? Part(string key, Node? node) => _span;

    public override bool IsEmpty(Cover value) => value.Everywhere is null && value.ByCommodity.Count == 0;

    public override bool TryRead(Node node, BindContext context, out Cover value)
    {
        value = Cover.None;
        if (node is MapNode)
        {
            var all = _map.TryRead(node, context, out var byCommodity);
            value = new Cover(null, byCommodity);
            return all;
        }

        if (!_span.TryRead(node, context, out var span))
        {
            return false;
        }

        value = new Cover(span, Cover.None.ByCommodity);
        return true;
    }

    public override void Write(StringBuilder text, Cover value)
    {
        if (value.Everywhere is { } span)
        {
            _span.Write(text, span);
        }
        else
        {
            _map.Write(text, value.ByCommodity);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.NotNull(definitions.AnyOf(_span.Schema(definitions), _map.Schema(definitions)));
}

/// <summary>One value, or a list of <c>{at, to}</c>; the first value of a list also holds before its date.</summary>
internal sealed class ScheduleKind<T>(IKinds kinds) : Kind<Schedule<T>>
    where T : struct
{
    private readonly Kind<T> _value = kinds.Get<T>();
    private readonly Kind<IReadOnlyList<Step<T>>> _steps = kinds.Get<IReadOnlyList<Step<T>>>();

    public override string Expected => _value.Expected + ", or a list of {at, to}";

    public override Kind? Part(string key, Node? node) => node is ListNode ? _steps.Part(key, node) : null;

    public override bool TryRead(Node node, BindContext context, out Schedule<T> value)
    {
        value = Schedule<T>.Constant(default);
        if (node is ScalarNode)
        {
            var read = _value.TryRead(node, context, out var constant);
            value = Schedule<T>.Constant(constant);
            return read;
        }

        if (!_steps.TryRead(node, context, out var steps) || steps.Count == 0)
        {
            return false;
        }

        value = new Schedule<T>(steps[0].To, steps);
        return true;
    }

    public override void Write(StringBuilder text, Schedule<T> value)
    {
        if (value.Steps.Count == 0)
        {
            _value.Write(text, value.Initial);
        }
        else
        {
            _steps.Write(text, value.Steps);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.NotNull(definitions.AnyOf(_value.Schema(definitions), _steps.Schema(definitions)));
}

/// <summary>A recipe named by its id, or written in place.</summary>
internal sealed class TechnologyKind(IKinds kinds) : Kind<TechnologyRef>
{
    private readonly RecordKind<TechnologySpec> _inline = (RecordKind<TechnologySpec>)kinds.Get<TechnologySpec>();

    public override string Expected => "the id of a technology, or a recipe such as {outputs: {metal: 1}}";

    public override Kind? Part(string key, Node? node) => node is MapNode ? _inline.Part(key, node) : null;

    public override IEnumerable<string> Keys(Node? node) => node is MapNode ? _inline.Keys(node) : [];

    public override bool TryRead(Node node, BindContext context, out TechnologyRef value)
    {
        value = new TechnologyRef(null, null);
        switch (node)
        {
            case MapNode map:
                var recipe = RecordKind<TechnologySpec>.New();
                _inline.Fill(recipe, map, context);
                value = new TechnologyRef(null, recipe);
                return true;
            case ScalarNode { IsNull: false } id:
                value = new TechnologyRef(id.Text, null);
                return true;
            default:
                context.WrongShape(node, Expected);
                return false;
        }
    }

    public override void Write(StringBuilder text, TechnologyRef value)
    {
        if (value.Inline is { } recipe)
        {
            // A recipe in place needs no id; an empty one would not read back.
            _inline.Write(text, recipe);
        }
        else
        {
            text.AppendText(value.Id ?? "");
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(
        new JsonObject { ["type"] = "string" },
        _inline.Schema(definitions));
}
