using SupplyShockSim.Analysis;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class WhySection : ReportSection
{
    public override string Name => "why";

    public override string Meaning => "the chain of causes of the first shortfall of whoever is hit hardest";

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var (record, measures) = (source.Record, source.Measures);
        if (record.Recorded == RecordScope.Totals)
        {
            if (Ranking.ShortCountries(measures) is [var country, ..] && LoggedShortfalls.First(record, country.Group) is { } first)
            {
                Chain(page, record, source.Network.Countries.Name[country.Group], CauseChain.Of(record, first),
                    "The chain that led to the first shortfall of one of its consumers; events.csv has every other.");
            }
        }
        else if (Ranking.ShortConsumers(measures) is [var worst, ..])
        {
            Chain(page, record, Headline.Name(record, worst), CauseChain.Of(record, worst), "The chain that led to its first shortfall; events.csv has every other.");
        }
    }

    private static void Chain(HtmlWriter page, RunRecord record, string who, IReadOnlyList<LogEntry> chain, string note)
    {
        if (chain.Count == 0)
        {
            return;
        }

        page.Heading(2, "Why " + who + " falls short");
        page.List(CauseChain.Sentences(record, chain), ordered: true);
        page.Paragraph(note, "note");
    }
}
