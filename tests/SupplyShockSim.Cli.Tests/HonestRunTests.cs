using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

/// <summary>What a reader must know of a result stands beside it.</summary>
public sealed class HonestRunTests
{
    [Fact]
    public void Warnings_stand_under_the_headline_and_in_all_that_is_written()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt.Replace("to: [Japan]", "to: [Japan, Germany]"));

        var result = terminal.Run("run", "halt.yaml", "--out", "here");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("halt.yaml:14:74: warning SS408: no site of the network lies in 'Germany'\n", result.Error);
        Assert.Matches(@"^Warning: no site of the network lies in 'Germany' \(.*halt\.yaml:14:74, SS408\)$", result.Out.Split('\n')[2]);
        Assert.Contains("Warning: no site of the network lies in ", File.ReadAllText(terminal.PathOf("here/report.html")));
        foreach (var file in (string[])["manifest.json", "metrics.json"])
        {
            var root = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("here/" + file))).RootElement;
            var warning = Assert.Single(root.GetProperty("warnings").EnumerateArray());
            Assert.Equal(("SS408", 14), (warning.GetProperty("code").GetString(), warning.GetProperty("line").GetInt32()));
        }
    }

    [Fact]
    public void A_shock_that_acts_on_nothing_runs_nothing()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt.Replace("to: [Japan]", "to: [Germany]", StringComparison.Ordinal));

        var result = terminal.Run("run", "halt.yaml");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("error SS402: this shock acts on nothing", result.Error);
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    /// <summary>48 t are missing (see the example). The ban lasts 20 days, in which 4 t/d are needed and the lane carries 4 t/d less: 80 t both.</summary>
    [Fact]
    public void Shares_are_of_what_was_needed_and_of_what_was_cut_off_as_well()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        Assert.Contains(
            "In all 48 t are missing: 60 % of what Japan needs while controls are in force, 60 % of what was cut off "
            + "and 6 % of all demand of the run; at most 4 t/d.",
            terminal.Run("run", "halt.yaml").Out);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void On_a_terminal_names_and_amounts_stay_whole(int width)
    {
        using var terminal = new Terminal { IsTerminal = true, Width = width };
        terminal.Variables["NO_COLOR"] = "1";
        terminal.Write("halt.yaml", Examples.Halt.Replace("{id: smelter,", "{id: smelter, name: \"The smelter, Osaka\",", StringComparison.Ordinal));

        var lines = terminal.Run("run", "halt.yaml", "--out", "here").Out.Split('\n');

        var table = Array.FindIndex(lines, l => l.StartsWith("consumer", StringComparison.Ordinal));
        Assert.True(table > 0, string.Join('\n', lines));
        Assert.StartsWith("The smelter, Osaka  ", lines[table + 1]);
        Assert.Contains(" 48", lines[table + 1]);
        Assert.All(lines.Take(table + 2), l => Assert.True(l.Length <= width, l));
    }

    /// <summary>Of the eight columns those that matter least go first; who is short, and of how much, always stays, each on one line.</summary>
    [Fact]
    public void The_table_fits_lines_of_40_to_120_characters()
    {
        string[] names = ["consumer", "country", "demand t", "short t", "short %", "peak t/d", "from", "until"];
        string[] row = ["Japan, industrial", "Japan", "22,961", "388", "1.69 %", "3.7", "2026-02-02", "2026-07-18"];
        var last = 0;
        for (var width = 40; width <= 120; width++)
        {
            using var writer = new StringWriter { NewLine = "\n" };
            Output.SummaryPrinter.Table(writer, width, names, [row]);
            var lines = writer.ToString().TrimEnd('\n').Split('\n');
            Assert.Equal(2, lines.Length);
            Assert.All(lines, l => Assert.True(l.Length <= width, l));
            Assert.StartsWith("Japan, industrial  ", lines[1]);
            Assert.Contains(" 388", lines[1]);
            var columns = names.Count(n => lines[0].Contains(n, StringComparison.Ordinal));
            Assert.True(columns >= last);
            last = columns;
        }

        Assert.Equal(8, last);
    }

    [Fact]
    public void Runs_of_one_scenario_are_told_apart()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        var result = terminal.Run("run", "halt.yaml", "--name", "half", "--set", "shocks.halt.share=50 %", "--set", "horizon=100 d");

        Assert.Equal("A halt of twenty days (half: shocks.halt.share=50 %; horizon=100 d)", result.Out.Split('\n')[0]);
        Assert.Contains($"run folder: {Path.Combine("runs", "half")}\n", result.Out);
        Assert.Contains("A halt of twenty days (half: shocks.halt.share=50 %; horizon=100 d)", File.ReadAllText(terminal.PathOf("runs/half/report.html")));
        var metrics = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("runs/half/metrics.json"))).RootElement;
        Assert.Equal(("half", "A halt of twenty days"), (metrics.GetProperty("run").GetString(), metrics.GetProperty("title").GetString()));
        Assert.Equal(2, metrics.GetProperty("set").GetArrayLength());
        Assert.Equal(16, metrics.GetProperty("traceHash").GetString()!.Length);
        Assert.Equal(ExitCode.WrongUse, terminal.Run("run", "halt.yaml", "--name", "../x").Code);
    }
}
