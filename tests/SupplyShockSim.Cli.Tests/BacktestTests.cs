namespace SupplyShockSim.Cli.Tests;

public sealed class BacktestTests
{
    private const string Scenario = """
        schema: supplyshock/scenario/1
        start: 2026-01-01
        until: 2026-04-01
        network:
          rates: t/d
          commodities: [{id: metal}]
          sites:
            - {id: mine, kind: mine, country: CN, technology: {outputs: {metal: 1}}, capacity: 20}
            - {id: jp, kind: consumer, country: JP, uses: {metal: 1}, demand: 10}
            - {id: kr, kind: consumer, country: KR, uses: {metal: 1}, demand: 2}
          lanes:
            - {from: mine, to: jp, of: metal, flow: 10, transit: 1 d}
            - {from: mine, to: kr, of: metal, flow: 2, transit: 1 d}

        """;

    private const string Ban = """
        shocks:
          - {type: export-ban, name: halt, by: China, from: 2026-02-01, share: 50 %}
        uncertain:
          - {set: shocks.halt.share, uniform: [0 %, 100 %]}

        """;

    [Theory]
    [InlineData("all")]
    [InlineData("totals")] // it reads the lanes, so it keeps them whatever the scenario says
    public void Writes_months_of_all_destinations_and_says_how_far_off(string record)
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario + Ban);
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,160\n2026-02,Japan,150\n");
        var result = terminal.Run("backtest", "s.yaml", "--observed", "o.csv", "--out", "out", "--set", $"output.record={record}");

        // Half of 12 t/d: 168 t in February against 160 observed, 5 % too much; 186 t in March.
        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("MAPE 5.0 %", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            "month,destination,observed,simulated\n2026-01,World,,372\n2026-01,Japan,,310\n2026-01,South Korea,,62\n2026-02,World,160,168\n2026-02,"
            + "Japan,150,140\n"
            + "2026-02,South Korea,,28\n2026-03,World,,186\n2026-03,Japan,,155\n2026-03,South Korea,,31\n",
            File.ReadAllText(terminal.PathOf("out/backtest.csv")));
        Assert.Equal(
            ["backtest-figure.csv", "backtest.csv", "backtest.png", "backtest.svg", "manifest.json", "metrics.json", "scenario.resolved.yaml"],
            Directory.GetFiles(terminal.PathOf("out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bad_observed_file_ends_with_3_and_all_its_problems()
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario + Ban);
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,many\nFebruary,World,160\n");
        foreach (var command in (string[])["backtest", "calibrate"])
        {
            var result = terminal.Run(command, "s.yaml", "--observed", "o.csv");
            Assert.Equal(ExitCode.InvalidInput, result.Code);
            Assert.Contains("o.csv:2:15: error SS206", result.Error, StringComparison.Ordinal);
            Assert.Contains("o.csv:3:1: error SS211", result.Error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(terminal.PathOf("runs")));
    }

    [Fact]
    public void A_scenario_without_export_control_has_nothing_to_compare()
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario);
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,160\n");
        var result = terminal.Run("backtest", "s.yaml", "--observed", "o.csv");
        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("no export control", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_something_else_in_it_is_left_alone()
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario + Ban);
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,160\n");
        terminal.Write("out/mine.txt", "mine");
        Assert.Equal(ExitCode.WrongUse, terminal.Run("backtest", "s.yaml", "--observed", "o.csv", "--out", "out").Code);
        Assert.Equal("mine", File.ReadAllText(terminal.PathOf("out/mine.txt")));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("totals")]
    public void Calibrate_prints_the_fitted_value(string record)
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario + Ban);

        // Half of 12 t/d is 168 t in February and 186 t in March.
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,168\n2026-03,World,186\n");
        var result = terminal.Run("calibrate", "s.yaml", "--observed", "o.csv", "--set", $"output.record={record}");
        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Matches(@"shocks\.halt\.share +0\.5 ", result.Out);
    }

    [Fact]
    public void Calibrate_tells_the_error_where_it_did_not_look_beside_that_of_the_fit()
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario + Ban);

        // Half of 12 t/d is 168 t in February; of March, held out, a quarter more than the half was seen: simulated is 186 / 232.5 = -20 %.
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,168\n2026-03,World,232.5\n");
        var text = terminal.Run("calibrate", "s.yaml", "--observed", "o.csv", "--hold-out", "2026-03").Out;
        Assert.Matches(@"errors: 0\.\d\d % in 1 month fitted, (19\.9\d|20\.0\d) % in 1 held out \(2026-03\)", text);
        Assert.Matches(@"2026-03 +233 +186 +-(19\.9\d|20\.0\d) % +held out", text);
        Assert.Contains("none held out: it says how well the values fit, not how well they foretell",
            terminal.Run("calibrate", "s.yaml", "--observed", "o.csv").Out, StringComparison.Ordinal);

        using var json = System.Text.Json.JsonDocument.Parse(
            terminal.Run("calibrate", "s.yaml", "--observed", "o.csv", "--hold-out", "last:1", "--format", "json").Out);
        Assert.Equal(0.2, json.RootElement.GetProperty("heldOutLoss").GetDouble(), 3);
        Assert.Equal(0, json.RootElement.GetProperty("fittedLoss").GetDouble(), 3);
        Assert.True(json.RootElement.GetProperty("months")[1].GetProperty("heldOut").GetBoolean());
    }

    [Fact]
    public void Months_that_cannot_be_held_out_are_refused()
    {
        using var terminal = new Terminal();
        terminal.Write("s.yaml", Scenario + Ban);
        terminal.Write("o.csv", "month,destination,tonnes\n2026-02,World,168\n2026-03,World,186\n");
        var shape = terminal.Run("calibrate", "s.yaml", "--observed", "o.csv", "--hold-out", "march");
        Assert.Equal(ExitCode.WrongUse, shape.Code);
        Assert.Contains("--hold-out expects months such as 2025-10,2025-12, or last:3, not 'march'", shape.Error, StringComparison.Ordinal);
        var unseen = terminal.Run("calibrate", "s.yaml", "--observed", "o.csv", "--hold-out", "2027-03");
        Assert.Equal(ExitCode.InvalidInput, unseen.Code);
        Assert.Contains("2027-03 cannot be held out", unseen.Error, StringComparison.Ordinal);
    }
}
