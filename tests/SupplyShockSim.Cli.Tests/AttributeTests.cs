using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class AttributeTests
{
    /// <summary>The halt of twenty days twice: 48 t are missing under either and under both, so 24 t go back to each.</summary>
    private static readonly string Twice = Examples.Halt + "\n"
        + Examples.Halt.Split('\n')[^1].Replace("name: halt", "name: again", StringComparison.Ordinal) + "\n";

    [Fact]
    public void Each_control_has_its_share()
    {
        using var terminal = new Terminal();
        terminal.Write("twice.yaml", Twice);

        var result = terminal.Run("attribute", "twice.yaml");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            """
            A halt of twenty days
            shortfall.total: 48 t under all controls, 0 t without any

            control  value  share
            halt      24 t   50 %
            again     24 t   50 %

            exact, by Shapley's value over 4 subsets of the controls

            """.ReplaceLineEndings("\n"), result.Out);
        var json = JsonDocument.Parse(terminal.Run("attribute", "twice.yaml", "--format", "json").Out).RootElement;
        Assert.Equal([24, 24], json.GetProperty("controls").EnumerateArray().Select(c => c.GetProperty("value").GetDouble()));
    }

    [Fact]
    public void It_can_be_drawn_and_a_run_with_several_controls_has_it_in_its_report()
    {
        using var terminal = new Terminal();
        terminal.Write("twice.yaml", Twice);
        terminal.Write("halt.yaml", Examples.Halt);

        Assert.Equal(ExitCode.Done, terminal.Run("attribute", "twice.yaml", "--picture", "shares.svg").Code);
        Assert.Contains("halt accounts for 50 % of 48 t", File.ReadAllText(terminal.PathOf("shares.svg")));
        Assert.Equal(ExitCode.Done, terminal.Run("run", "twice.yaml", "--out", "twice", "--quiet").Code);
        Assert.Equal(File.ReadAllText(terminal.PathOf("shares.svg")), File.ReadAllText(terminal.PathOf("twice/waterfall.svg")));
        Assert.Contains("What goes back to which control", File.ReadAllText(terminal.PathOf("twice/report.html")));
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--out", "once", "--quiet").Code);
        Assert.DoesNotContain("What goes back to which control", File.ReadAllText(terminal.PathOf("once/report.html")));
        Assert.False(File.Exists(terminal.PathOf("once/waterfall.svg")));
    }

    [Theory]
    [InlineData(ExitCode.InvalidInput, "shortfall.first has no value under no control", "--measure", "shortfall.first")]
    [InlineData(ExitCode.WrongUse, "--measure expects", "--measure", "misery")]
    [InlineData(ExitCode.WrongUse, "--picture expects a file that ends in .svg, .png or .csv, not 'shares.gif'", "--picture", "shares.gif")]
    public void What_cannot_be_divided_or_drawn_is_said(int code, string why, params string[] more)
    {
        using var terminal = new Terminal();
        terminal.Write("twice.yaml", Twice);

        var result = terminal.Run(["attribute", "twice.yaml", .. more]);

        Assert.Equal((code, ""), (result.Code, result.Out));
        Assert.Contains(why, result.Error);
    }

    [Fact]
    public void Without_a_control_there_is_nothing_to_go_back_to()
    {
        using var terminal = new Terminal();
        terminal.Write("calm.yaml", Examples.Halt.Split("shocks:")[0]);

        Assert.Contains("calm.yaml has no control", terminal.Run("attribute", "calm.yaml").Error);
    }
}
