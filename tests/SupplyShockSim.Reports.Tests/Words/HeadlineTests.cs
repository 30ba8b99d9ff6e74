using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests.Words;

public class HeadlineTests
{
    [Fact]
    public void It_says_who_is_first_how_much_is_missing_who_loses_most_and_when_it_ends() => Assert.Equal(
        "2 consumers run short out of 3. Japan, automotive is the first, on 9 March 2026 (day 67, 37 days after the first control came into force). "
        + "In all 455 t are missing: 40.5 % of what Japan needs "
        + "while controls are in force and 11.2 % of all demand of the run; at most 9.5 t/d. Japan, automotive loses most, 420 t (14 % of its demand). "
        + "The last shortfall ends on 8 May 2026 (day 127).",
        Of(SampleRuns.Halt()));

    [Fact]
    public void It_says_that_nobody_is_short() => Assert.Equal("Nobody runs short: the only consumer gets what it needs throughout.", Of(SampleRuns.Quiet()));

    [Fact]
    public void It_says_that_demand_is_still_not_met() => Assert.EndsWith("At the end of the run demand is still not met.", Of(SampleRuns.OneConsumer()));

    [Fact]
    public void Totals_alone_are_told_by_country_with_what_the_log_knows() => Assert.Equal(
        "3 consumers run short out of 5, in 2 countries. Japan, automotive in Japan is the first, on 21 January 2026 (day 20, 10 days after the first "
        + "control came into force). "
        + "In all 150 t are missing: 32.3 % of what Japan and United States need "
        + "while controls are in force and 9.09 % of all demand of the run; at most 5 t/d. Japan loses most, 130 t (9.63 % of its demand). "
        + "At the end of the run demand is still not met.",
        Of(SampleRuns.Totals()));

    [Fact]
    public void Totals_alone_say_that_nobody_is_short() =>
        Assert.Equal("Nobody runs short: the only consumer gets what it needs throughout.", Of(SampleRuns.Quiet(RecordScope.Totals)));

    private static string Of(RunOutput output) => Headline.Of(output.Record, output.Measures);
}
