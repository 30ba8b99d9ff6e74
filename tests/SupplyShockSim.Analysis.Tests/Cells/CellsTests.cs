using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Tests;

public class CellsTests
{
    private static readonly DateTime Start = new(2026, 1, 20, 0, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void Weeks_count_from_the_start_and_the_last_ends_with_the_horizon() => Assert.Equal([0, 7, 14, 16.5], Days(SeriesGrid.Week, 16.5));

    [Fact]
    public void Days_are_whole_days() => Assert.Equal([0, 1, 2], Days(SeriesGrid.Day, 2));

    [Fact]
    public void Months_are_calendar_months_and_the_first_may_be_short() =>
        // 20 January + 12 d = 1 February, + 28 d = 1 March 2026, + 31 d = 1 April
        Assert.Equal([0, 12, 40, 71, 80], Days(SeriesGrid.Month, 80));

    [Fact]
    public void A_start_within_a_day_reaches_midnight_of_the_next_month() =>
        Assert.Equal(
            [0, 0.25, 1],
            Cells.Of(SeriesGrid.Month, new DateTime(2026, 1, 31, 18, 0, 0, DateTimeKind.Unspecified), SimTime.FromDays(1)).Edges.Select(e => e.Days));

    [Fact]
    public void A_run_without_length_has_no_cells() => Assert.Equal(0, Cells.Of(SeriesGrid.Day, Start, SimTime.Zero).Count);

    [Fact]
    public void Equal_cells_cover_the_horizon() => Assert.Equal([0, 2.5, 5, 7.5, 10], Cells.Equal(4, SimTime.FromDays(10)).Edges.Select(e => e.Days));

    private static IEnumerable<double> Days(SeriesGrid grid, double days) => Cells.Of(grid, Start, SimTime.FromDays(days)).Edges.Select(e => e.Days);
}
