using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Plots;

/// <summary>
/// <c>shortfall.svg</c>: the shortfall of each consumer (of each country, where totals only were recorded) over time, stacked, so that the
/// area is the tonnes missing; of many, the largest, and the rest together.
/// </summary>
internal static class ShortfallPlot
{
    public static string Draw(RunOutput output)
    {
        var (record, measures) = (output.Record, output.Measures);
        var byCountry = record.Recorded == RecordScope.Totals;
        Party[] shortOnes = byCountry
            ? [.. Ranking.ShortCountries(measures).Select(c => new Party(record.Network.Countries.Name[c.Group], c.Need, c.Service))]
            : [.. Ranking.ShortConsumers(measures).Select(c => new Party(Headline.Name(record, c), c.Need, c.Service))];
        var drawn = shortOnes.Length <= Palette.Count ? shortOnes.Length : Palette.Count - 1;
        var layers = shortOnes.Take(drawn).Select(c => Layer(record, c.Name, c.Need, c.Service, isRest: false)).ToList();
        if (drawn < shortOnes.Length)
        {
            var rest = NeedSeries.Sum([.. shortOnes.Skip(drawn).Select(c => c.Need)]);
            var label = (shortOnes.Length - drawn).ToString(CultureInfo.InvariantCulture) + (byCountry ? " other countries together" : " others together");
            layers.Add(Layer(record, label, rest, ServiceMeasures.Of(rest, measures.FirstControl, record.End), isRest: true));
        }

        var runShort = byCountry ? Say.Count(shortOnes.Length, "country runs", "countries run") : Say.Count(measures.ShortConsumerCount, "consumer runs", "consumers run");
        var title = shortOnes.Length == 0
            ? "No consumer runs short"
            : $"{runShort} short: {Say.Number(measures.Totals.Service.ShortfallTotal)} t missing in all, at most {Say.Number(measures.Totals.Service.ShortfallPeak)} t/d";
        return new StackedAreaChart
        {
            Text = new ChartText(
                "shortfall",
                title,
                byCountry
                    ? "Shortfall by country, all materials together, stacked: what is needed and not there, in tonnes per day. The coloured area is the tonnes missing."
                    : "Shortfall by consumer, stacked: what is needed and not there, in tonnes per day. The coloured area is the tonnes missing.",
                PlotWords.Footnote(output),
                Headline.Of(record, measures)),
            Unit = "t/d short",
            Start = record.Start,
            End = PlotWords.Until(output),
            Bands = PlotWords.Bands(output),
            Layers = layers,
            WhenEmpty = "No shortfall: every consumer gets what it needs throughout.",
        }.ToSvg();
    }

    /// <summary>Who may be short: a consumer or a country.</summary>
    private sealed record Party(string Name, NeedSeries Need, ServiceMeasures Service);

    private static Layer Layer(RunRecord record, string label, NeedSeries need, ServiceMeasures service, bool isRest)
    {
        var from = record.Start.AddDays(service.FirstShortfallDay!.Value);
        var until = record.Start.AddDays(service.LastShortfallDay!.Value);
        var span = from.Short(withYear: from.Year != until.Year) + " to " + (service.LastShortfallDay < record.End.Days ? until.Short() : "the end");
        return new Layer(label, $"{Say.Number(service.ShortfallTotal)} t, peak {Say.Number(service.ShortfallPeak)} t/d\n{span}", need.Shortfall, isRest);
    }
}
