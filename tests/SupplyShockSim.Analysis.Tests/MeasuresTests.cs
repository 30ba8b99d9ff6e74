using CsCheck;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Analysis.Tests;

public class MeasuresTests
{
    // Two Japanese rows and one German; the ban from day 10 to 60 costs cars 3 t/d from day 20 to 40 and wind 1 t/d from day 30 to 50.
    private static RunRecord Record() => new RecordBuilder()
        .Consumer("cars", "JP", "magnet", 10, "automotive", cohorts: 2)
        .Maker("cn-plant", "CN", "magnet", 12)
        .Maker("jp-plant", "JP", "magnet", 4)
        .Consumer("radars", "DE", "magnet", 1, "defence")
        .Consumer("wind", "JP", "magnet", 5, "wind", coefficient: 0.5)
        .Lane("cn-plant", "cars/1", 5)
        .Lane("cn-plant", "cars/2", 5)
        .Lane("cn-plant", "radars", 1)
        .Lane("jp-plant", "wind", 2.5)
        .Bloc("allies", "JP", "DE")
        .Bloc("empty", "FR")
        .Control("late", "export-ban", "", null, (15, 60))
        .Control("halt", "export-ban", "", null, (12, 14), (10, 11))
        .Rate("activity", "cars/1", (0, 5), (20, 2), (40, 5))
        .Rate("activity", "wind", (0, 5), (30, 3), (50, 5))
        .Rate("activity", "cn-plant", (0, 12), (25, 6))
        .Rate("arrivals", "cn-plant>cars/1", (0, 5), (17, 0), (60, 5))
        .Build();

    [Fact]
    public void A_row_is_the_sum_of_its_cohorts()
    {
        var cars = Measures.Of(Record()).Consumers[0];

        Assert.Equal(0, cars.Row);
        Assert.Equal(1000, cars.Service.DemandTotal); // 2 cohorts * 5 t/d * 100 d
        Assert.Equal(60, cars.Service.ShortfallTotal); // 3 t/d * 20 d in the first cohort
        Assert.Equal([60.0, 0.0], cars.Cohorts.Select(c => c.Service.ShortfallTotal));
        Assert.Equal(0.88, cars.Cohorts[0].Service.ServiceLevel, 12); // 1 - 60 / 500
        Assert.Equal(6, cars.Service.ResilienceLossDays, 12); // 3/10 * 20 d
        Assert.Equal(12, cars.Cohorts[0].Service.ResilienceLossDays, 12); // 3/5 * 20 d
    }

    [Fact]
    public void A_row_that_was_not_split_has_no_cohorts() => Assert.Empty(Measures.Of(Record()).Consumers[1].Cohorts);

    [Fact]
    public void A_commodity_counts_by_its_coefficient()
    {
        var wind = Measures.Of(Record()).Consumers[2];

        Assert.Equal(250, wind.Service.DemandTotal); // 5 t/d * 0.5 * 100 d
        Assert.Equal(20, wind.Service.ShortfallTotal); // 2 t/d * 0.5 * 20 d
        Assert.Equal("wind", wind.EndUse);
    }

    [Fact]
    public void Countries_blocs_and_commodities_add_their_consumers()
    {
        var m = Measures.Of(Record());

        // Germany (0: CN, 1: DE, 2: JP) is not short; Japan is short 60 + 20 t from day 20 to 50, at most 3 + 1 t/d.
        Assert.Equal([1, 2], m.Countries.Select(c => c.Group));
        Assert.Equal([0.0, 80.0], m.Countries.Select(c => c.Service.ShortfallTotal));
        Assert.Equal(4, m.Countries[1].Service.ShortfallPeak);
        Assert.Equal(30, m.Countries[1].Service.ShortfallPeakDay);
        Assert.Equal(50, m.Countries[1].Service.LastShortfallDay);
        Assert.Equal(80, Assert.Single(m.Blocs).Service.ShortfallTotal);
        Assert.Equal(80, Assert.Single(m.Commodities).Service.ShortfallTotal);
        Assert.Equal(1350, m.Totals.Service.DemandTotal); // 1000 + 100 + 250
        Assert.Equal(80, m.Totals.Service.ShortfallTotal);
    }

    [Fact]
    public void The_first_control_is_the_earliest_window_of_any()
    {
        var m = Measures.Of(Record());

        Assert.Equal(10, m.FirstControl?.Days);
        Assert.Equal(10, m.Totals.Service.TimeToSurviveDays); // day 20 - day 10
        Assert.Equal(40, m.Totals.Service.TimeToRecoverDays); // day 50 - day 10
    }

    [Fact]
    public void Structure_is_measured_in_the_baseline_and_at_the_worst_moment()
    {
        var m = Measures.Of(Record());

        Assert.Equal(30, m.WorstMoment?.Days); // 3 + 1 t/d
        // Baseline production 12 in China, 4 in Japan: 75 % and 25 %, 5625 + 625. At day 30 China makes 6: 60 % and 40 %.
        var stage = Assert.Single(m.Concentration);
        Assert.Equal(6250, stage.Baseline.Hhi, 9);
        Assert.Equal(0.75, stage.Baseline.LargestShare);
        Assert.Equal(5200, stage.Worst!.Hhi, 9);
        // Japan: makes 4, imports 10 of 14 in the baseline; 5 of 9 on day 30. Germany imports all. China consumes 12 - 11.
        Assert.Equal([(0, 0.0), (1, 1.0), (2, 10 / 14.0)], m.Reliance.Select(r => (r.Country, r.Baseline)));
        Assert.Equal(5 / 9.0, m.Reliance[2].Worst!.Value, 12);
    }

    [Fact]
    public void Mass_balance_is_the_worst_account()
    {
        // 100 + 50 + 1000 - 900 - 200 - 50 = 0
        Assert.Equal(0, Measures.Of(Record()).MassBalance);
        Assert.Equal(0.1, new MassAccount(0, 0, 0, 10, 9, 0, 0, 0).RelativeError, 12);
    }

    [Fact]
    public void Totals_alone_are_measured_by_country_and_dust_is_left_out()
    {
        // Japan short 4 t/d from day 20 to 30 = 40 t; afterwards 1e-12 t/d are left of adding up, which is no shortfall.
        var full = Record();
        var totals = Measures.Of(new RunRecord
        {
            Network = full.Network,
            Start = full.Start,
            End = full.End,
            Events = 2,
            TraceHash = 0,
            Mass = full.Mass,
            Controls = full.Controls,
            Log = [],
            Recorded = RecordScope.Totals,
            Activity = [.. full.Activity.Select(_ => (RateSeries?)null)],
            Demand = [.. full.Demand.Select(_ => (RateSeries?)null)],
            Capacity = [.. full.Capacity.Select(_ => (RateSeries?)null)],
            Stock = [.. full.Stock.Select(_ => (LevelSeries?)null)],
            Dispatch = [.. full.Dispatch.Select(_ => (RateSeries?)null)],
            Arrivals = [.. full.Arrivals.Select(_ => (RateSeries?)null)],
            Totals = [new CountrySeries(2, 0, RecordBuilder.Series((0, 12.5)), RecordBuilder.Series((0, 0), (20, 4), (30, 1e-12)))],
        });

        Assert.Empty(totals.Consumers);
        Assert.Equal(40, Assert.Single(totals.Countries).Service.ShortfallTotal);
        Assert.Equal(30, totals.Totals.Service.LastShortfallDay);
        Assert.Equal(1250, totals.Totals.Service.DemandTotal);
        Assert.Equal(20, totals.WorstMoment?.Days);
        Assert.All(totals.Concentration, c => Assert.Null(c.Worst));
    }

    [Fact]
    public void Parts_and_wholes_agree_for_any_shortfall()
    {
        // For every pair of shortfall histories: totals add up, a whole peaks no higher than its parts together, and starts with the first.
        var history = Gen.Int[0, 10].Array[0, 50].Select(values => RecordBuilder.Series([(0, 10), .. values.Select((v, i) => (i + 1.0, (double)v))]));
        Gen.Select(history, history).ForAll(pair =>
        {
            var end = SimTime.FromDays(60);
            NeedSeries Need(RateSeries shortfall) => new(RecordBuilder.Series((0, 10)), shortfall);
            var (a, b) = (ServiceMeasures.Of(Need(pair.Item1), null, end), ServiceMeasures.Of(Need(pair.Item2), null, end));
            var whole = ServiceMeasures.Of(NeedSeries.Sum([Need(pair.Item1), Need(pair.Item2)]), null, end);
            return Math.Abs(whole.ShortfallTotal - a.ShortfallTotal - b.ShortfallTotal) < 1e-9
                && whole.ShortfallPeak <= a.ShortfallPeak + b.ShortfallPeak
                && whole.ShortfallPeak >= Math.Max(a.ShortfallPeak, b.ShortfallPeak)
                && whole.LastShortfallDay == Math.Max(a.LastShortfallDay ?? 0, b.LastShortfallDay ?? 0);
        });
    }
}
