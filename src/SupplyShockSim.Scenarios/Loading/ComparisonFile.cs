using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>Reads and writes comparisons that are kept in a file.</summary>
public static class ComparisonFile
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads one. Never throws for what stands in it, or when it is missing: all problems come back.</summary>
    /// <returns>The comparison, or null when there is an error; and every problem with its line and column.</returns>
    public static (ComparisonSpec? Comparison, IReadOnlyList<Diagnostic> Diagnostics) Load(string path, IFileSource? files = null)
    {
        var bag = new DiagnosticBag();
        var named = path.Replace('\\', '/');
        var session = new LoadSession(files ?? DiskFiles.Instance, FilePath.Folder(named), bag)
        {
            Kinds = Kinds.Under(PolicyCatalog.Default),
            Networks = static (NetworkLink _, MapNode _, BindContext _, out NetworkRef network) => (network = new NetworkRef()) is null,
        };
        ComparisonSpec? read = null;
        if (session.ReadYaml(named, Place.StartOf(SourceText.Of(named, "")), session.Folder) is { } node
            && session.Kinds.Get<ComparisonSpec>().TryRead(node, new BindContext(bag, session), out var spec))
        {
            read = spec;
            if (spec.Schema != ComparisonSpec.Format)
            {
                bag.Error(node.Place, DiagnosticCodes.WrongShape, $"'{spec.Schema}' is not the format of a comparison", $"write `schema: {ComparisonSpec.Format}`");
            }
        }

        return (bag.HasErrors ? null : read, bag.Sorted());
    }

    /// <summary>A comparison as the text of a file; reading it gives the same comparison.</summary>
    public static string Text(ComparisonSpec comparison)
    {
        var text = new StringBuilder($"schema: {ComparisonSpec.Format}\n");
        if (comparison.Baseline is { } baseline)
        {
            text.Append("baseline: ").Append(Quoted(baseline)).Append('\n');
        }

        text.Append("runs:\n");
        foreach (var run in comparison.Runs)
        {
            text.Append("  - path: ").Append(Quoted(run.Path)).Append('\n');
            if (run.Name is { } name)
            {
                text.Append("    name: ").Append(Quoted(name)).Append('\n');
            }

            if (run.Set.Count > 0)
            {
                text.Append("    set:\n");
                foreach (var (key, value) in run.Set)
                {
                    text.Append("      ").Append(Quoted(key)).Append(": ").Append(Quoted(value)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Between double quotes, which YAML reads as JSON does.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);
}
