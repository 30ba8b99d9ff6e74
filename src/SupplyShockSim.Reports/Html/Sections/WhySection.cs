using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Explanations;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class WhySection : ReportSection
{
    /// <summary>Chains that stand open; those of consumers that lose less are folded.</summary>
    private const int MostOpen = 3;

    public override string Name => "why";

    public override string Meaning =>
        "of each consumer that runs short the chain of causes of its first shortfall, and how much of it goes back to which control";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var (record, measures) = (source.Record, source.Measures);
        if (record.Recorded == RecordScope.Totals)
        {
            if (Ranking.ShortCountries(measures) is [var country, ..] && LoggedShortfalls.First(record, country.Group) is { } first)
            {
                page.Heading(2, $"Why {source.Network.Countries.Name[country.Group]} falls short");
                page.List(CauseChain.Sentences(record, CauseChain.Of(record, first)), ordered: true);
                page.Paragraph("The chain that led to the first shortfall of one of its consumers; events.csv has every other.", "note");
            }

            return;
        }

        var ranked = Ranking.ShortConsumers(measures);
        ExplanationWords[] told =
        [
            .. ranked.Take(ReportTables.MostRows).Select(c => new ExplanationWords(record, ShortfallExplanation.Of(record, c))).Where(w => w.Chain.Count > 0),
        ];
        if (told.Length == 0)
        {
            return;
        }

        page.Heading(2, "Why");
        Tell(page, told.Take(MostOpen));
        if (told.Length > MostOpen)
        {
            var others = told.Length - MostOpen;
            page.Folded($"Why {Say.Count(others, "other falls", "others fall")} short", onPaper: false, () => Tell(page, told.Skip(MostOpen)));
        }

        page.Omitted(ranked.Length);
    }

    private static void Tell(HtmlWriter page, IEnumerable<ExplanationWords> told)
    {
        foreach (var words in told)
        {
            page.Heading(3, $"Why {words.Who} falls short");
            page.List(words.Sentences, ordered: true);
            page.Table("What is missing, by cause", ["t*", "Share*", "Goes back to"], words.Rows.Select(r => r.ToArray()));
        }
    }
}
