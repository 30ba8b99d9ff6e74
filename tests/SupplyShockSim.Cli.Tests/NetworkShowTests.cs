using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class NetworkShowTests
{
    /// <summary>
    /// 8 t/d of ore from Australia and 2 from Chile become 10 t/d of metal in China: 6 for Japanese cars, 4 for wind in Germany.
    /// Shares of ore 80 and 20 %, so HHI 6,400 + 400;
    /// the mines could make 15 t/d, half as much again.
    /// </summary>
    private const string Network = """
        rates: t/d
        commodities: [{id: ore, name: "Ore and concentrate, as metal in it"}, {id: metal, price: 1000 USD/t}]
        sites:
          - {id: au-mine, name: Great southern mine, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 12, confidence: high}
          - {id: cl-mine, name: High desert mine, kind: mine, country: CL, technology: {outputs: {ore: 1}}, capacity: 3, confidence: assumption}
          - {id: cn-works, name: Works by the river, kind: refinery, country: CN, technology: {inputs: {ore: 1}, outputs: {metal: 1}}, capacity: 10}
          - {id: de-wind, name: German wind turbine makers, kind: consumer, country: DE, uses: {metal: 1}, demand: 4, endUse: wind}
          - {id: jp-cars, name: Japanese automotive industry, kind: consumer, country: JP, uses: {metal: 1}, demand: 6, endUse: automotive}
        lanes:
          - {from: au-mine, to: cn-works, of: ore, flow: 8, cost: 20 USD/t, transit: 15 d}
          - {from: cl-mine, to: cn-works, of: ore, flow: 2, cost: 50 USD/t, transit: 30 d}
          - {from: cn-works, to: de-wind, of: metal, flow: 4, cost: 100 USD/t, transit: 40 d}
          - {from: cn-works, to: jp-cars, of: metal, flow: 6, cost: 10 USD/t, transit: 5 d}
        """;

    [Fact]
    public void Shows_stages_sites_and_how_users_hold()
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network);

        var result = terminal.Run("network", "show", "net.yaml");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            """
            net: 2 commodities, 5 sites, 4 lanes of which 4 are in use
            Sites and lanes by confidence: 7 not stated, 1 assumption and 1 high

            Ore and concentrate, as metal in it (ore)
            10 t/d made, 50 % more possible; concentration (HHI) 6,800 of 10,000
            country    made t/d  share  capacity t/d  headroom  imports
            Australia         8   80 %            12      50 %        -
            Chile             2   20 %             3      50 %        -
            China             0    0 %             0         -    100 %

            metal (metal)
            10 t/d made, 0 % more possible; concentration (HHI) 10,000 of 10,000
            country  made t/d  share  capacity t/d  headroom  imports
            China          10  100 %            10       0 %        -
            Germany         0    0 %             0         -    100 %
            Japan           0    0 %             0         -    100 %

            Sites
            id        name                          kind      country    t/d  capacity t/d  confidence
            au-mine   Great southern mine           mine      Australia    8            12  high
            cl-mine   High desert mine              mine      Chile        2             3  assumption
            cn-works  Works by the river            refinery  China       10            10  not stated
            de-wind   German wind turbine makers    consumer  Germany      4             4  not stated
            jp-cars   Japanese automotive industry  consumer  Japan        6             6  not stated

            How users hold: the fewest tonnes a day whose loss cuts a user off from all origins, and its
            cheapest route
            user     needs t/d  cut t/d  of need  cut               landed USD/t  days  cheapest route
            de-wind          4        4    100 %  cn-works>de-wind         1,120    55  au-mine > cn-works >
                                                                                        de-wind
            jp-cars          6        6    100 %  cn-works>jp-cars         1,030    20  au-mine > cn-works >
                                                                                        jp-cars
            --find WORDS shows all routes of the users it finds.

            """.ReplaceLineEndings("\n"), result.Out);
    }

    [Fact]
    public void Finds_users_by_words_and_shows_all_their_routes()
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network);

        var result = terminal.Run("network", "show", "net.yaml", "--find", "WIND germ");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.DoesNotContain("jp-cars", result.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            Routes of metal to German wind turbine makers, by landed cost (+ has to be opened first)
            route                         landed USD/t  freight USD/t  days  narrowest t/d
            au-mine > cn-works > de-wind         1,120            120    55              4
            cl-mine > cn-works > de-wind         1,150            150    70              2

            """.ReplaceLineEndings("\n"), result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_one_stage_by_id_or_name()
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network);

        var result = terminal.Run("network", "show", "net.yaml", "--stage", "ore");

        Assert.DoesNotContain("jp-cars", result.Out, StringComparison.Ordinal);
        Assert.Contains("cn-works", result.Out, StringComparison.Ordinal);
        Assert.Equal(result, terminal.Run("network", "show", "net.yaml", "--stage", "ORE and concentrate, as metal in it"));
    }

    [Fact]
    public void Programs_get_the_same_as_json()
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network);

        var root = JsonDocument.Parse(terminal.Run("network", "show", "net.yaml", "--format", "json").Out).RootElement;

        Assert.Equal(6800, root.GetProperty("stages")[0].GetProperty("hhi").GetDouble(), 9);
        Assert.Equal(0.5, root.GetProperty("stages")[0].GetProperty("headroom").GetDouble(), 12);
        Assert.Equal("Great southern mine", root.GetProperty("sites")[0].GetProperty("name").GetString());
        var cars = root.GetProperty("users")[1];
        Assert.Equal(6, cars.GetProperty("cut").GetProperty("tonnesPerDay").GetDouble());
        Assert.Equal("cn-works", cars.GetProperty("cut").GetProperty("legs")[0].GetProperty("from").GetString());
        Assert.Equal(
            [1030, 1060],
            cars.GetProperty("needs")[0].GetProperty("routes").EnumerateArray().Select(r => r.GetProperty("landedUsdPerTonne").GetDouble()));
        Assert.Equal(0, root.GetProperty("usersLeftOut").GetInt32());
    }

    [Fact]
    public async Task Fits_lines_of_40_to_120_characters_and_breaks_no_word()
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network);
        foreach (var folder in (string[])["net.yaml", Shipped()])
        {
            string[] words = [];
            for (var width = 120; width >= 40; width--)
            {
                using var output = new StringWriter();
                await CommandLine.RunAsync(["network", "show", folder, "--find", "jap"], output, TextWriter.Null, terminal.Environment with { Width = width });
                var text = output.ToString();
                words = words.Length > 0 ? words : text.Split([' ', '\n']);

                Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, $"{width}: {line}"));
                Assert.Empty(text.Split([' ', '\n']).Except(words)); // columns may go, but no new scrap of a word may come
            }
        }
    }

    [Theory]
    [InlineData("say which network: network show FOLDER", "show")]
    [InlineData("there is no stage 'meta'; did you mean 'metal'?; there are metal, ore", "show", "net.yaml", "--stage", "meta")]
    [InlineData("no site has 'moon' in its id, name, country, kind or end use", "show", "net.yaml", "--find", "moon")]
    [InlineData("no site that makes or uses ore has 'wind' in its id, name, country, kind or end use", "show", "net.yaml", "--find", "wind", "--stage", "ore")]
    [InlineData("show does not know --sites", "show", "net.yaml", "--sites", "5")]
    [InlineData("generate does not know --find", "generate", "--out", "x", "--find", "wind")]
    [InlineData("generate takes no FOLDER: to write to it, say --out net", "generate", "net")]
    public void What_cannot_be_shown_is_said_and_nothing_is_silently_ignored(string message, params string[] arguments)
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network);

        Assert.Equal(new Result(ExitCode.WrongUse, "", $"supplyshock: {message}\n"), terminal.Run(["network", .. arguments]));
    }

    [Fact]
    public void An_invalid_network_is_told_with_its_place()
    {
        using var terminal = new Terminal();
        terminal.Write("net.yaml", Network.Replace("to: jp-cars", "to: jp-care", StringComparison.Ordinal));

        var result = terminal.Run("network", "show", "net.yaml");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("did you mean 'jp-cars'?", result.Error, StringComparison.Ordinal);
    }

    private static string Shipped([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "scenarios", "networks", "ndfeb-2024"));
}
