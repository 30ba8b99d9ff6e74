using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Plots;

/// <summary><c>shortfall.svg</c>: the shortfall of each consumer over time; of many, the largest, and the rest together.</summary>
internal static class ShortfallPlot
{
    public static string Draw(RunOutput output)
    {
        var (record, measures) = (output.Record, output.Measures);
        var shortOnes = measures.Consumers.Where(c => c.Service.IsShort)
            .OrderByDescending(c => c.Service.ShortfallTotal).ThenBy(c => c.Row).ThenBy(c => c.Commodity).ToArray();
        var drawn = shortOnes.Length <= Palette.Count ? shortOnes.Length : Palette.Count - 1;
        var curves = shortOnes.Take(drawn).Select(c => Curve(Headline.Name(record, c), c.Need, c.Service, record.End, isRest: false)).ToList();
        if (drawn < shortOnes.Length)
        {
            var rest = NeedSeries.Sum([.. shortOnes.Skip(drawn).Select(c => c.Need)]);
            var label = (shortOnes.Length - drawn).ToString(CultureInfo.InvariantCulture) + " others together";
            curves.Add(Curve(label, rest, ServiceMeasures.Of(rest, measures.FirstControl, record.End), record.End, isRest: true));
        }

        var title = shortOnes.Length == 0
            ? "No consumer runs short"
            : $"{Say.Count(shortOnes.Length, "consumer runs", "consumers run")} short: {Say.Number(measures.Totals.Service.ShortfallTotal)} t missing in all, at most {Say.Number(measures.Totals.Service.ShortfallPeak)} t/d";
        return new LineChart
        {
            Text = new ChartText("shortfall", title, "Shortfall by consumer: what is needed and not there, in tonnes per day.", PlotWords.Footnote(output), Headline.Of(record, measures)),
            Unit = "t/d short",
            Start = record.Start,
            Days = record.End.Days,
            Bands = PlotWords.Bands(output),
            Curves = curves,
            WhenEmpty = "No shortfall: every consumer gets what it needs throughout.",
        }.ToSvg();
    }

    private static Curve Curve(string label, NeedSeries need, ServiceMeasures service, SimTime end, bool isRest) => new(
        label,
        $"{Say.Number(service.ShortfallTotal)} t, peak {Say.Number(service.ShortfallPeak)} t/d",
        Charts.Curve.Steps(need.Shortfall, end),
        service.ShortfallPeak,
        isRest);
}
