using System.Runtime.CompilerServices;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The twelve questions of scenarios/how-to: short, explained on their page, and running.</summary>
public sealed class HowToTests
{
    /// <summary>Questions of an answer that this version may not simulate yet, with the kind that they need.</summary>
    private static readonly Dictionary<string, string> Needs = new(StringComparer.Ordinal)
    {
        ["how-to/price-floor"] = "price-floor",
        ["how-to/stockpile"] = "stockpile",
    };

    /// <summary>The folder of the shipped scenarios.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Source(), "../../scenarios"));

    public static TheoryData<string> Questions() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "how-to"), "*.yaml").Select(f => "how-to/" + Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether a scenario needs a kind of answer that is not in the catalog.</summary>
    public static bool IsNotSimulatedYet(string name) => Needs.TryGetValue(name, out var kind) && !IsKnown(kind);

    [Fact]
    public void There_are_twelve() => Assert.Equal(12, Questions().Count);

    [Theory]
    [MemberData(nameof(Questions))]
    public void It_is_short_and_stands_on_the_page(string name)
    {
        Assert.True(File.ReadLines(Path.Combine(Folder, name + ".yaml")).Count() < 25, name);
        Assert.Contains($"| [{name["how-to/".Length..]}]({name["how-to/".Length..]}.yaml) |", File.ReadAllText(Path.Combine(Folder, "how-to/README.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void It_runs_or_is_refused_by_name_until_its_kind_is_simulated(string name)
    {
        using var terminal = new Terminal();
        var result = terminal.Run("run", Path.Combine(Folder, name + ".yaml"), "--draws", "0", "--quiet", "--out", "run");
        if (IsNotSimulatedYet(name))
        {
            Assert.Equal(ExitCode.InvalidInput, result.Code);
            Assert.Contains($"'{Needs[name]}' is not simulated yet", result.Error, StringComparison.Ordinal);
            return;
        }

        Assert.True(result.Code == ExitCode.Done, result.Error);
        Assert.DoesNotContain("warning SS", result.Error, StringComparison.Ordinal);
    }

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static bool IsKnown(string kind) => PolicyCatalog.Default.Answers.All.Any(k => k.Type == kind);
}
