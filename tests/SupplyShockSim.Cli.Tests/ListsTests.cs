using System.Runtime.CompilerServices;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;

namespace SupplyShockSim.Cli.Tests;

/// <summary>What stands in a list works wherever a user meets it: help, schema, reader, run, resolved scenario and report.</summary>
public sealed class ListsTests
{
    public static TheoryData<string> Commands() => [.. CommandList.Create().Select(c => c.Name)];

    public static TheoryData<string> Rules() => [.. RationingCatalog.All.Keys];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_one_file_has_help_and_refuses_what_it_does_not_know(string name)
    {
        using var terminal = new Terminal();
        var command = CommandList.Create().Single(c => c.Name == name);
        var help = terminal.Run(name, "--help");

        Assert.Equal(ExitCode.Done, help.Code);
        Assert.Contains(command.Description!, help.Out, StringComparison.Ordinal);
        Assert.Contains(command.Description!, terminal.Run("--help").Out, StringComparison.Ordinal);
        Assert.All(command.Options, o => Assert.Contains(o.Name, help.Out, StringComparison.Ordinal));
        Assert.NotEqual(ExitCode.Done, terminal.Run([name, .. command.Arguments.Select(_ => "x"), "--no-such-option"]).Code);
        Assert.True(File.Exists(Path.Combine(Source(), "../../src/SupplyShockSim.Cli/Commands", char.ToUpperInvariant(name[0]) + name[1..] + "Command.cs")));
        Assert.Empty(terminal.Files());
    }

    [Fact]
    public void Every_command_is_named_by_a_test()
    {
        var tests = Directory.GetFiles(Source(), "*.cs").Where(f => Path.GetFileName(f) != "ListsTests.cs").Select(File.ReadAllText).ToArray();
        Assert.All(CommandList.Create(), c => Assert.Contains(tests, t => t.Contains($"\"{c.Name}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rationing_rule_can_be_written_planned_run_and_verified(string rule)
    {
        using var terminal = new Terminal();
        // Who bids highest is known only where prices are simulated.
        var market = rule == "price" ? "rationing: price, prices: {}" : "rationing: " + rule;
        terminal.Write("halt.yaml", Examples.Halt.Replace("horizon: 200 d", $"horizon: 200 d\nmarket: {{{market}}}", StringComparison.Ordinal));

        Assert.Contains(rule, terminal.Run("schema").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run("validate", "halt.yaml").Code);
        Assert.Contains(rule, terminal.Run("plan", "halt.yaml").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--out", "halt", "--quiet").Code);
        Assert.Contains("rationing: " + rule, File.ReadAllText(terminal.PathOf("halt/scenario.resolved.yaml")), StringComparison.Ordinal);
        // One buyer, so that every rule gives it the same: 12 d of 4 t/d.
        Assert.Contains("\"shortfall\": 48,", File.ReadAllText(terminal.PathOf("halt/metrics.json")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "halt").Code);
    }

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
