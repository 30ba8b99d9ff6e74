using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Analysis.Calibration;
using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Tests.Backtests;

/// <summary>What the back-tests of the repository have to show.</summary>
public sealed class CommittedTests
{
    private static readonly Lazy<Backtest> Licensing = new(() => Run("magnet-licensing-2025.yaml", "magnet-exports.csv"));

    private static Backtest Run(string scenario, string observed)
    {
        var loaded = Sketch.Committed(scenario);
        return Backtest.Of(loaded.Prepared, loaded.Spec.Backtest!, Sketch.CommittedObserved(observed));
    }

    [Fact]
    public void Licensing_2025_every_month_within_15_per_cent()
    {
        var (months, world) = (Licensing.Value.Months, Licensing.Value.World);
        var judged = Enumerable.Range(0, months.Count).Where(m => Licensing.Value.IsJudged[m]).ToArray();
        Assert.Equal(9, judged.Length);
        Assert.All(judged, m =>
            Assert.True(
            Math.Abs((world.Simulated[m] / world.Observed[m]) - 1) <= 0.15, $"{months[m]}: {world.Simulated[m]} t, observed {world.Observed[m]} t"));
    }

    [Fact]
    public void Licensing_2025_falls_to_a_quarter_in_May_is_back_by_July_and_overshoots_by_September()
    {
        var shape = Licensing.Value.World.SimulatedShape!.Value;
        Assert.Equal(new Month(2025, 5), shape.Trough);
        Assert.InRange(shape.Depth, 0.2, 0.3);
        Assert.True(shape.Recovery <= new Month(2025, 7));
        foreach (var month in (Month[])[new(2025, 8), new(2025, 9)])
        {
            var m = Licensing.Value.Months.ToList().IndexOf(month);
            Assert.True(Licensing.Value.World.Simulated[m] > Licensing.Value.World.Normal[m]);
        }
    }

    [Fact]
    public void Licensing_2025_holds_under_other_draws()
    {
        // What is fitted must not hang on who was lucky: with four other draws no month is off by more than a fifth.
        var loaded = Sketch.Committed("magnet-licensing-2025.yaml");
        var season = new Seasonality(loaded.Spec.Backtest!.Seasonality);
        var runs = Enumerable.Range(100, 4).Select(k => MonthlyExports.Of(loaded.Prepared.WithReplication(k).Run(), ExportLanes.Of(loaded.Prepared), season))
            .ToArray();
        var simulated = MonthlyExports.Mean(runs).World;
        var world = Licensing.Value.World;
        for (var m = 0; m < simulated.Length; m++)
        {
            if (Licensing.Value.IsJudged[m])
            {
                Assert.InRange(simulated[m] / world.Observed[m], 0.8, 1.2);
            }
        }
    }

    [Fact]
    public void Licensing_2025_gives_the_same_numbers_again()
    {
        var again = Run("magnet-licensing-2025.yaml", "magnet-exports.csv");
        Assert.Equal(Licensing.Value.World.Simulated, again.World.Simulated);
        Assert.Equal(Licensing.Value.Record.TraceHash, again.Record.TraceHash);
    }

    [Fact]
    public void Licensing_2025_has_the_season_of_2024()
    {
        var rows = Sketch.CommittedObserved("magnet-exports.csv").Rows.Where(r => r.Destination == ObservedFile.World && r.Month.Year == 2024)
            .ToDictionary(r => r.Month.Number, r => r.Tonnes);
        var season = Seasonality.Smoothed([.. Enumerable.Range(1, 12).Select(month => rows[month])], 2024);
        Assert.All(season.Factors.Zip(Sketch.Committed("magnet-licensing-2025.yaml").Spec.Backtest!.Seasonality), f => Assert.Equal(f.First, f.Second, 0.0005));
    }

    [Fact]
    public void Licensing_2025_fits_at_most_six_values_each_with_meaning_range_and_source()
    {
        var scenario = Sketch.Committed("magnet-licensing-2025.yaml").Spec;
        Assert.InRange(CalibrationParameter.Of(scenario).Count, 1, 6);
        Assert.All(
            scenario.Uncertain.Where(u => u.Uniform.Count == 2), u => Assert.True(u.Base is not null && u.Note is not null && u.Source is not null, u.Set));
    }

    [Fact]
    public void Japan_2010_has_its_trough_one_to_two_months_after_the_start()
    {
        // The embargo begins on 21 September; imports were lowest in November.
        var japan = Run("japan-2010.yaml", "japan-imports-2010.csv").Main;
        Assert.Equal("Japan", japan.Name);
        Assert.Equal(new Month(2010, 11), japan.ObservedShape!.Value.Trough);
        Assert.Equal(new Month(2010, 11), japan.SimulatedShape!.Value.Trough);
        Assert.Equal(new Month(2011, 1), japan.SimulatedShape!.Value.Recovery);
    }
}
