using SupplyShockSim.Analysis;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class StructureSection : ReportSection
{
    public override string Name => "who depends on whom";

    public override string Meaning => "concentration of each stage over countries, and import reliance of those that run short";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var measures = source.Measures;
        if (measures.Concentration.Count == 0)
        {
            return;
        }

        // At the worst moment only where activity and lanes were recorded.
        var withWorst = source.Record.Recorded == RecordScope.All;
        page.Heading(2, "Who depends on whom");
        Concentration(page, source, withWorst);
        Reliance(page, source, withWorst);
        if (measures.WorstMoment is { } moment)
        {
            page.Paragraph($"The worst moment, when most is missing at once, is {source.Record.Start.At(moment).Spoken()} (day {Say.Days(moment.Days)}).", "note");
        }
    }

    private static void Concentration(HtmlWriter page, ReportSource source, bool withWorst)
    {
        var network = source.Network;
        page.Table(
            "Concentration of each stage over countries (Herfindahl-Hirschman index, 10,000 = one country makes all)",
            ["Material", "Largest maker", "Its share*", "Index*", .. (ReadOnlySpan<string>)(withWorst ? ["Index at the worst moment*"] : [])],
            source.Measures.Concentration.Select(c => (string[])
            [
                network.Commodities.Name[c.Commodity], network.Countries.Name[c.Baseline.LargestCountry], Say.Percent(c.Baseline.LargestShare), Say.Number(c.Baseline.Hhi),
                .. (ReadOnlySpan<string>)(withWorst ? [c.Worst is null ? "-" : Say.Number(c.Worst.Hhi)] : []),
            ]));
    }

    private static void Reliance(HtmlWriter page, ReportSource source, bool withWorst)
    {
        var (network, measures) = (source.Network, source.Measures);
        var isShort = measures.Countries.Where(c => c.Service.IsShort).ToArray();
        var reliance = measures.Reliance.Where(r => Array.Exists(isShort, c => c.Group == r.Country && c.Commodity == r.Commodity)).ToArray();
        if (reliance.Length == 0)
        {
            return;
        }

        page.Table(
            "Net import reliance of the countries that run short: (imports - exports) / (production + imports - exports)",
            ["Country", "Material", "Baseline*", .. (ReadOnlySpan<string>)(withWorst ? ["Missing at the worst moment*", "Reliance of what is still used then*"] : [])],
            reliance.Take(ReportTables.MostRows).Select(r => (string[])
            [
                network.Countries.Name[r.Country], network.Commodities.Name[r.Commodity], Say.Percent(r.Baseline),
                .. (ReadOnlySpan<string>)(withWorst ? [Missing(source, isShort, r), r.Worst is { } worst ? Say.Percent(worst) : "nothing used"] : []),
            ]));
        if (withWorst && reliance.Any(r => r.Worst < r.Baseline))
        {
            page.Paragraph("A lower reliance then is no gain: imports are what is missing, so that less is used, and more of that is made at home.", "note");
        }
    }

    /// <summary>How much of what a country's consumers need is missing when most is missing at once.</summary>
    private static string Missing(ReportSource source, GroupMeasures[] isShort, RelianceMeasure reliance)
    {
        var need = Array.Find(isShort, c => c.Group == reliance.Country && c.Commodity == reliance.Commodity)!.Need;
        return source.Measures.WorstMoment is { } moment && need.Demand.ValueAt(moment) is > 0 and var demand
            ? Say.Percent(need.Shortfall.ValueAt(moment) / demand)
            : "-";
    }
}
