using System.Text.Json;
using System.Text.RegularExpressions;
using SupplyShockSim.Cli.Library;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The scenarios and networks that travel inside the program: named by <c>list</c>, written out by <c>new</c>.</summary>
public sealed partial class ShippedTests
{
    public static TheoryData<string> Scenarios() => [.. ShippedFiles.Instance.ScenarioNames];

    public static TheoryData<string> Networks() => [.. ShippedFiles.Instance.NetworkNames];

    [Fact]
    public void All_that_the_repository_has_is_named_with_what_it_is_about()
    {
        using var terminal = new Terminal();
        var folder = HowToTests.Folder;
        var expected = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("networks/", StringComparison.Ordinal) && !f.StartsWith("codelists/", StringComparison.Ordinal)) // lists, for exports
            .Select(f => f[..^".yaml".Length]).Order(StringComparer.Ordinal);

        var rows = JsonDocument.Parse(terminal.Run("list", "--format", "json").Out).RootElement.EnumerateArray()
            .Select(r => (Kind: r.GetProperty("kind").GetString()!, Name: r.GetProperty("name").GetString()!, Title: r.GetProperty("title").GetString()!))
                .ToArray();

        Assert.Equal(expected, rows.Where(r => r.Kind == "scenario").Select(r => r.Name));
        Assert.Contains(("network", "ndfeb-2024", "NdFeB magnets, 2024"), rows);
        Assert.All(rows, r => Assert.True(r.Title.Length > 5, r.Name));
        var text = terminal.Run("list").Out;
        Assert.All(rows, r => Assert.Contains(r.Name + "  ", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_made_from_a_shipped_one_is_valid_where_the_shipped_one_is(string name)
    {
        using var terminal = new Terminal();
        if (HowToTests.IsNotSimulatedYet(name))
        {
            Assert.Equal(ExitCode.InvalidInput, terminal.Run("new", "mine", "--from", name).Code);
            Assert.Empty(terminal.Files());
            return;
        }

        var result = terminal.Run("new", "mine", "--from", name);

        Assert.Equal((ExitCode.Done, "mine.yaml\n"), (result.Code, result.Out));
        Assert.Equal((ExitCode.Done, "mine.yaml: valid"), (terminal.Run("validate", "mine.yaml").Code, terminal.Run("validate", "mine.yaml").Out[..16]));
        var pointed = SchemaLine().Match(File.ReadAllText(terminal.PathOf("mine.yaml")));
        Assert.True(!pointed.Success || File.Exists(terminal.PathOf(pointed.Groups["file"].Value)), name);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_scenario_on_a_shipped_network_runs_as_it_is(string name)
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Done, terminal.Run("new", "mine", "--network", name).Code);

        Assert.Contains($"network: networks/{name}\n", File.ReadAllText(terminal.PathOf("mine.yaml")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run("run", "mine.yaml", "--quiet", "--draws", "0").Code);
        Assert.Contains($"networks/{name}/README.md", terminal.Files());
    }

    [Theory]
    [InlineData("--network ndfeb-2026")]
    [InlineData("--from dual-use-japan-2026")]
    public void The_network_below_is_written_out_as_well(string start)
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Done, terminal.Run(["new", "mine", .. start.Split(' ')]).Code);

        Assert.Contains("networks/ndfeb-2026/facts.csv", terminal.Files());
        Assert.Contains("networks/ndfeb-2024/lanes.csv", terminal.Files());
        Assert.Contains("networks/ndfeb-2024/facts.csv", terminal.Files());
    }

    [Fact]
    public void A_second_one_beside_it_shares_what_is_there_and_never_overwrites_what_differs()
    {
        using var terminal = new Terminal();
        Assert.Equal(ExitCode.Done, terminal.Run("new", "a", "--from", "japan-magnet-halt").Code);
        Assert.Equal(ExitCode.Done, terminal.Run("new", "b", "--from", "myanmar-kachin-2024").Code);
        terminal.Write("networks/ndfeb-2024/lanes.csv", "mine");

        var result = terminal.Run("new", "c", "--from", "japan-magnet-halt");

        Assert.Equal(
            (ExitCode.WrongUse, "supplyshock: networks/ndfeb-2024/lanes.csv exists already with another content; choose another name or folder\n"),
            (result.Code, result.Error));
        Assert.DoesNotContain("c.yaml", terminal.Files());
    }

    [Fact]
    public void A_folder_of_one_s_own_is_named_relative_to_the_scenario()
    {
        using var terminal = new Terminal();
        terminal.Run("network", "generate", "--sites", "60", "--lanes", "150", "--out", "made");
        Directory.CreateDirectory(terminal.PathOf("sub"));

        Assert.Equal(ExitCode.Done, terminal.Run("new", "sub/mine", "--network", "made").Code);

        Assert.Contains("network: \"../made\"\n", File.ReadAllText(terminal.PathOf("sub/mine.yaml")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run("validate", "sub/mine.yaml").Code);
    }

    [Theory]
    [InlineData("--from japan-magnet-hal", "there is no shipped scenario 'japan-magnet-hal'; did you mean 'japan-magnet-halt'?")]
    [InlineData("--network ndfeb-2025", "there is no shipped network 'ndfeb-2025'; did you mean 'ndfeb-2024'?")]
    [InlineData("--network ndfeb-2024 --from japan-magnet-halt", "--from and --network do not go together")]
    public void What_is_not_shipped_is_wrong_use(string options, string told)
    {
        using var terminal = new Terminal();
        var result = terminal.Run(["new", "mine", .. options.Split(' ')]);
        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Empty(terminal.Files());
    }

    [GeneratedRegex("^# yaml-language-server: [$]schema=(?<file>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SchemaLine();
}
