using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class ExplainTests
{
    /// <summary>
    /// Two pits of 2 t/d each, with no more to give, a day away from a smelter without stock. The first is closed from day 10 to day 20, so that 2 t/d are
    /// missing from day 11 to day 21: 20 t; the second from day 15 to day 20, so that 2 t/d more are missing from day 16 to day 21: 10 t.
    /// </summary>
    private const string TwoBans = """
        schema: supplyshock/scenario/1
        start: 2026-01-01
        horizon: 100 d
        network:
          rates: t/d
          commodities: [{id: ore}]
          sites:
            - {id: north, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 2}
            - {id: south, kind: mine, country: CL, technology: {outputs: {ore: 1}}, capacity: 2}
            - {id: smelter, kind: consumer, country: JP, uses: {ore: 1}, demand: 4}
            - {id: rolls, kind: consumer, country: AU, uses: {ore: 1}, demand: 0.5}
            - {id: pit, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 0.5}
          lanes:
            - {from: north, to: smelter, of: ore, flow: 2, transit: 1 d}
            - {from: south, to: smelter, of: ore, flow: 2, transit: 1 d}
            - {from: pit, to: rolls, of: ore, flow: 0.5}
        shocks:
          - {type: export-ban, name: first, by: Australia, from: 10 d, until: 20 d}
          - {type: export-ban, name: second, by: Chile, from: 15 d, until: 20 d}
        """;

    [Fact]
    public void The_shares_by_cause_add_up_to_the_whole()
    {
        using var terminal = new Terminal();
        terminal.Write("two.yaml", TwoBans);

        var result = terminal.Run("explain", "two.yaml", "--consumer", "smelter");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal("""
            smelter lacks 30 t, 7.5 % of its demand, from 12 January 2026 to 22 January 2026.

            Why it first fell short:
              1. 11 January 2026 (day 10): the control ‘first’ came into force.
              2. 11 January 2026 (day 10): the lane for ore from north to smelter was closed.
              3. 12 January 2026 (day 11): arrivals of ore at smelter fell from 4 t/d to 2 t/d.
              4. 12 January 2026 (day 11): smelter fell short by 2 t/d.

            What is missing, by cause:
             t   share  goes back to
            20  66.7 %  the control ‘first’
            10  33.3 %  the control ‘second’

            """.ReplaceLineEndings("\n"), result.Out);
        Assert.Equal("rolls does not run short.\n", terminal.Run("explain", "two.yaml", "--consumer", "rolls").Out);
    }

    [Fact]
    public void A_day_has_a_chain_of_its_own()
    {
        using var terminal = new Terminal();
        terminal.Write("two.yaml", TwoBans);
        Assert.Equal(ExitCode.Done, terminal.Run("run", "two.yaml", "--out", "here").Code);

        var json = JsonDocument.Parse(terminal.Run("explain", "here", "--consumer", "smelter", "--date", "2026-01-18", "--format", "json").Out).RootElement[0];

        Assert.Equal("2026-01-16", json.GetProperty("chain")[0].GetProperty("date").GetString());
        Assert.Equal("the control ‘second’ came into force", json.GetProperty("chain")[0].GetProperty("text").GetString());
        Assert.Equal(1, json.GetProperty("causes").EnumerateArray().Sum(c => c.GetProperty("share").GetDouble()), 1e-12);
        Assert.Contains("On 1 March 2026 it is not short.", terminal.Run("explain", "here", "--consumer", "smelter", "--date", "2026-03-01").Out);
        Assert.Contains("<h3>Why smelter falls short</h3>", File.ReadAllText(terminal.PathOf("here/report.html")));
    }

    [Theory]
    [InlineData("there is no consumer 'smelterr'; did you mean 'smelter'?; there are rolls, smelter", "--consumer", "smelterr")]
    [InlineData("2030-01-01 lies outside the run, which is from 2026-01-01 to 2026-04-11", "--consumer", "smelter", "--date", "2030-01-01")]
    [InlineData("--date expects a date such as 2026-03-01, not 'May'", "--consumer", "smelter", "--date", "May")]
    [InlineData("--consumer needs ID")]
    public void What_cannot_be_explained_is_wrong_use(string why, params string[] args)
    {
        using var terminal = new Terminal();
        terminal.Write("two.yaml", TwoBans);
        var result = terminal.Run(["explain", "two.yaml", .. args]);
        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.StartsWith($"supplyshock: {why}\n", result.Error);
    }
}
