using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyShockSim.Network;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Writes JSON Schema (draft 2020-12) for scenario and network files, from the definitions that the reader uses, so that editors complete
/// and check keys, words and units. What depends on several values at once is checked by the reader alone.
/// </summary>
public static class SchemaWriter
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of a scenario file.</summary>
    /// <param name="writer">Takes the schema.</param>
    /// <param name="measures">What checks may name.</param>
    /// <param name="policies">The kinds of policy that scenarios may name; default: those of this library.</param>
    public static void Write(TextWriter writer, IReadOnlyList<CheckedMeasure> measures, PolicyCatalog? policies = null)
    {
        var definitions = new SchemaDefinitions(measures);
        var scenario = definitions.Properties((IRecordKind)Kinds.Under(policies ?? PolicyCatalog.Default).Get<ScenarioSpec>(), [], []);

        // A scenario that extends another has the rest from there.
        var required = scenario["required"]!;
        scenario.Remove("required");
        var length = new JsonArray(new JsonObject { ["required"] = new JsonArray("horizon") }, new JsonObject { ["required"] = new JsonArray("until") });
        scenario["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = required, ["anyOf"] = length }, new JsonObject { ["required"] = new JsonArray("extends") });
        scenario["properties"]!["schema"]!["const"] = ScenarioSpec.Format;
        scenario["not"] = new JsonObject { ["required"] = new JsonArray("horizon", "until") };
        Write(writer, "A SupplyShockSim scenario", scenario, definitions);
    }

    /// <summary>The schema of a <c>network.yaml</c>, whose sites and lanes may stand in tables.</summary>
    public static void WriteNetwork(TextWriter writer)
    {
        var definitions = new SchemaDefinitions([]);
        var network = definitions.Properties((IRecordKind)Kinds.Of<NetworkSpec>(), [], []);
        network.Remove("required");

        // A network that extends another says only how it differs.
        var extension = definitions.Properties((IRecordKind)Kinds.Of<NetworkExtension>(), [], []);
        foreach (var (key, value) in extension["properties"]!.AsObject().Where(p => !network["properties"]!.AsObject().ContainsKey(p.Key)).ToList())
        {
            network["properties"]![key] = value!.DeepClone();
        }

        network["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = new JsonArray("commodities") }, new JsonObject { ["required"] = new JsonArray("extends") });
        Write(writer, "A SupplyShockSim network", network, definitions);
    }

    private static void Write(TextWriter writer, string title, JsonObject body, SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in body.ToList())
        {
            body.Remove(key);
            schema[key] = value;
        }

        schema["$defs"] = definitions.ToJson();
        writer.Write(schema.ToJsonString(Options));
        writer.Write('\n');
    }
}
