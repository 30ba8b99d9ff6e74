using CsCheck;
using SupplyShockSim.Engine;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Analysis.Tests;

public class CellMeansTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void A_rate_that_changes_within_a_cell_is_averaged_by_time()
    {
        // Week 1: 10 for 5 d, 3 for 2 d = 56/7. Week 2: 3 throughout. Rest (1 d): 3.
        var means = Weeks(15);
        means.Add(RecordBuilder.Series((0, 10), (5, 3)));

        Assert.Equal([8, 3, 3], means.Values);
    }

    [Fact]
    public void Changes_at_the_edges_of_cells_belong_to_the_cell_they_begin()
    {
        var means = Weeks(14);
        means.Add(RecordBuilder.Series((0, 1), (7, 2)));

        Assert.Equal([1, 2], means.Values);
    }

    [Fact]
    public void A_level_is_averaged_along_its_line()
    {
        // 70 t, falling 10 t/d to 0 on day 7: mean 35. Then 0; on day 10 a jump to 8 until day 14: 8 * 4 / 7.
        var level = new LevelSeries();
        level.Append(SimTime.Zero, 70, -10);
        level.Append(SimTime.FromDays(7), 0, 0);
        level.Append(SimTime.FromDays(10), 8, 0);
        var means = Weeks(14);
        means.Add(level);

        Assert.Equal(35, means.Values[0], 12);
        Assert.Equal(32 / 7.0, means.Values[1], 12);
    }

    [Fact]
    public void Before_its_first_breakpoint_a_series_is_zero()
    {
        var means = Weeks(7);
        means.Add(RecordBuilder.Series((6, 7)));

        Assert.Equal([1], means.Values);
    }

    [Fact]
    public void Series_add_up_with_their_factors()
    {
        var means = Weeks(7);
        means.Add(RecordBuilder.Series((0, 4)), 0.5);
        means.Add(3);

        Assert.Equal([5], means.Values);
    }

    [Fact]
    public void Totals_do_not_depend_on_the_grid()
    {
        // Any history of up to 100 changes on odd seconds: means times lengths are the integral, on every grid.
        var changes = Gen.Int[0, 1000].Array[0, 100].Select(values =>
        {
            var series = new RateSeries();
            foreach (var (v, i) in values.Select((v, i) => (v, i)))
            {
                series.Append(SimTime.FromSeconds(i * 77_777L), v / 7.0);
            }

            return series;
        });
        Gen.Select(changes, Gen.Int[1, 200]).ForAll(drawn =>
        {
            var (series, days) = drawn;
            var end = SimTime.FromSeconds(days * 86_400L - 4_321);
            var total = series.Integral(SimTime.Zero, end);
            return new[] { SeriesGrid.Day, SeriesGrid.Week, SeriesGrid.Month }.All(grid =>
            {
                var cells = Cells.Of(grid, Start, end);
                var means = new CellMeans(cells);
                means.Add(series);
                var sum = means.Values.Select((m, i) => m * (cells.Edges[i + 1] - cells.Edges[i]).Days).Sum();
                return Math.Abs(sum - total) <= 1e-11 * Math.Max(1, total);
            });
        });
    }

    [Fact]
    public void Levels_agree_with_their_series_cell_by_cell()
    {
        var lines = Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50]).Array[0, 100].Select(values =>
        {
            var series = new LevelSeries();
            foreach (var ((level, rate), i) in values.Select((v, i) => (v, i)))
            {
                series.Append(SimTime.FromSeconds(i * 33_333L), level, rate - 25);
            }

            return series;
        });
        lines.ForAll(series =>
        {
            var cells = Cells.Of(SeriesGrid.Day, Start, SimTime.FromDays(20.3));
            var means = new CellMeans(cells);
            means.Add(series);
            return means.Values.Select((m, i) => Math.Abs(m - series.Mean(cells.Edges[i], cells.Edges[i + 1]))).All(error => error < 1e-9);
        });
    }

    private static CellMeans Weeks(double days) => new(Cells.Of(SeriesGrid.Week, Start, SimTime.FromDays(days)));
}
