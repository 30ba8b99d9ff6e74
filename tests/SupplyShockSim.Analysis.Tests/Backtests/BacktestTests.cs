using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Tests.Backtests;

public sealed class BacktestTests
{
    private const string Halt = """
        start: 2026-01-06
        until: 2026-04-01
        shocks:
          - {type: export-ban, name: halt, by: China, to: [Japan], from: 2026-02-11}

        """;

    private static Backtest Run(string scenario, ObservedFile observed)
    {
        var loaded = Sketch.Of(scenario);
        return Backtest.Of(loaded.Prepared, loaded.Spec.Backtest ?? new(), observed);
    }

    [Fact]
    public void Dispatch_is_summed_by_whole_calendar_months()
    {
        // January is not whole. To Japan 10 t/d up to 10 February: 100 t, then nothing; to the US 5 x 28 and 5 x 31, Korea 2 x 28 and 2 x 31.
        var result = Run(Halt, Sketch.Observed(("2026-02", "World", 300)));
        Assert.Equal([new Month(2026, 2), new Month(2026, 3)], result.Months);
        Assert.Equal(["Japan", "South Korea", "United States"], result.Destinations.Select(d => d.Name));
        Expect([100, 0], result.Destinations[0].Simulated);
        Expect([56, 62], result.Destinations[1].Simulated);
        Expect([140, 155], result.Destinations[2].Simulated);
        Expect([296, 217], result.World.Simulated);
        Expect([17 * 28, 17 * 31], result.World.Normal);

        // Judged from the month of the control on; of these, only February was observed: 296 against 300.
        Assert.Equal([true, true], result.IsJudged);
        Assert.Equal(1, result.World.Errors.Count);
        Assert.Equal(4.0 / 300, result.World.Errors.Mape, 9);
    }

    [Fact]
    public void Imports_are_summed_where_they_land()
    {
        // One day away: what left on 10 February lands on the 11th, so 10 t/d for 11 days.
        var result = Run(Halt + "backtest: {counted: arrivals}\n", Sketch.Observed(("2026-02", "Japan", 110)));
        Expect([110, 0], result.Destinations[0].Simulated);
        Assert.Equal("Japan", result.Main.Name);
    }

    [Fact]
    public void The_season_multiplies_what_the_run_says()
    {
        // February twice as strong as other months: mean by days (337 + 2 x 28) / 365 = 393 / 365.
        var result = Run(Halt + "backtest: {seasonality: [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}\n", Sketch.Observed(("2026-02", "World", 300)));
        Expect([296 * 2 * 365.0 / 393, 217 * 365.0 / 393], result.World.Simulated);
    }

    [Fact]
    public void Destinations_are_matched_by_code_and_by_any_name()
    {
        var observed = Sketch.Observed(
            ("2026-02", "US", 1), ("2026-02", "S. Korea", 2), ("2026-02", "Germany", 3), ("2026-02", "Atlantis", 4), ("2026-03", "Japan", 5));
        var result = Run(Halt, observed);
        Assert.Equal(["Japan", "S. Korea", "US"], result.Destinations.Select(d => d.Name));
        Assert.Equal([1, double.NaN], result.Destinations[2].Observed);
        Assert.Equal([double.NaN, 5], result.Destinations[0].Observed);
        Assert.Equal(["Atlantis", "Germany"], result.Unmatched);
    }

    [Fact]
    public void The_first_consumer_to_run_dry_is_found_by_country()
    {
        // The last goods for Japan leave before 11 February and land before the 12th; three days of cover last to the 15th. Others get all.
        var first = Assert.Single(Run(Halt, Sketch.Observed(("2026-02", "World", 1))).FirstDry);
        Assert.Equal(new FirstDry("JP", "jp", new DateTime(2026, 2, 15)), first);
    }

    [Fact]
    public void A_duty_is_no_export_control()
    {
        // The duty begins in January, the ban in February: judged from February on. Without the ban nobody's exports are looked at.
        const string Duty = "  - {type: tariff, by: China, rate: 10 USD/t, from: 2026-01-06}\n";
        Assert.Equal(new DateTime(2026, 2, 1), Judged(Halt.TrimEnd() + "\n" + Duty).From);
        Assert.Empty(ExportLanes.Of(Sketch.Of("start: 2026-01-06\nuntil: 2026-04-01\nshocks:\n" + Duty).Prepared).Destinations);

        static JudgedMonths Judged(string scenario) => JudgedMonths.Of(Sketch.Of(scenario).Prepared, new());
    }

    private static void Expect(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 6));
}
