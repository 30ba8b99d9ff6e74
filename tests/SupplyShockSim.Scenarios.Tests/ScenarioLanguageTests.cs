using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Dated exemptions, amounts relative or in tonnes, workdays: how they are read, told and written back.</summary>
public class ScenarioLanguageTests
{
    private static ControlSpec Shock(string keys) => Assert.Single(Reading.Valid(Of(keys)).Spec.Shocks);

    private static string Of(string keys) => Reading.Small + "shocks: [{name: it, " + keys + "}]\n";

    private static string Told(string keys) => Reading.Printed(Reading.Text(Of(keys)).Diagnostics);

    /// <summary>What a shock is written as in the resolved scenario, which reads back as the same text.</summary>
    private static string Resolved(string keys)
    {
        var text = Reading.Valid(Of(keys)).Resolved();
        Assert.Equal(text, Reading.Valid(text).Resolved());
        return text;
    }

    [Fact]
    public void An_exemption_is_a_name_or_a_map()
    {
        var ban = (ExportBan)Shock("type: export-ban, exempt: [Korea, {to: Japan, from: 30 d}, {of: [magnet], endUse: defence, until: 2026-06-01}]");
        Assert.Equal("Korea", ban.Exempt[0].Name);
        Assert.Equal(("Japan", When.After(SupplyShockSim.Engine.SimDuration.FromDays(30)), null),
            (ban.Exempt[1].To[0], ban.Exempt[1].From, ban.Exempt[1].Until));
        Assert.Equal(("magnet", "defence", true), (ban.Exempt[2].Of[0], ban.Exempt[2].EndUse[0], ban.Exempt[2].IsDated));
        Assert.Equal("Korea", Assert.Single(((ExportBan)Shock("type: export-ban, exempt: Korea")).Exempt).Name);
    }

    [Fact]
    public void An_exemption_reads_back() => Assert.Contains(
        "exempt: [Korea, {to: [Japan], from: 30 d}, {of: [magnet], until: 2026-06-01}]",
        Resolved("type: export-ban, exempt: [Korea, {to: Japan, from: 30 d}, {of: magnet, until: 2026-06-01}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("exempt: [{from: 30 d}]", "s.yaml:16:48: error SS202: the exemption says whom in none of `to`, `of` and `endUse`")]
    [InlineData("exempt: [{to: Japan, form: 30 d}]", "s.yaml:16:60: error SS201: there is no key 'form' here")]
    [InlineData("exempt: [{to: [], from: 30 d}]", "s.yaml:16:53: error SS210: 'to' names nothing")]
    [InlineData("exempt: [[Japan]]", "s.yaml:16:48: error SS203: a list stands here, expected a name, or a map such as {to: Japan, from: 30 d}")]
    public void What_is_wrong_with_an_exemption_is_told_at_its_place(string keys, string told) =>
        Assert.StartsWith(told, Told("type: export-ban, " + keys), StringComparison.Ordinal);

    [Theory]
    [InlineData("150 t", "150 t")]
    [InlineData("150", "150 t")]
    [InlineData("0.15 kt", "150 t")]
    [InlineData("50 %", "50 %")]
    [InlineData("x0.5", "50 %")]
    public void The_amount_of_a_quota_is_a_mass_or_a_share(string written, string resolved) =>
        Assert.Contains($"amount: {resolved}, period", Resolved($"type: export-quota, amount: {written}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("150 %", "150 %")]
    [InlineData("1.5", "150 %")]
    [InlineData("3.65 kt/yr", "10 t/d")]
    public void What_a_demand_goes_to_is_a_multiple_or_a_flow(string written, string resolved)
    {
        Assert.Contains($"to: {resolved}", Resolved($"type: demand-change, of: magnet, to: {written}"), StringComparison.Ordinal);
        Assert.Contains(
            $"schedule: [{{at: 10 d, to: {resolved}}}]", Resolved($"type: demand-change, of: magnet, schedule: [{{at: 10 d, to: {written}}}]"),
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: export-quota, amount: 5 d", "SS204: '5 d' is a duration, expected a mass such as 150 t, or a share of the baseline such as 50 %")]
    [InlineData("type: export-quota, amount: +50 %", "SS207: '+50 %' has a sign")]
    [InlineData("type: demand-change, to: 5 t", "SS204: '5 t' is a mass, expected a multiple of the baseline such as 150 %, or a mass flow such as 12 kt/yr")]
    [InlineData("type: demand-change, to: 120", "SS207: '120' would be 12000 %")]
    public void Other_dimensions_are_refused(string keys, string told) => Assert.Contains(told, Told(keys), StringComparison.Ordinal);

    [Fact]
    public void A_review_may_be_counted_in_workdays_and_the_resolved_text_states_the_calendar()
    {
        var licence = (ExportLicence)Shock("type: export-licence, review: 45 workdays");
        Assert.True(licence.Review.Else.InWorkdays);
        Assert.Contains("review: 45 workdays, workweek: monday-to-friday", Resolved("type: export-licence, review: 45 workdays"), StringComparison.Ordinal);
        Assert.Contains(
            "review: {triangular: [30 workdays, 45 workdays, 60 workdays]}, workweek: sunday-to-thursday, holidays: [2026-02-16]",
            Resolved("type: export-licence, review: {triangular: [30 workdays, 45 workdays, 60 workdays]}, workweek: sunday-to-thursday, holidays: 2026-02-16"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("workweek", Resolved("type: export-licence, review: 45 d"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review: {uniform: [30 d, 45 workdays]}", "SS204: '30 d' is a duration, expected a span in workdays as the others")]
    [InlineData("review: {uniform: [30, 45 workdays]}", "SS204: '30' has no unit, expected a span in workdays as the others")]
    [InlineData("review: 45 d, reapply: 10 workdays", "SS204: '10 workdays' is a span in workdays, expected a duration such as 45 d")]
    public void Workdays_and_days_are_not_mixed_up(string keys, string told) =>
        Assert.Contains(told, Told("type: export-licence, " + keys), StringComparison.Ordinal);

    [Fact]
    public void Only_what_counts_workdays_takes_them()
    {
        var text = Reading.Small.Replace("cover: 30 d, endUse", "cohorts: {cover: {uniform: [10 workdays, 20 workdays]}}, endUse", StringComparison.Ordinal);
        var told = Reading.Printed(Reading.Text(text + Reading.Ban).Diagnostics);
        Assert.Contains("SS204: 'cover' is not counted in workdays", told, StringComparison.Ordinal);
        Assert.Contains("SS204: '300 workdays' is a span in workdays", Reading.Printed(Reading.Text(
            Reading.Small.Replace("horizon: 300 d", "horizon: 300 workdays", StringComparison.Ordinal)).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sampled_review_keeps_its_workdays()
    {
        var uncertain = "uncertain: [{set: shocks.it.review, uniform: [30 workdays, 60 workdays]}]\n";
        var scenario = ScenarioLoader.Load("s.yaml",
            new LoadOptions { Files = new MemoryFiles().Add("s.yaml", Of("type: export-licence, review: 45 workdays") + uncertain) });
        Assert.Equal("", Reading.Printed(scenario.Diagnostics));
        Assert.Equal("30 workdays", scenario.Scenario!.Spec.Uncertain[0].ValueAt(1e-9)[..2] + scenario.Scenario.Spec.Uncertain[0].ValueAt(1e-9)[^9..]);
    }
}
