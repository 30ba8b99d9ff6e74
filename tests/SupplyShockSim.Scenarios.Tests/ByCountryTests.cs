using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Values by country of destination.</summary>
public sealed class ByCountryTests
{
    private const string Licence = "{type: export-licence, name: l, by: AU, reapply: 14 d, share: 60 %, "
        + "review: {byCountry: {Japan: 20 d}, else: {lognormal: [63 d, 0.35]}}, "
        + "approval: {byCountry: {JP: [{at: 2026-01-01, to: 20 %}, {at: 60 d, to: 80 %}]}, else: 50 %}}";

    private static string With(string shock) => $"""
        schema: supplyshock/scenario/1
        start: 2026-01-01
        horizon: 100 d
        network:
          rates: t/d
          commodities: [{"{id: metal}"}]
          sites:
            - {"{id: mine, kind: mine, country: AU, technology: {outputs: {metal: 1}}, capacity: 20}"}
            - {"{id: cars, kind: consumer, country: JP, uses: {metal: 1}, demand: 10, cover: 5 d}"}
          lanes:
            - {"{from: mine, to: cars, of: metal, flow: 10, transit: 2 d}"}
        shocks:
          - {shock}
        """;

    private static ExportLicence Read(params string[] set) => (ExportLicence)Reading.Valid(With(Licence), options: new LoadOptions { Set = set }).Run.Shocks[0];

    [Fact]
    public void Plain_values_and_values_by_country_are_read()
    {
        var licence = Read();
        Assert.Equal(0.6, licence.Share.Else.Value);
        Assert.Empty(licence.Share.Places);
        Assert.Equal([20], licence.Review.Places["Japan"].Parameters);
        Assert.Equal([63, 0.35], licence.Review.Else.Parameters);
        Assert.Equal([0.2, 0.8], licence.Approval.Places["JP"].Steps.Select(s => s.To.Value));
        Assert.Equal(0.5, licence.Approval.Else.Initial.Value);
    }

    [Fact]
    public void Each_part_can_be_overridden()
    {
        var licence = Read(
            "shocks.l.share={byCountry: {JP: 10 %}, else: 90 %}", "shocks.l.review.else.lognormal.0=70 d", "shocks.l.review.byCountry.Japan=25 d",
            "shocks.l.approval.byCountry.JP.1.to=85 %", "shocks.l.approval.else=55 %");
        Assert.Equal((0.1, 0.9), (licence.Share.Places["JP"].Value, licence.Share.Else.Value));
        Assert.Equal([70, 0.35], licence.Review.Else.Parameters);
        Assert.Equal([25], licence.Review.Places["Japan"].Parameters);
        Assert.Equal([0.2, 0.85], licence.Approval.Places["JP"].Steps.Select(s => s.To.Value));
        Assert.Equal(0.55, licence.Approval.Else.Initial.Value);
    }

    [Fact]
    public void The_resolved_file_reads_back()
    {
        var text = Reading.Valid(With(Licence)).Resolved();
        Assert.Contains("share: 60 %, ", text, StringComparison.Ordinal);
        Assert.Contains("review: {byCountry: {Japan: 20 d}, else: {lognormal: [63 d, 0.35]}}", text, StringComparison.Ordinal);
        Assert.Contains("approval: {byCountry: {JP: [{at: 2026-01-01, to: 20 %}, {at: 60 d, to: 80 %}]}, else: 50 %}", text, StringComparison.Ordinal);
        Assert.Equal(text, Reading.Valid(text).Resolved());
    }
}
