using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

public class LoaderTests
{
    public static TheoryData<string> Scenarios() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_scenarios_of_the_repository_have_no_problem(string name)
    {
        var result = ScenarioLoader.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", name), new LoadOptions { Measures = MeasureCatalog.Checked });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        Assert.Equal(Path.GetFileNameWithoutExtension(name), result.Scenario!.Name);
        var isBuiltOnAnother = File.ReadAllText(result.Scenario.Path).Contains("\nextends: ", StringComparison.Ordinal);
        // Itself, what it extends, and network.yaml, sites.csv and lanes.csv of its network; that of 2026 says in one file more how it differs.
        var isNetworkBuiltOnAnother = result.Scenario.Spec.Network.Link!.Folder.EndsWith("ndfeb-2026", StringComparison.Ordinal);
        Assert.Equal(4 + (isBuiltOnAnother ? 1 : 0) + (isNetworkBuiltOnAnother ? 1 : 0), result.Scenario.Inputs.Count);
    }

    [Fact]
    public void The_same_inputs_give_the_same_name_for_a_run_and_others_do_not()
    {
        string Hash(string text, ulong? seed = null) =>
            ScenarioLoader.Load("s.yaml", new LoadOptions { Files = new MemoryFiles().Add("s.yaml", text), Seed = seed }).Scenario!.ShortHash;

        var hash = Hash(Reading.Small + Reading.Ban);
        Assert.Matches("^[0-9a-f]{10}$", hash);
        Assert.Equal(hash, Hash("# a comment\n" + Reading.Small + Reading.Ban.Replace("60 d", "1440 h")));
        Assert.Equal(hash, Hash(Reading.Small + Reading.Ban, 1)); // 1 is the default
        Assert.NotEqual(hash, Hash(Reading.Small + Reading.Ban, 2));
        Assert.NotEqual(hash, Hash(Reading.Small + Reading.Ban.Replace("60 d", "61 d")));
    }

    [Fact]
    public void A_network_is_loaded_by_itself()
    {
        var result = ScenarioLoader.LoadNetwork("nets/a/", new LoadOptions { Files = Networks.Files(), Set = ["horizon=3 yr"] });
        Assert.Equal("", Reading.Printed(result.Diagnostics));
        Assert.Equal(("a", 1095d, 3), (result.Scenario!.Name, result.Scenario.Prepared.Spec.Horizon.Days, result.Scenario.Prepared.Spec.Network.Sites.Count));
        Assert.Equal(["nets/a/network.yaml", "nets/a/sites.csv", "nets/a/lanes.csv"], result.Scenario.Inputs.Select(i => i.Path));
        Assert.StartsWith(
            "nets/b:1:1: error SS101", Reading.Printed(ScenarioLoader.LoadNetwork("nets/b", new LoadOptions { Files = Networks.Files() }).Diagnostics));
    }

    [Fact]
    public void A_warning_comes_with_a_scenario()
    {
        var text = Reading.Small + Reading.Ban.Replace("by: China, of: [magnet]", "by: China, of: [magnet, metal]"); // no metal leaves China
        var result = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = new MemoryFiles().Add("s.yaml", text) });
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(result.Diagnostics).Severity);
        Assert.NotNull(result.Scenario);
    }

    [Fact]
    public void Problems_are_sorted_and_print_as_data()
    {
        var (_, diagnostics) = Reading.Text("start: 5 t\nschema: supplyshock/scenario/1\nhorizon: \"a\\\"b\"\nnetwork: x\n");
        Assert.Equal([1, 3, 4], diagnostics.Select(d => d.Line));
        using var writer = new StringWriter();
        DiagnosticPrinter.WriteJson(writer, diagnostics.Skip(1).Take(1));
        Assert.Equal("""
            [
              {
                "file": "s.yaml",
                "line": 3,
                "column": 10,
                "length": 6,
                "severity": "error",
                "code": "SS206",
                "message": "'a\"b' is not a number, expected a duration such as 45 d",
                "hint": null,
                "sourceLine": "horizon: \"a\\\"b\""
              }
            ]

            """, writer.ToString());
    }

    [Fact]
    public void Of_a_long_line_the_part_around_the_place_is_shown()
    {
        var printed = Reading.Printed(
            [new Diagnostic("f", 1, 1001, 5, DiagnosticSeverity.Error, "SS201", "m", null, new string('a', 1000) + "HERE!" + new string('b', 1000))]);
        var lines = printed.Split('\n');
        Assert.True(lines[1].Length < 200);
        Assert.Equal(lines[1].IndexOf("HERE!", StringComparison.Ordinal), lines[2].IndexOf("^^^^^", StringComparison.Ordinal));
    }
}
