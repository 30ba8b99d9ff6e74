using System.Reflection;
using System.Runtime.CompilerServices;
using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Every input under Baselines gives the output that stands beside it.</summary>
public class BaselineTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Baselines");

    public static TheoryData<string> Inputs() => [.. Names()];

    private static IEnumerable<string> Names()
    {
        var names = Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f))
            .Concat(Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d) + "/scenario.yaml"));
        return names.Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Problems_are_reported_as_expected(string input)
    {
        var actual = Reading.Printed(Load(input).Diagnostics);
        var expectedName = input.EndsWith("/scenario.yaml", StringComparison.Ordinal)
            ? input[..^"/scenario.yaml".Length] + ".txt" : Path.ChangeExtension(input, ".txt");
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") is not null)
        {
            File.WriteAllText(Path.Combine(Source(), expectedName), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, expectedName)).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void A_scenario_is_returned_exactly_when_there_is_no_error()
    {
        foreach (var input in Names())
        {
            var result = Load(input);
            Assert.Equal(result.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error), result.Scenario is not null);
        }
    }

    // These need files that do not belong into a repository; FileTests has them.
    private static readonly string[] Elsewhere =
        [DiagnosticCodes.FileUnreadable, DiagnosticCodes.TooLarge, DiagnosticCodes.NotUtf8, DiagnosticCodes.TooMany];

    [Fact]
    public void Every_code_has_a_baseline()
    {
        var codes = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        var found = Names().SelectMany(i => Load(i).Diagnostics).Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(codes.Except(found).Except(Elsewhere));
    }

    private static LoadResult Load(string input)
    {
        var set = File.ReadLines(Path.Combine(Folder, input))
            .TakeWhile(l => l.StartsWith("# --set ", StringComparison.Ordinal)).Select(l => l["# --set ".Length..]);
        return ScenarioLoader.Load(input, new LoadOptions { Set = [.. set], Measures = MeasureCatalog.Checked, Files = new RootedFiles(Folder) });
    }

    private static string Source([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Baselines");
}

/// <summary>The files under a folder, by their path from there, so that messages read the same everywhere.</summary>
internal sealed class RootedFiles(string root) : IFileSource
{
    public bool IsFile(string path) => File.Exists(Path.Combine(root, path));

    public bool IsFolder(string path) => Directory.Exists(Path.Combine(root, path));

    public Stream Open(string path) => File.OpenRead(Path.Combine(root, path));
}
