using System.Runtime.CompilerServices;
using SupplyShockSim.Analysis;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>The reference in the repository is what the program reads.</summary>
public class ReferenceTests
{
    private static readonly string Page = Path.GetFullPath(Path.Combine(Source(), "../../scenarios/REFERENCE.md"));

    private static string Written()
    {
        using var writer = new StringWriter();
        ReferenceWriter.Write(writer, MeasureCatalog.Checked);
        return writer.ToString();
    }

    [Fact]
    public void The_page_in_the_repository_is_up_to_date()
    {
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") is not null)
        {
            File.WriteAllText(Page, Written());
            return;
        }

        Assert.Equal(File.ReadAllText(Page).ReplaceLineEndings("\n"), Written());
    }

    [Fact]
    public void Every_key_of_every_definition_stands_on_it_with_its_meaning()
    {
        var page = Written();
        var keys = 0;
        foreach (var field in Records().SelectMany(type => ((IRecordKind)Kinds.Of(type)).Fields))
        {
            var meaning = field.Kind.Meaning(field.Definition.Meaning, MeasureCatalog.Checked);
            var row = $"| `{field.Key}` | {meaning.Replace("|", "\\|", StringComparison.Ordinal)} | ";
            Assert.True(page.Contains(row, StringComparison.Ordinal), row);
            keys++;
        }

        Assert.True(keys > 150, $"{keys} keys");
        Assert.All(PolicyCatalog.Default.Controls.All.Concat(PolicyCatalog.Default.Answers.All), k =>
            Assert.Contains($"### `{k.Type}`\n", page, StringComparison.Ordinal));
    }

    private static IEnumerable<Type> Records() =>
        new[] { typeof(ScenarioSpec), typeof(ExportBan), typeof(Simulation.Markets.MarketSpec), typeof(Network.SiteSpec) }
        .SelectMany(t => t.Assembly.GetTypes())
        .Where(t => !t.IsAbstract && !t.IsGenericTypeDefinition && t.GetProperties().Any(p => p.IsDefined(typeof(FieldAttribute), false)));

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
