using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>One value, or one for some destinations and another for all others: <c>{byCountry: {Japan: 20 %, Korea: 80 %}, else: 50 %}</c>.</summary>
internal sealed class ByCountryKind<T>(IKinds kinds) : Kind<ByCountry<T>>
{
    private const string NamedKey = "byCountry";
    private const string ElseKey = "else";

    private readonly Kind<T> _value = kinds.Get<T>();
    private readonly Kind<IReadOnlyDictionary<string, T>> _named = kinds.Get<IReadOnlyDictionary<string, T>>();

    public override string Expected => _value.Expected + $", or {{{NamedKey}: {{…}}, {ElseKey}: …}}";

    public override Kind? Part(string key, Node? node) =>
        !IsSplit(node) ? _value.Part(key, node) : key == NamedKey ? _named : key == ElseKey ? _value : null;

    public override IEnumerable<string> Keys(Node? node) => IsSplit(node) ? [NamedKey, ElseKey] : _value.Keys(node);

    public override bool TryRead(Node node, BindContext context, out ByCountry<T> value)
    {
        if (!IsSplit(node))
        {
            var read = _value.TryRead(node, context, out var everywhere);
            value = ByCountry<T>.Everywhere(everywhere);
            return read;
        }

        var map = (MapNode)node;
        var all = true;
        foreach (var entry in map.Entries.Where(e => e.Key is not (NamedKey or ElseKey)))
        {
            context.Bag.Error(entry.KeyPlace, DiagnosticCodes.UnknownKey, $"there is no key '{entry.Key}' here",
                Suggestion.Nearest(entry.Key, [NamedKey, ElseKey]) is { } near ? $"did you mean '{near}'?" : $"destinations stand under `{NamedKey}`");
            all = false;
        }

        T otherwise = default!;
        IReadOnlyDictionary<string, T> named = new Dictionary<string, T>();
        all &= Find(map, NamedKey, "values by destination", $"add `{NamedKey}: {{Japan: …}}`", context) is { } places
            && _named.TryRead(places, context, out named) && HasNames(places, named, context);
        all &= Find(map, ElseKey, "the value for all other destinations", $"add `{ElseKey}: …`", context) is { } rest
            && _value.TryRead(rest, context, out otherwise);
        value = new ByCountry<T>(otherwise, named);
        return all;
    }

    public override void Write(StringBuilder text, ByCountry<T> value)
    {
        if (value.Places.Count == 0)
        {
            _value.Write(text, value.Else);
            return;
        }

        _named.Write(text.Append('{').Append(NamedKey).Append(": "), value.Places);
        _value.Write(text.Append(", ").Append(ElseKey).Append(": "), value.Else);
        text.Append('}');
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(_value.Schema(definitions), new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [NamedKey] = _named.Schema(definitions), [ElseKey] = _value.Schema(definitions) },
        ["required"] = new JsonArray(NamedKey, ElseKey),
        ["additionalProperties"] = false,
    });

    private static bool IsSplit(Node? node) => node is MapNode map && (map.Find(NamedKey) ?? map.Find(ElseKey)) is not null;

    private static Node? Find(MapNode map, string key, string meaning, string hint, BindContext context)
    {
        if (map.Find(key) is { } entry)
        {
            return entry.Value;
        }

        context.Bag.Error(map.Place, DiagnosticCodes.MissingKey, $"the key '{key}' is missing: {meaning}", hint);
        return null;
    }

    private static bool HasNames(Node node, IReadOnlyDictionary<string, T> named, BindContext context)
    {
        if (named.Count == 0)
        {
            context.Bag.Error(node.Place, DiagnosticCodes.NoValue, $"'{NamedKey}' names nothing", "name at least one destination, or write the plain value");
        }

        return named.Count > 0;
    }
}
