using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>The definitions hold what they say, and the schema says what they hold.</summary>
public class DefinitionTests
{
    private static IEnumerable<Type> Records() => new[] { typeof(ScenarioSpec).Assembly, typeof(ExportBan).Assembly }
        .SelectMany(a => a.GetTypes())
        .Where(t => !t.IsAbstract && !t.IsGenericTypeDefinition && t.GetProperties().Any(p => p.IsDefined(typeof(FieldAttribute), false)))
        .Append(typeof(Step<Level>)).Append(typeof(Step<Share>));

    [Fact]
    public void A_written_default_is_the_value_of_a_key_left_out()
    {
        var defaults = 0;
        foreach (var type in Records())
        {
            foreach (var field in ((IRecordKind)Kinds.Of(type)).Fields.Where(f => f.Definition.Default is not null))
            {
                var bag = new DiagnosticBag();
                var read = Activator.CreateInstance(type)!;
                field.Read(read, Node(field.Definition.Default!, bag), Context(bag));
                Assert.Equal("", Reading.Printed(bag.Sorted()));
                Assert.Equal((type, field.Key, Written(field, read)), (type, field.Key, Written(field, Activator.CreateInstance(type)!)));
                defaults++;
            }
        }

        Assert.True(defaults >= 19);
    }

    [Fact]
    public void A_written_example_can_be_read()
    {
        foreach (var type in Records())
        {
            foreach (var field in ((IRecordKind)Kinds.Of(type)).Fields.Where(f => f.Definition.Example is not null && f.Key != "network"))
            {
                var bag = new DiagnosticBag();
                Assert.True(
                    field.Kind.Accepts(Node(field.Definition.Example!, bag), Context(bag)), $"{type.Name}.{field.Key}: {Reading.Printed(bag.Sorted())}");
            }
        }
    }

    [Theory]
    [InlineData("scenario.schema.json")]
    [InlineData("network.schema.json")]
    public void The_schema_in_the_repository_is_up_to_date(string name)
    {
        using var writer = new StringWriter();
        Action<TextWriter> write = name == "network.schema.json" ? SchemaWriter.WriteNetwork : w => SchemaWriter.Write(w, MeasureCatalog.Checked);
        write(writer);
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") is not null)
        {
            File.WriteAllText(Path.Combine(Source(), "../../scenarios/schema", name), writer.ToString());
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios/schema", name)).ReplaceLineEndings("\n"), writer.ToString());
    }

    [Fact]
    public void Every_reference_of_the_schema_leads_somewhere()
    {
        using var writer = new StringWriter();
        SchemaWriter.Write(writer, MeasureCatalog.Checked);
        var schema = JsonNode.Parse(writer.ToString())!;
        var names = schema["$defs"]!.AsObject().Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var references = References(schema).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.Contains(r["#/$defs/".Length..], names));
        Assert.All(PolicyCatalog.Default.Controls.All, c => Assert.Contains(c.Type, names));
    }

    [Fact]
    public void The_scenario_for_a_start_has_nothing_wrong_with_it()
    {
        var result = ScenarioLoader.Load("x.yaml", new LoadOptions { Files = new MemoryFiles().Add("x.yaml", StarterScenario.Text("my: first")) });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        Assert.Equal("my: first", result.Scenario!.Spec.Title);

        // The last magnets land on day 37 and 30 days of cover last to day 67; the ban ends on day 90, and magnets land again
        // on day 97: 30 days at 10 t/d.
        var record = result.Scenario.Prepared.Run();
        var shortfall = record.Demand.Zip(record.Activity).Where(c => c.First is not null)
            .Sum(c => c.First!.Integral(SimTime.Zero, record.End) - c.Second!.Integral(SimTime.Zero, record.End));
        Assert.Equal(300, shortfall, 1e-6);
    }

    private static BindContext Context(DiagnosticBag bag) => new(bag, new LoadSession(new MemoryFiles(), "", bag)
    {
        Kinds = Kinds.Under(PolicyCatalog.Default),
        Networks = static (NetworkLink _, MapNode _, BindContext _, out NetworkRef network) => throw new InvalidOperationException("no network is read here"),
    });

    private static Node Node(string text, DiagnosticBag bag) => YamlReader.ReadAt(Place.StartOf(SourceText.Of("definition", text)), text, bag)!;

    private static string Written(Field field, object owner)
    {
        var text = new StringBuilder();
        field.Write(text, owner);
        return text.ToString();
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p.Key == "$ref" ? [p.Value!.GetValue<string>()] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
