using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using SupplyShockSim.Analysis;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>
/// The schema and the program agree: what the program accepts the schema accepts, and what is wrong with one value by itself the schema refuses too.
/// Documents are made from the definitions: every key of a large valid document is taken out and set to what may and may not stand there.
/// </summary>
public class SchemaAgreementTests
{
    /// <summary>Values that are right in some places and wrong in others, as YAML.</summary>
    private static readonly string[] Values =
    [
        "5", "0.5", "-1", "50 %", "150 %", "45 d", "3 yr", "12 kt/yr", "150 t", "110 USD/kg", "10 %/month", "x2", "true", "2026-02-01", "1.5", "JP", "mine",
        "pro-rata", "~", "[]", "{}", "[1, 2]", "[50 %, 60 %]", "{a: 1}", "45 workdays", "supplyshock/scenario/2", "{lognormal: [30 d, 0.6]}", "[Japan]",
            "[[Japan]]",
    ];

    /// <summary>Problems that one value has by itself, whatever else the files hold; the range of a number is left to the program.</summary>
    private static readonly HashSet<string> OfOneValue = new(StringComparer.Ordinal)
    {
        DiagnosticCodes.UnknownKey, DiagnosticCodes.MissingKey, DiagnosticCodes.WrongShape, DiagnosticCodes.WrongDimension, DiagnosticCodes.UnknownUnit,
        DiagnosticCodes.NotAValue, DiagnosticCodes.UnknownWord, DiagnosticCodes.NoValue, DiagnosticCodes.NotADate,
    };

    private static readonly Lazy<JsonSchema> Schema = new(() =>
    {
        using var writer = new StringWriter();
        SchemaWriter.Write(writer, MeasureCatalog.Checked);
        return JsonSchema.FromText(writer.ToString());
    });

    [Theory]
    [InlineData("schema: supplyshock/scenario/2")]
    [InlineData("share: 150 %")]
    [InlineData("horizon")]
    [InlineData("shocks as one map")]
    [InlineData("extends with a part of a network")]
    public void Where_they_did_not_agree_they_do(string what)
    {
        var valid = Reading.Small + Reading.Ban;
        var (text, isRight) = what switch
        {
            "schema: supplyshock/scenario/2" => (valid.Replace("scenario/1", "scenario/2", StringComparison.Ordinal), false),
            "share: 150 %" => (valid.Replace("share: 50 %", "share: 150 %", StringComparison.Ordinal), false),
            "horizon" => (valid.Replace("horizon: 300 d\n", "", StringComparison.Ordinal), false),
            "shocks as one map" => (Reading.Small + "shocks: {type: export-ban, by: China}\n", true),
            _ => ("extends: base.yaml\nnetwork: {sourcing: dual, scale: {cover: x2}}\n", true),
        };
        Assert.Equal(isRight, Accepts(Read(text)));
        Assert.Equal(isRight, Problems(text).Length == 0);
    }

    [Fact]
    public void Every_valid_text_of_these_tests_is_valid_by_the_schema()
    {
        Assert.True(Accepts(Read(Reading.Small + Reading.Ban)));
        Assert.True(Accepts(Read(ResolvedTests.Everything)), Why(Read(ResolvedTests.Everything)));
        Assert.True(Accepts(Read(StarterScenario.Text("first"))));
    }

    [Fact]
    public void They_agree_on_values_that_may_and_may_not_stand_in_each_place() => Compare(everyNth: 23);

    [Fact]
    [Trait("Category", "Slow")]
    public void They_agree_on_every_value_in_every_place() => Compare(everyNth: 1);

    private static void Compare(int everyNth)
    {
        var root = Read(ResolvedTests.Everything);
        var found = new List<string>();
        var all = 0;
        foreach (var (document, what) in Changed(root, Kinds.Under(PolicyCatalog.Default).Get<ScenarioSpec>(), "").Where((_, i) => i % everyNth == 0))
        {
            all++;
            var text = new StringBuilder().AppendNode(document).ToString();
            var problems = Problems(text);
            var accepts = Accepts(document);
            if (problems.Length == 0 && !accepts)
            {
                found.Add($"only the program accepts {what}: {Why(document)}");
            }
            else if (accepts && !HangsOnOthers(what) && Array.Find(problems, p => OfOneValue.Contains(p.Code)) is { } problem)
            {
                found.Add($"only the schema accepts {what}: {problem.Code} {problem.Message}");
            }
        }

        Assert.True(all > 200, $"{all} documents");
        Assert.True(found.Count == 0, $"{found.Count} of {all}:\n{string.Join('\n', found.Take(60))}");
    }

    /// <summary>What may stand there depends on what else is written: on the value that is uncertain, on the measure that is checked, on any unit.</summary>
    private static bool HangsOnOthers(string what) =>
        what.StartsWith(".uncertain[", StringComparison.Ordinal) || what.StartsWith(".checks[", StringComparison.Ordinal)
        || what.StartsWith(".network.rates", StringComparison.Ordinal);

    /// <summary>The document with one key of one map taken out, unknown, or set to a value; keys that are not written are added.</summary>
    private static IEnumerable<(Node Document, string What)> Changed(Node node, Kind kind, string path)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var key in kind.Keys(map).Concat(map.Entries.Select(e => e.Key)).Append("unheard").Distinct().ToArray())
                {
                    var entry = map.Find(key);
                    if (entry is not null)
                    {
                        yield return (map with { Entries = [.. map.Entries.Where(e => e.Key != key)] }, $"{path} without {key}");
                    }

                    foreach (var value in Values)
                    {
                        var set = new Entry(key, map.Place, Read(value));
                        yield return (map with { Entries = [.. map.Entries.Where(e => e.Key != key), set] }, $"{path}.{key}: {value}");
                    }

                    if (entry?.Value is MapNode or ListNode && kind.Part(key, map) is { } part)
                    {
                        foreach (var (inner, what) in Changed(entry.Value, part, $"{path}.{key}"))
                        {
                            yield return (map with { Entries = [.. map.Entries.Select(e => e.Key == key ? e with { Value = inner } : e)] }, what);
                        }
                    }
                }

                break;
            case ListNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var at = i;
                    if (kind.Part(i.ToString(CultureInfo.InvariantCulture), list) is { } item)
                    {
                        foreach (var (inner, what) in Changed(list.Items[i], item, $"{path}[{i}]"))
                        {
                            yield return (list with { Items = [.. list.Items.Select((other, j) => j == at ? inner : other)] }, what);
                        }
                    }
                }

                break;
            default:
                break;
        }
    }

    private static Diagnostic[] Problems(string text)
    {
        var files = new MemoryFiles().Add("s.yaml", text).Add("base.yaml", Networks.Scenario);
        foreach (var name in new[] { "network.yaml", "sites.csv", "lanes.csv" })
        {
            files.Add("nets/a/" + name, Networks.Files().Bytes("nets/a/" + name));
        }

        var result = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files, Measures = MeasureCatalog.Checked });
        return [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    private static Node Read(string text)
    {
        var bag = new DiagnosticBag();
        return YamlReader.ReadAt(Place.StartOf(SourceText.Of("s.yaml", text)), text, bag)
            ?? throw new ArgumentException(Reading.Printed(bag.Sorted()), nameof(text));
    }

    private static bool Accepts(Node document) => Schema.Value.Evaluate(Json(document)).IsValid;

    private static string Why(Node document)
    {
        var details = Schema.Value.Evaluate(Json(document), new EvaluationOptions { OutputFormat = OutputFormat.List }).Details ?? [];
        return string.Join("; ", details.Where(d => !d.IsValid && d.Errors is not null).Take(4)
            .Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}"));
    }

    private static JsonElement Json(Node node) => JsonSerializer.SerializeToElement(ToJson(node));

    /// <summary>As an editor reads YAML: by the core schema of YAML 1.2, plain text is a number, a truth value or nothing where it looks so.</summary>
    private static JsonNode? ToJson(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, ToJson(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { Plain: true, Text: "true" or "false" } truth => truth.Text == "true",
        ScalarNode { Plain: true } scalar when ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) => whole,
        ScalarNode { Plain: true } scalar when double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        ScalarNode scalar => scalar.Text,
        _ => throw new InvalidOperationException("unknown node"),
    };
}
