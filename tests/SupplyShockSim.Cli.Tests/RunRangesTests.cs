using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class RunRangesTests
{
    // As the halt of twenty days (48 t): of L days it leaves 4 (L - 8) t short, of five days none, of thirty 88 t.
    private const string Uncertain = "\nuncertain: [{set: shocks.halt.for, discrete: {values: [5 d, 30 d], weights: [1, 3]}}]\n";

    private static readonly string[] BaseFiles = ["series.csv", "events.csv", "scenario.resolved.yaml", "cover.svg", "flows.csv"];

    [Fact]
    public void Says_how_far_the_shortfall_ranges()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt + Uncertain);

        var result = terminal.Run("run", "halt.yaml", "--out", "here");

        // Of 64 draws a quarter, 16, are of five days.
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("In all 48 t (5-95 %: 0 to 88) are missing", result.Out, StringComparison.Ordinal);
        Assert.Contains("In 16 of 64 draws of what is uncertain nobody runs short.", result.Out, StringComparison.Ordinal);
        var ranges = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("here/metrics.json"))).RootElement.GetProperty("ranges");
        Assert.Equal(66, ranges.GetProperty("total").GetProperty("mean").GetDouble(), 1e-6); // 3/4 of 88
        Assert.Equal(0.75, ranges.GetProperty("total").GetProperty("shortProbability").GetDouble());
        Assert.True(File.Exists(terminal.PathOf("here/ranges.csv")));
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "here").Code);
    }

    [Fact]
    public void The_base_run_does_not_depend_on_the_draws()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt + Uncertain);

        terminal.Run("run", "halt.yaml", "--out", "none", "--draws", "0");
        terminal.Run("run", "halt.yaml", "--out", "few", "--draws", "4");

        Assert.All(BaseFiles, name => Assert.Equal(File.ReadAllText(terminal.PathOf($"none/{name}")), File.ReadAllText(terminal.PathOf($"few/{name}"))));
        Assert.Equal(Trace("none"), Trace("few"));
        Assert.False(File.Exists(terminal.PathOf("none/ranges.csv")));

        string? Trace(string folder) =>
            JsonDocument.Parse(File.ReadAllText(terminal.PathOf(folder + "/manifest.json"))).RootElement.GetProperty("traceHash").GetString();
    }

    [Fact]
    public void No_draws_leave_one_number()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt + Uncertain);

        Assert.Contains("In all 48 t are missing", terminal.Run("run", "halt.yaml", "--draws", "0").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_of_what_does_not_vary_are_refused_in_a_line()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        Assert.Equal("", terminal.Run("run", "halt.yaml").Error);
        Assert.Equal(
            "no ranges: nothing is `uncertain` in the scenario and no control draws at random\n", terminal.Run("run", "halt.yaml", "--draws", "8").Error);
    }

    [Fact]
    public void A_long_run_says_that_it_has_no_ranges_and_how_to_ask_for_them()
    {
        // A quota under review each six seconds: 14,400 times a day, over 25 days more than the 500,000 events that half a second is taken to hold.
        using var terminal = new Terminal();
        terminal.Write("long.yaml", Examples.Halt.Replace("horizon: 200 d", "horizon: 25 d\nmarket: {review: 6 s}", StringComparison.Ordinal)
            .Replace("{type: export-ban, name: halt,", "{type: export-quota, name: quota, amount: 30 t, period: month,", StringComparison.Ordinal)
            .Replace(", from: 10 d, for: 20 d}", "}", StringComparison.Ordinal) + "\nuncertain: [{set: shocks.quota.amount, uniform: [20 t, 40 t]}]\n");

        var error = terminal.Run("run", "long.yaml").Error;

        Assert.Matches(@"^no ranges: one run takes about \d+\.\d s, and 64 were skipped; ask for them with `--draws 64`\n$", error);
    }

    [Fact]
    public void A_distribution_that_reaches_too_far_is_told_with_the_draw()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt + "\nuncertain: [{set: shocks.halt.share, lognormal: [80 %, 0.5]}]\n");

        var result = terminal.Run("run", "halt.yaml", "--out", "here");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("narrow the distribution under `uncertain`", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(terminal.PathOf("here")));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_number_of_draws_that_is_none_is_refused(string draws)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);

        Assert.Equal(ExitCode.WrongUse, terminal.Run("run", "halt.yaml", "--draws", draws).Code);
    }
}
