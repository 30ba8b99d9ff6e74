using SupplyShockSim.Reports.Html.Sections;

namespace SupplyShockSim.Reports.Html;

/// <summary>The sections of the report, in the order in which they stand there. A new one is a file in <c>Sections</c> and a line here.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<ReportSection> All { get; } =
    [
        new OpeningSection(),
        new ShortConsumersSection(),
        new ShortCountriesSection(),
        new ChecksSection(),
        new RangesSection(),
        new PlotsSection(),
        new WhySection(),
        new AttributionSection(),
        new CountriesSection(),
        new ControlsSection(),
        new PricesSection(),
        new AnswersSection(),
        new StructureSection(),
        new NetworkSection(),
        new AssumptionsSection(),
        new SourcesSection(),
        new ProofSection(),
    ];
}
