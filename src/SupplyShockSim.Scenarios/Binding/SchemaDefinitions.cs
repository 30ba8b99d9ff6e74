using System.Text.Json.Nodes;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>The parts of a JSON Schema that are defined once and referred to by name.</summary>
internal sealed class SchemaDefinitions(IReadOnlyList<CheckedMeasure> measures)
{
    private const string NumberPattern = "[+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

    /// <summary>Up to 100 %, or up to 1 without the sign; an exponent is taken as it is.</summary>
    private const string SharePattern =
        "^ *[+]?((100([.]0*)?|[0-9]{1,2}([.][0-9]*)?|[.][0-9]+|0+[0-9]{1,2}([.][0-9]*)?) *%|(1([.]0*)?|0*[.]?[0-9]*|0+[.][0-9]*)|[0-9.]+[eE][+-]?[0-9]+ *%?) *$";

    private const string TimePattern = "(s|min|h|hours?|d|days?|wk|weeks?|months?|yr|years?)";
    private const string MassPattern = "(g|kg|t|kt|Mt|lb)";

    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>Whether the key whose values are described takes spans in workdays.</summary>
    private bool _inWorkdays;

    /// <summary>The measures that checks may name.</summary>
    public IReadOnlyList<CheckedMeasure> Measures { get; } = measures;

    /// <summary>All definitions so far, by name.</summary>
    public JsonObject ToJson() => new(_definitions.Select(d => KeyValuePair.Create(d.Key, d.Value)));

    public JsonObject AnyOf(params ReadOnlySpan<JsonObject> alternatives)
    {
        var list = new JsonArray();
        foreach (var alternative in alternatives)
        {
            list.Add((JsonNode)alternative);
        }

        return new JsonObject { ["anyOf"] = list };
    }

    /// <summary>The same, but for the null of a key without a value: where a map or a list is one of several ways to write something, nothing is not.</summary>
    public JsonObject NotNull(JsonObject schema)
    {
        schema["not"] = new JsonObject { ["type"] = "null" };
        return schema;
    }

    /// <summary>A number with a unit of a dimension.</summary>
    public JsonObject Quantity(string what, Dimension dimension, string example, double most) =>
        Define(what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..], () =>
        {
            var unit = dimension switch
            {
                Dimension.Fraction => "%",
                Dimension.Time => TimePattern,
                Dimension.Mass => MassPattern,
                Dimension.Flow => $"{MassPattern} ?/ ?{TimePattern}",
                Dimension.Price => $"(USD|[$]|US[$]) ?/ ?{MassPattern}",
                Dimension.Pace => $"%? ?/ ?{TimePattern}",
                Dimension.Workdays => "workdays?",
                _ => "",
            };
            var isWithUnit = dimension is Dimension.Pace or Dimension.Workdays;
            var text = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = most <= 1 ? SharePattern : $"^ *{NumberPattern} *" + (unit.Length == 0 ? "$" : isWithUnit ? $"{unit} *$" : $"({unit})? *$"),
            };
            var number = new JsonObject { ["type"] = "number", ["minimum"] = 0 };
            if (most <= 1)
            {
                number["maximum"] = most;
            }

            var schema = isWithUnit ? text : AnyOf(text, number);
            schema["examples"] = new JsonArray(example);
            return schema;
        });

    /// <summary>A date or a duration after the start.</summary>
    public JsonObject Moment() => Define("moment", () => AnyOf(
        new JsonObject { ["type"] = "string", ["pattern"] = $"^{DateKind.Pattern}$" },
        Quantity("a duration", Dimension.Time, "45 d", double.MaxValue)));

    /// <summary>A distribution of durations.</summary>
    public JsonObject Distribution(IEnumerable<(string Name, int Parameters)> shapes) => Define(_inWorkdays ? "distribution-in-workdays" : "distribution", () =>
    {
        var properties = new JsonObject();
        var unit = _inWorkdays ? Dimension.Workdays : Dimension.Time;
        foreach (var (name, parameters) in shapes)
        {
            // A shape of one parameter may have it without brackets.
            var items = AnyOf(Quantity("a duration", Dimension.Time, "45 d", double.MaxValue));
            if (_inWorkdays)
            {
                items["anyOf"]!.AsArray().Add((JsonNode)Quantity("a span in workdays", unit, "45 workdays", double.MaxValue));
            }

            var list = new JsonObject { ["type"] = "array", ["minItems"] = parameters, ["maxItems"] = parameters, ["items"] = items };
            properties[name] = parameters == 1 ? AnyOf((JsonObject)items.DeepClone(), list) : list;
        }

        var map = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false, ["minProperties"] = 1, ["maxProperties"] = 1 };
        var span = Quantity("a duration", Dimension.Time, "45 d", double.MaxValue);
        return _inWorkdays ? AnyOf(span, Quantity("a span in workdays", Dimension.Workdays, "45 workdays", double.MaxValue), map) : AnyOf(span, map);
    });

    /// <summary>A map with the keys of a record.</summary>
    public JsonObject Record(string name, IRecordKind record) => Define(name, () => Properties(record, new JsonObject(), new JsonArray()));

    /// <summary>A policy: by its type, the keys of its record. Written as conditions, so that an editor names the key that is wrong.</summary>
    public JsonObject Policies(string noun, IEnumerable<(PolicyKind Kind, IRecordKind Record)> types) => Define(noun, () =>
    {
        var words = new JsonArray();
        var conditions = new JsonArray();
        foreach (var (kind, record) in types)
        {
            words.Add((JsonNode)kind.Type);
            var type = new JsonObject { ["const"] = kind.Type, ["description"] = kind.Meaning };
            var then = Define(kind.Type, () => Properties(record, new JsonObject { ["type"] = type }, ["type"]));
            var condition = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = kind.Type } }, ["required"] = new JsonArray("type") };
            conditions.Add((JsonNode)new JsonObject { ["if"] = condition, ["then"] = then });
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["enum"] = words } },
            ["required"] = new JsonArray("type"),
            ["allOf"] = conditions,
        };
    });

    /// <summary>A map with some keys of a record alone, none of them required.</summary>
    public JsonObject Varying(IRecordKind record, Func<string, bool> has)
    {
        var all = Properties(record, [], []);
        all.Remove("required");
        foreach (var field in record.Fields.Where(f => !has(f.Key)))
        {
            all["properties"]!.AsObject().Remove(field.Key);
        }

        all["minProperties"] = 1;
        return all;
    }

    /// <summary>A quantity of any dimension.</summary>
    public JsonObject AnyQuantity() => Define("quantity", () => AnyOf(
        new JsonObject { ["type"] = "number" },
        new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = $"^ *(x?[+-]?{NumberPattern[4..]} *(%|workdays?|{TimePattern}|{MassPattern}|{MassPattern} ?/ ?{TimePattern}|(USD|[$]|US[$]) ?/ ?{MassPattern}|%? ?/ ?{TimePattern})?) *$",
        }));

    /// <summary>A name, or a map that is one thing when it has a key and another when it has not.</summary>
    public JsonObject NameOrMap(string key, JsonObject withKey, JsonObject without) => new()
    {
        ["type"] = new JsonArray("string", "object"),
        ["if"] = new JsonObject { ["type"] = "object" },
        ["then"] = new JsonObject { ["if"] = new JsonObject { ["required"] = new JsonArray(key) }, ["then"] = withKey, ["else"] = without },
    };

    /// <summary>Adds the keys of a record to properties, with the required ones.</summary>
    public JsonObject Properties(IRecordKind record, JsonObject properties, JsonArray required)
    {
        foreach (var field in record.Fields)
        {
            _inWorkdays = field.Definition.TakesWorkdays;
            var schema = field.Kind.Schema(this);
            _inWorkdays = false;
            if (field.Kind.IsListOfNames && schema["anyOf"] is JsonArray forms)
            {
                // A list of names that names nothing would select everything, and is refused.
                schema["anyOf"] = new JsonArray([.. forms.Where(form => form!["type"] is not JsonValue type || type.ToString() != "null").Select(form => form!.DeepClone())]);
                schema["anyOf"]!.AsArray().Last()!["minItems"] = 1;
            }

            schema["description"] = field.Kind.Meaning(field.Definition.Meaning, Measures) + (field.Definition.Default is { } value ? $" (default: {value})" : "");
            if (field.Definition.Example is { } example)
            {
                schema["examples"] = new JsonArray(example);
            }

            properties[field.Key] = schema;
            if (field.Definition.Required)
            {
                required.Add((JsonNode)field.Key);
            }
        }

        var all = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            all["required"] = required;
        }

        return all;
    }

    private JsonObject Define(string name, Func<JsonObject> make)
    {
        var id = string.Join('-', name.Split([' ', '%', '<', '>'], StringSplitOptions.RemoveEmptyEntries));
        if (!_definitions.ContainsKey(id))
        {
            _definitions[id] = null;
            _definitions[id] = make();
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + id };
    }
}
