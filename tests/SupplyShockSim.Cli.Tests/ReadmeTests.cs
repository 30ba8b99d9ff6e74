namespace SupplyShockSim.Cli.Tests;

/// <summary>The README says what is there.</summary>
public sealed class ReadmeTests
{
    private static readonly string Root = Above(AppContext.BaseDirectory);
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "README.md"));

    [Fact]
    public void Lists_every_command_and_its_options()
    {
        foreach (var command in CommandList.Create())
        {
            var rows = Lines
                .Where(line => line.StartsWith($"| `{command.Name} ", StringComparison.Ordinal)
                    || line.StartsWith($"| `{command.Name}`", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(rows); // several where a command does several things
            Assert.All(command.Options, option => Assert.Contains(rows, row => row.Contains(option.Name, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Its_example_of_the_engine_is_the_one_that_is_tested()
    {
        var example = Lines.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```").ToList();
        var tested = File.ReadAllLines(Path.Combine(Root, "tests", "SupplyShockSim.Engine.Tests", "ReadmeMm1.cs")).Select(l => l.Trim()).ToHashSet();

        // What is not there: the namespace it uses, and how the result is shown.
        Assert.Equal(
            ["using SupplyShockSim.Engine;", "Console.WriteLine($\"{simulated:F3} days of waiting\");"],
            example.Where(line => line.Length > 0 && !tested.Contains(line.Trim())));
        Assert.InRange(example.Count, 20, 45);
    }

    [Fact]
    public void Its_scenario_is_valid()
    {
        using var terminal = new Terminal();
        var example = string.Join('\n', Lines.SkipWhile(l => l != "```yaml").Skip(1).TakeWhile(l => l != "```"));
        var @base = Path.Combine(Root, "scenarios", "japan-magnet-halt.yaml");
        terminal.Write("example.yaml", example.Replace("japan-magnet-halt.yaml", $"'{@base}'", StringComparison.Ordinal));

        Assert.Equal(new Result(ExitCode.Done, "example.yaml: valid\n", ""), terminal.Run("validate", "example.yaml"));
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = Lines.SelectMany(line => line.Split("](").Skip(1)).Select(rest => rest.Split(')', '#')[0])
            .Where(link => !link.StartsWith("https:", StringComparison.Ordinal));

        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Root, link)), link));
    }

    /// <summary>The folder of the repository.</summary>
    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
