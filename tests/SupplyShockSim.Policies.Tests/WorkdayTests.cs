using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Reviews that are counted in workdays. The runs begin on Thursday, 1 January 2026.</summary>
public sealed class WorkdayTests
{
    private static DurationDistribution Workdays(double days) => DurationDistribution.FixedDays(days) with { InWorkdays = true };

    private static ExportLicence Licence(double workdays, double from = 0) => new() { By = ["CN"], From = Day(from), Review = Workdays(workdays) };

    private static double GrantedOn(ExportLicence licence)
    {
        var run = Runs.Run(Chain(), 200, [licence]);
        return run.Log.Single(e => e.Kind == LogKind.LicenceGranted).Time.Days;
    }

    [Theory]
    [InlineData(0, 1, 1)] // Thursday
    [InlineData(0, 2, 2)] // Thursday and Friday
    [InlineData(0, 3, 5)] // and Monday, which ends when day 5 begins
    [InlineData(0, 45, 63)] // nine weeks of five
    [InlineData(1.5, 1, 4.5)] // half of Friday and half of Monday
    [InlineData(2.5, 1, 5)] // filed on Saturday: Monday
    [InlineData(0, 0.25, 0.25)]
    public void A_span_counts_Monday_to_Friday(double from, double workdays, double day) => Assert.Equal(day, GrantedOn(Licence(workdays, from)));

    [Fact]
    public void Other_weeks_and_holidays_are_counted_as_told()
    {
        Assert.Equal(5, GrantedOn(Licence(4) with { Workweek = WorkWeek.MondayToSaturday })); // Thursday, Friday, Saturday, Monday
        Assert.Equal(4, GrantedOn(Licence(2) with { Workweek = WorkWeek.SundayToThursday })); // Thursday, Sunday
        Assert.Equal(6, GrantedOn(Licence(3) with { Holidays = [new DateTime(2026, 1, 2)] })); // Thursday, Monday, Tuesday
    }

    [Fact]
    public void Nothing_to_count_passes_at_once() => Assert.Equal(2.5, GrantedOn(Licence(0, 2.5)));

    [Fact]
    public void A_renewal_is_filed_as_many_days_ahead_as_a_mean_review_takes()
    {
        // Granted on day 7 (5 workdays from a Thursday), valid for 70 days, to day 77; 5 workdays are a week, so it is filed on day 70.
        var run = Runs.Run(Chain(), 80, [Licence(5) with { Validity = Days(70) }]);
        Assert.Equal([0.0, 70], run.Log.Where(e => e.Kind == LogKind.LicenceApplied).Select(e => e.Time.Days));
    }

    [Fact]
    public void The_sentence_says_which_days_are_counted()
    {
        Assert.Contains("a review takes 45 workdays on average (Monday to Friday), and", Licence(45).Summary, StringComparison.Ordinal);
        Assert.Contains(
            "1 workday on average (Sunday to Thursday less 2 holidays)",
            (Licence(1) with { Workweek = WorkWeek.SundayToThursday, Holidays = [new DateTime(2026, 1, 2), new DateTime(2026, 1, 5)] }).Summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_without_workdays_is_refused()
    {
        var licence = new ExportLicence { By = ["CN"], Review = DurationDistribution.FixedDays(10) };
        Assert.Equal("shocks[0].holidays", Fault(licence with { Holidays = [new DateTime(2026, 1, 2)] }));
        Assert.Equal("shocks[0].workweek", Fault(licence with { Workweek = WorkWeek.MondayToFriday }));

        static string Fault(ExportLicence licence)
        {
            var problems = new List<Problem>();
            PreparedRun.Prepare(new RunSpec { Network = Chain(), Start = Runs.Start, Horizon = Days(30), Shocks = [licence] }, problems);
            var problem = Assert.Single(problems);
            Assert.Equal("SS433", problem.Code);
            return problem.Path;
        }
    }
}
