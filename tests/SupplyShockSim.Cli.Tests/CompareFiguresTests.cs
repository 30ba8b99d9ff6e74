using SupplyShockSim.Testing;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The figures of three comparisons as they were looked at and accepted.</summary>
public sealed class CompareFiguresTests
{
    [Fact]
    public void Of_two_scenarios() => Check("two", ["overlay", "difference"], "halt.yaml", "--variant", "longer: shocks.halt.for=40 d");

    [Fact]
    public void Of_six_variants_and_more_than_have_a_colour() => Check("variants", ["overlay", "difference"], ["halt.yaml", .. Variants]);

    [Fact]
    public void Of_six_variants_in_time_since_the_control_and_summed_up() =>
        Check("summed", ["overlay"], ["halt.yaml", .. Variants, "--align", "control", "--cumulative"]);

    /// <summary>The licensing of 2025 against the exports of that year, as committed: every month that was observed is a point of the figure.</summary>
    [Fact]
    [Trait("Category", "Slow")]
    public void Of_a_scenario_against_2025_as_it_was_observed()
    {
        using var terminal = new Terminal();
        var folder = Path.Combine(Above(AppContext.BaseDirectory), "scenarios", "backtests");
        var observed = Path.Combine(folder, "magnet-exports.csv");
        Assert.Equal(ExitCode.Done, terminal.Run("compare", Path.Combine(folder, "magnet-licensing-2025.yaml"), "--observed", observed, "--out", "here").Code);

        var seen = File.ReadAllLines(observed)
            .Where(line => line.StartsWith("2025-", StringComparison.Ordinal) && line.Contains(",World,", StringComparison.Ordinal))
            .Select(line => line.Split(',')[2]);
        var drawn = File.ReadAllLines(terminal.PathOf("here/observed.csv")).Select(line => line.Split(',')).Where(cells => cells[1] == "points").ToArray();
        Assert.Equal(seen, drawn.Where(cells => cells[4].StartsWith("2025-", StringComparison.Ordinal)).Select(cells => cells[5]));
        // The middle of January 2025, of 31 days, in a run that begins with it.
        Assert.Equal(("15.5", "2025-01-16T12:00:00"), (drawn[0][3], drawn[0][4]));
        Assert.Matches("magnet-licensing-2025 is [0-9.]+ % off on average, at worst [0-9.]+ %", File.ReadAllText(terminal.PathOf("here/observed.svg")));
    }

    private static IEnumerable<string> Variants =>
        ((int[])[5, 12, 16, 24, 30, 50, 80]).SelectMany(days => (string[])["--variant", FormattableString.Invariant($"{days} days: shocks.halt.for={days} d")]);

    private static void Check(string name, string[] figures, params string[] command)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        Assert.Equal(ExitCode.Done, terminal.Run(["compare", .. command, "--out", "here"]).Code);
        foreach (var figure in figures)
        {
            Baseline.Check($"compare/{name}-{figure}.svg", WithoutFootnote(File.ReadAllText(terminal.PathOf($"here/{figure}.svg"))));
        }
    }

    /// <summary>A footnote has the traces of the runs, which change with every event that a run has more or less.</summary>
    private static string WithoutFootnote(string svg) =>
        string.Concat(svg.Split('\n')
            .Where(line => !line.Contains("font-size=\"10.5\"", StringComparison.Ordinal)).Select(line => line + "\n")).TrimEnd('\n') + "\n";

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
