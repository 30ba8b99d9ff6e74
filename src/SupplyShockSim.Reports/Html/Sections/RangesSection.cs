using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class RangesSection : ReportSection
{
    public override string Name => "how far it ranges";

    public override string Meaning => "how the shortfall ranges over draws of what is uncertain, and what was drawn from what";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        if (source.Output.Ranges is not { } ranges)
        {
            return;
        }

        page.Heading(2, "How far it ranges");
        Shortfalls(page, source, ranges);
        if (ranges.Inputs.Count > 0)
        {
            page.Folded(
                $"What was drawn from what: {Say.Count(ranges.Inputs.Count, "value", "values")}",
                onPaper: false,
                () => page.Table(
                    "What was drawn from what (Latin hypercube)",
                    ["Value", "Drawn from", "Source", "Note"],
                    ranges.Inputs.Select(i => (string[])[i.Path, i.Distribution, i.Source ?? "no source", i.Note ?? ""])));
        }

        if (ranges.RandomControls.Count > 0)
        {
            page.Paragraph($"Drawn anew each time as well: what {Say.List([.. ranges.RandomControls])} decides at random.", "note");
        }
    }

    private static void Shortfalls(HtmlWriter page, ReportSource source, Ranges ranges)
    {
        var (network, totals) = (source.Network, source.Measures.Totals.Service);
        var isByCountry = ranges.Consumers.Count == 0;
        var known = isByCountry
            ? source.Measures.CountryTotals.ToDictionary(c => (c.Group, c.Commodity), c => c.Service.ShortfallTotal)
            : source.Measures.Consumers.ToDictionary(c => (c.Row, c.Commodity), c => c.Service.ShortfallTotal);
        PartyRange[] parties =
        [
            .. (isByCountry ? ranges.CountryTotals : ranges.Consumers).Where(r => r.IsEverShort)
                .OrderByDescending(r => r.Tonnes.Q95).ThenByDescending(r => r.Tonnes.Mean),
        ];
        page.Table(
            $"Shortfall in t over {Say.Number(ranges.Draws)} draws: quantiles, mean, and in how many of them there is any",
            [isByCountry ? "Country" : "Consumer", "This run*", "5 %*", "25 %*", "Median*", "75 %*", "95 %*", "Mean*", "Short in*"],
            parties.Take(ReportTables.MostRows)
                .Select(r => Row(isByCountry ? network.Countries.Name[r.Party] : NameOf(source, r), known[(r.Party, r.Commodity)], r))
                .Prepend(Row("All", totals.ShortfallTotal, ranges.Total)));
        page.Omitted(parties.Length);
    }

    private static string NameOf(ReportSource source, PartyRange range) =>
        Headline.Name(source.Record, source.Measures.Consumers.First(c => c.Row == range.Party && c.Commodity == range.Commodity));

    private static string[] Row(string name, double tonnes, PartyRange range) =>
    [
        name, Say.Number(tonnes), Say.Number(range.Tonnes.Q05), Say.Number(range.Tonnes.Q25), Say.Number(range.Tonnes.Q50), Say.Number(range.Tonnes.Q75),
        Say.Number(range.Tonnes.Q95), Say.Number(range.Tonnes.Mean), Say.Percent(range.ShortProbability),
    ];
}
