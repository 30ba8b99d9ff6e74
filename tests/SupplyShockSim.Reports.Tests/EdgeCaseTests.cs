using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests;

/// <summary>Runs that have little or odd in them still leave a whole folder.</summary>
public class EdgeCaseTests
{
    [Fact]
    public void A_network_without_consumers() => Assert.Contains("no consumers", Report(new RecordBuilder().Maker("plant", "CN", "magnet", 1)));

    [Fact]
    public void A_consumer_that_needs_nothing() =>
        Assert.Contains("the only consumer gets what it needs", Report(new RecordBuilder().Consumer("cars", "JP", "magnet", 0)));

    [Fact]
    public void A_run_of_an_hour_from_the_middle_of_a_day()
    {
        var builder = new RecordBuilder { EndDay = 1 / 24.0, Start = new DateTime(2026, 12, 31, 23, 30, 0, DateTimeKind.Unspecified) }
            .Consumer("cars", "JP", "magnet", 24).Rate("activity", "cars", (0, 24), (0.5 / 24, 0));

        // Half an hour at 24 t/d = 0.5 t
        Assert.Contains("In all 0.5 t are missing: 50 % of all demand of the run", Report(builder));
    }

    [Fact]
    public void A_control_that_never_comes_into_force() =>
        Assert.Contains(
            "never within the run", Report(new RecordBuilder().Consumer("cars", "JP", "magnet", 1).Control("late", "export-ban", "China bans", null)));

    [Fact]
    public void A_control_in_force_before_and_after_the_run() =>
        Assert.Contains(
            "2026-01-01 to the end", Report(new RecordBuilder().Consumer("cars", "JP", "magnet", 1).Control("always", "tariff", "A tariff", null, (0, 1e6))));

    [Fact]
    public void Demand_that_stops_and_comes_back()
    {
        var builder = new RecordBuilder().Consumer("cars", "JP", "magnet", 10, coverDays: 5)
            .Rate("demand", "cars", (0, 10), (20, 0), (40, 10)).Rate("activity", "cars", (0, 10), (20, 0), (40, 8), (50, 10));

        // 2 t/d short over 10 d, of 10 t/d over 80 d
        Assert.Contains("In all 20 t are missing: 2.5 % of all demand of the run", Report(builder));
    }

    [Fact]
    public void The_longest_run_a_calendar_allows()
    {
        var builder = new RecordBuilder { EndDay = 365_000, Start = new DateTime(8900, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) }.Consumer(
            "cars", "JP", "magnet", 1);
        Assert.Contains("Nobody runs short", Report(builder));
    }

    [Theory]
    [InlineData(RecordScope.Consumers)]
    [InlineData(RecordScope.Totals)]
    public void Little_of_which_little_was_recorded(RecordScope recorded)
    {
        Assert.Contains("no consumers", Report(new RecordBuilder { Recorded = recorded }.Maker("plant", "CN", "magnet", 1)));
        Assert.Contains("the only consumer gets what it needs", Report(new RecordBuilder { Recorded = recorded }.Consumer("cars", "JP", "magnet", 0)));
        Assert.Contains(
            "In all 20 t are missing",
            Report(new RecordBuilder { Recorded = recorded }.Consumer("cars", "JP", "magnet", 1).Rate("activity", "cars", (0, 1), (60, 0.5))));
    }

    [Fact]
    public void A_shortfall_too_small_for_the_totals_is_still_told()
    {
        // 1e-7 t/d of a country that needs 1000: a billionth is 1e-6, so its total counts as none.
        var output = SampleRuns.Output("crumb", new RecordBuilder { Recorded = RecordScope.Totals }
            .Consumer("cars", "JP", "magnet", 1000).Consumer("toys", "JP", "magnet", 1e-7)
            .Rate("activity", "toys", (0, 1e-7), (10, 0))
            .Log(10, LogKind.ShortfallStarted, SubjectKind.Site, "toys", 0, 1e-7));

        Assert.Equal("1 consumer runs short out of 2, by so little that totals do not show it.", TerminalSummary.Of(output.Record, output.Measures).Headline);
    }

    private static string Report(RecordBuilder builder)
    {
        using var place = new TemporaryFolder();
        var output = SampleRuns.Output("edge", builder);
        RunFolder.Write(place["run"], output);
        var terminal = TerminalSummary.Of(output.Record, output.Measures);
        Assert.NotEmpty(terminal.Headline);
        return File.ReadAllText(Path.Combine(place["run"], "report.html"));
    }
}
