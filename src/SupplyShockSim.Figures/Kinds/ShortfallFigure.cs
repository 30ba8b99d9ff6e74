using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// The shortfall of each consumer (of each country, where totals only were recorded) over time, stacked, so that the area is the tonnes missing; of many,
/// the largest, and the rest together.
/// </summary>
internal sealed class ShortfallFigure : FigureKind
{
    public override string Name => "shortfall";

    public override string Needs => "a run";

    public override string Meaning =>
        "what consumers need and do not get, over time, stacked (by country where only totals were recorded), and how far the total ranges";

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { } alone)
        {
            return null;
        }

        var run = alone with { Ranges = source.Ranges };
        var (record, measures) = (run.Record, run.Measures);
        var byCountry = record.Recorded == RecordScope.Totals;
        var shortOnes = byCountry ? Countries(source, run) : Consumers(source, run);
        var runShort = byCountry
            ? Say.Count(shortOnes.Length, "country runs", "countries run")
            : Say.Count(measures.ShortConsumerCount, "consumer runs", "consumers run");
        return new Figure
        {
            Name = Name,
            Title = shortOnes.Length == 0
                ? "No consumer runs short" + RangeWords.ButInDraws(run.Ranges)
                : $"{runShort} short: {Say.Number(measures.Totals.Service.ShortfallTotal)} t{RangeWords.Behind(run.Ranges)} missing in all, "
                    + $"at most {Say.Number(measures.Totals.Service.ShortfallPeak)} t/d",
            Subtitle = byCountry
                ? "Shortfall by country, all materials together, stacked: what is needed and not there, "
                    + "in tonnes per day. The coloured area is the tonnes missing."
                : "Shortfall by consumer, stacked: what is needed and not there, in tonnes per day. The coloured area is the tonnes missing.",
            Footnote = RunFrame.Footnote(source, run),
            Description = Headline.Of(record, measures, run.Ranges),
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("t/d short"),
            Spans = RunFrame.Spans(run),
            Panels = [new Panel("", [.. RangeBand.Of(run), Stack.Of(Parts(run, shortOnes, byCountry), RunFrame.Until(run))])],
            WhenEmpty = "No shortfall: every consumer gets what it needs throughout.",
        };
    }

    /// <summary>Who may be short: a consumer or a country.</summary>
    private sealed record Party(string Name, NeedSeries Need, ServiceMeasures Service, Hue Hue);

    private static Party[] Countries(FigureSource source, RunSource run) =>
    [
        .. Ranking.ShortCountries(run.Measures).Select(c => (run.Record.Network.Countries.Name[c.Group], c))
            .Select(p => new Party(p.Item1, p.c.Need, p.c.Service, source.Countries.Of(p.Item1))),
    ];

    private static Party[] Consumers(FigureSource source, RunSource run) =>
    [
        .. Ranking.ShortConsumers(run.Measures).Select(c => (Headline.Name(run.Record, c), c))
            .Select(p => new Party(p.Item1, p.c.Need, p.c.Service, source.Consumers.Of(p.Item1))),
    ];

    private static List<Stack.Part> Parts(RunSource run, Party[] shortOnes, bool byCountry)
    {
        var record = run.Record;
        var drawn = shortOnes.Length <= Hue.Places ? shortOnes.Length : Hue.Places - 1;
        var parts = shortOnes.Take(drawn).Select(c => Part(record, c.Name, c.Need, c.Service, c.Hue)).ToList();
        if (drawn < shortOnes.Length)
        {
            var rest = NeedSeries.Sum([.. shortOnes.Skip(drawn).Select(c => c.Need)]);
            var label = (shortOnes.Length - drawn).ToString(CultureInfo.InvariantCulture) + (byCountry ? " other countries together" : " others together");
            parts.Add(Part(record, label, rest, ServiceMeasures.Of(rest, run.Measures.FirstControl, record.End), Hue.Rest));
        }

        return parts;
    }

    private static Stack.Part Part(RunRecord record, string name, NeedSeries need, ServiceMeasures service, Hue hue)
    {
        var from = record.Start.At(service.FirstShortfallDay!.Value);
        var until = record.Start.At(service.LastShortfallDay!.Value);
        var span = from.Short(withYear: from.Year != until.Year) + " to " + (service.LastShortfallDay < record.End.Days ? until.Short() : "the end");
        return new Stack.Part(new Label(name, $"{Say.Number(service.ShortfallTotal)} t, peak {Say.Number(service.ShortfallPeak)} t/d\n{span}"),
            need.Shortfall, hue);
    }
}
