using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Analysis.Tests.Service;

public class LoggedShortfallsTests
{
    // Cars are two cohorts, both short; toys change from a crumb (a ten-billionth of their demand) to half of it; wind has the crumb alone; radars are the
    // first of Germany.
    private static RunRecord Record() => new RecordBuilder()
        .Consumer("cars", "JP", "magnet", 10, cohorts: 2)
        .Consumer("radars", "DE", "magnet", 1)
        .Consumer("toys", "JP", "magnet", 10)
        .Consumer("wind", "JP", "magnet", 10)
        .Log(5, LogKind.ShortfallStarted, SubjectKind.Site, "wind", 0, 1e-9)
        .Log(6, LogKind.ShortfallStarted, SubjectKind.Site, "toys", 0, 1e-9)
        .Log(7, LogKind.ActivityFell, SubjectKind.Site, "wind", 10, 5)
        .Log(8, LogKind.ShortfallStarted, SubjectKind.Site, "cars/2", 0, 1)
        .Log(9, LogKind.ShortfallStarted, SubjectKind.Site, "cars/1", 0, 1)
        .Log(10, LogKind.ShortfallChanged, SubjectKind.Site, "toys", 1e-9, 5)
        .Log(11, LogKind.ShortfallStarted, SubjectKind.Site, "radars", 0, 1)
        .Log(12, LogKind.ShortfallEnded, SubjectKind.Site, "radars", 1, 0)
        .Build();

    [Fact]
    public void Rows_are_counted_once_and_dust_not_at_all() => Assert.Equal(3, LoggedShortfalls.Count(Record()));

    [Fact]
    public void The_first_is_that_of_all_or_of_a_country()
    {
        Assert.Equal(8, LoggedShortfalls.First(Record())?.Time.Days);
        Assert.Equal(11, LoggedShortfalls.First(Record(), country: 0)?.Time.Days); // DE, then JP
        Assert.Equal(8, LoggedShortfalls.First(Record(), country: 1)?.Time.Days);
    }

    [Fact]
    public void Nobody_is_short_in_a_log_that_says_nothing_of_it()
    {
        var quiet = new RecordBuilder().Consumer("cars", "JP", "magnet", 10).Build();

        Assert.Equal(0, LoggedShortfalls.Count(quiet));
        Assert.Null(LoggedShortfalls.First(quiet));
    }
}
