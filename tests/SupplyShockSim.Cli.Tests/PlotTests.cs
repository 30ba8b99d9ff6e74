using System.Text.Json;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Cli.Tests;

public sealed class PlotTests
{
    /// <summary>As the halt of twenty days, 48 t of cars, with a second user in Germany that the halt does not touch.</summary>
    private static readonly string Two = Examples.Halt
        .Replace("    - {id: smelter,",
            "    - {id: lamps, kind: consumer, country: DE, uses: {ore: 1}, demand: 1, endUse: lighting}\n    - {id: smelter,", StringComparison.Ordinal)
        .Replace("    - {from: pit, to: smelter,",
            "    - {from: pit, to: lamps, of: ore, flow: 1, transit: 5 d}\n    - {from: pit, to: smelter,", StringComparison.Ordinal);

    [Fact]
    public void Draws_a_scenario_with_its_data_beside_it()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);

        var result = terminal.Run("plot", "halt.yaml", "--figure", "shortfall", "--out", "here/short.svg");

        Assert.Equal(
            new Result(ExitCode.Done, "1 consumer runs short: 48 t missing in all, at most 4 t/d\n", "wrote here/short.svg and here/short.csv\n"), result);
        Assert.StartsWith("<svg ", File.ReadAllText(terminal.PathOf("here/short.svg")), StringComparison.Ordinal);
        // Short from day 23 to 35: 2026-01-24 to 2026-02-05.
        var rows = File.ReadAllLines(terminal.PathOf("here/short.csv"));
        Assert.Equal("panel,mark,series,x,date,y,low,high,value,unit", rows[0]);
        Assert.Contains(",layers,smelter,23,2026-01-24,4,,,,t/d short", rows);
        Assert.Contains(",layers,smelter,35,2026-02-05,0,,,,t/d short", rows);
    }

    [Fact]
    public void A_run_folder_gives_the_picture_that_lies_in_it()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);
        terminal.Run("run", "halt.yaml", "--out", "run", "--quiet");

        foreach (var name in (string[])["shortfall", "cover", "flows"])
        {
            Assert.Equal(ExitCode.Done, terminal.Run("plot", "run", "--figure", name, "--out", $"{name}.svg").Code);
            Assert.Equal(File.ReadAllText(terminal.PathOf($"run/{name}.svg")), File.ReadAllText(terminal.PathOf($"{name}.svg")));
            var data = name == "shortfall" ? "shortfall-figure" : name; // shortfall.csv is the table of all consumers
            Assert.Equal(File.ReadAllText(terminal.PathOf($"run/{data}.csv")), File.ReadAllText(terminal.PathOf($"{name}.csv")));
            Assert.Equal(ExitCode.Done, terminal.Run("plot", "run", "--figure", name, "--out", $"{name}.png").Code);
            Assert.Equal(File.ReadAllBytes(terminal.PathOf($"run/{name}.png")), File.ReadAllBytes(terminal.PathOf($"{name}.png")));
        }
    }

    [Theory]
    [InlineData("country", "Japan", "1 country runs short")]
    [InlineData("endUse", "automotive", "1 end use runs short")]
    [InlineData("commodity", "ore", "1 commodity runs short")]
    [InlineData("consumer", "smelter", "1 consumer runs short")]
    public void Tells_apart_what_it_is_asked_to(string by, string series, string title)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);

        var result = terminal.Run("plot", "halt.yaml", "--figure", "shortfall", "--by", by, "--out", "a.svg");

        Assert.StartsWith(title + ": 48 t missing in all", result.Out, StringComparison.Ordinal);
        Assert.Contains(File.ReadAllLines(terminal.PathOf("a.csv")), row => row.StartsWith($",layers,{series},23,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("country=Germany")]
    [InlineData("country=DE")]
    [InlineData("country=germany")]
    [InlineData("endUse=lighting")]
    [InlineData("consumer=lamps")]
    public void Draws_some_only(string where)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);

        // The lamps have no stock, so they are never short, but what they get is drawn.
        Assert.Equal("No consumer runs short\n", terminal.Run("plot", "halt.yaml", "--figure", "shortfall", "--where", where, "--out", "a.svg").Out);
        Assert.Contains("Drawn only: ", File.ReadAllText(terminal.PathOf("a.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no figure 'shortfal'; did you mean 'shortfall'?; there are ", "--figure", "shortfal")]
    [InlineData("--by expects country, consumer, commodity, endUse here, not 'enduse'; did you mean 'endUse'?", "--figure", "shortfall", "--by", "enduse")]
    [InlineData("this figure does not know --by; these do: shortfall", "--figure", "activity", "--by", "country")]
    [InlineData("shortfall shows no measure of choice", "--figure", "shortfall", "--measure", "shortfallTotal")]
    [InlineData("--where expects KEY=VALUE such as country=Japan, not 'Japan'", "--figure", "shortfall", "--where", "Japan")]
    [InlineData("--where expects country, commodity here, not 'endUse'", "--figure", "flows", "--where", "endUse=wind")]
    [InlineData("there is no country 'Jpaan'; did you mean 'Japan'?; there are AU, DE, JP", "--figure", "shortfall", "--where", "country=Jpaan")]
    [InlineData("shortfall shows one run; several are shown by ", "--figure", "shortfall", "halt.yaml")]
    [InlineData("shortfall shows nothing that was observed: leave out --observed", "--figure", "shortfall", "--observed", "x.csv")]
    [InlineData("backtest needs --observed FILE", "--figure", "backtest")]
    [InlineData("cover shows no draws: leave out --draws", "--figure", "cover", "--draws", "5")]
    [InlineData("--out expects a file that ends in .svg or .png, not 'a.jpg'", "--figure", "shortfall", "--out", "a.jpg")]
    [InlineData("--width expects 600 to 1600 pixels, not 20", "--figure", "shortfall", "--width", "20")]
    public void What_cannot_be_drawn_is_said_with_what_can(string message, params string[] arguments)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);
        string[] place = arguments.Contains("--out") ? [] : ["--out", "a.svg"];

        var result = terminal.Run(["plot", "halt.yaml", .. arguments, .. place]);

        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.StartsWith("supplyshock: " + message, result.Error, StringComparison.Ordinal);
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    [Fact]
    public void Says_all_problems_at_once()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);

        var result = terminal.Run(
            "plot", "halt.yaml", "--figure", "shortfall", "--by", "land", "--measure", "all", "--where", "country=Jpaan", "--where", "Japan", "--out", "a.svg");

        Assert.Equal(3, result.Error.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void What_the_run_has_nothing_of_is_said_and_nothing_written()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two.Replace("shocks:", "calm:", StringComparison.Ordinal).Split("calm:")[0]);

        var result = terminal.Run("plot", "halt.yaml", "--figure", "activity", "--out", "a.svg");

        Assert.Equal(
            new Result(ExitCode.InvalidInput, "",
                "supplyshock: there is nothing to draw: activity needs a run that recorded all series, in which an upstream site was hit\n"),
            result);
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    [Fact]
    public void A_table_of_the_users_own_is_not_written_over()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Two);
        terminal.Write("mine.csv", "month,tonnes\n");

        var result = terminal.Run("plot", "halt.yaml", "--figure", "shortfall", "--out", "mine.svg");

        Assert.Equal(new Result(ExitCode.WrongUse, "", "supplyshock: mine.csv is there already and not the data of a figure; choose another name\n"), result);
        Assert.Equal("month,tonnes\n", File.ReadAllText(terminal.PathOf("mine.csv")));
        // Its own it writes anew.
        Assert.Equal(ExitCode.Done, terminal.Run("plot", "halt.yaml", "--figure", "shortfall", "--out", "a.svg").Code);
        Assert.Equal(ExitCode.Done, terminal.Run("plot", "halt.yaml", "--figure", "cover", "--out", "a.svg").Code);
    }

    [Fact]
    public void Lists_every_kind_with_what_it_needs()
    {
        using var terminal = new Terminal { IsTerminal = true };
        var text = terminal.Run("figures").Out;
        var json = JsonDocument.Parse(terminal.Run("figures", "--format", "json").Out).RootElement.EnumerateArray().ToArray();

        Assert.Equal(FigureCatalog.All.Select(k => k.Name), json.Select(k => k.GetProperty("name").GetString()));
        Assert.All(FigureCatalog.All, kind => Assert.Contains($"{kind.Name}\n  shows ", text, StringComparison.Ordinal));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains(
            """
            flows
              shows      what lands in the worst-hit country, by supplier, stacked, against demand
              needs      a run that recorded all series
              --where    country, commodity

            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }
}
