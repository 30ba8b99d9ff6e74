using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Model.Recording;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Plots;

/// <summary>
/// <c>flows.svg</c>: what lands at the consumers of the worst-hit country, by the country it comes from, against what they need.
/// The worst-hit is the country and commodity with the largest shortfall; where nobody is short, with the largest demand.
/// </summary>
internal static class FlowsPlot
{
    /// <summary>Suppliers of less than this share of what lands are drawn together.</summary>
    private const double LeastShare = 0.01;

    public static string Draw(RunOutput output)
    {
        var (record, measures) = (output.Record, output.Measures);
        var network = record.Network;
        var worst = measures.Countries.OrderByDescending(c => c.Service.ShortfallTotal).ThenByDescending(c => c.Service.DemandTotal).FirstOrDefault();
        var (country, commodity) = worst is null ? ("", "") : (network.Countries.Name[worst.Group], network.Commodities.Name[worst.Commodity]);
        var title = worst switch
        {
            null => "No consumer, no arrivals",
            { Service.IsShort: true } => $"{country} is hit worst: what lands there of {commodity}, and from where",
            _ => $"{country} needs most: what lands there of {commodity}, and from where",
        };
        const string subtitle = "Arrivals at its consumers by country of the supplier, stacked, in tonnes per day. Below the dashed line stocks are used up; above it they are filled.";
        return new StackedAreaChart
        {
            Text = new ChartText("flows", title, subtitle, PlotWords.Footnote(output), title + ". " + subtitle),
            Unit = "t/d landed",
            Start = record.Start,
            End = PlotWords.Until(output),
            Bands = PlotWords.Bands(output),
            Layers = worst is null ? [] : Layers(record, worst),
            Reference = ("Demand", worst?.Need.Demand ?? new RateSeries()),
            WhenEmpty = "Nothing lands here during the run.",
        }.ToSvg();
    }

    private static List<Layer> Layers(RunRecord record, GroupMeasures buyers)
    {
        var (sites, lanes, countries) = (record.Network.Sites, record.Network.Lanes, record.Network.Countries);
        var suppliers = Enumerable.Range(0, lanes.Count)
            .Where(l => lanes.Commodity[l] == buyers.Commodity && sites.IsConsumer[lanes.To[l]] && sites.Country[lanes.To[l]] == buyers.Group && record.Arrivals[l] is not null)
            .GroupBy(l => sites.Country[lanes.From[l]])
            .Select(g => (Country: g.Key, Rate: RateSum.Of([.. g.Select(l => record.Arrivals[l]!)])))
            .Select(s => (s.Country, s.Rate, Total: s.Rate.Integral(SimTime.Zero, record.End)))
            .Where(s => s.Total > 0)
            .OrderByDescending(s => s.Total).ThenBy(s => s.Country)
            .ToArray();
        var all = suppliers.Sum(s => s.Total);
        var notable = suppliers.Count(s => s.Total >= LeastShare * all);
        var drawn = suppliers.Length - notable > 1 || suppliers.Length > Palette.Count ? Math.Min(notable, Palette.Count - 1) : suppliers.Length;
        var layers = suppliers.Take(drawn)
            .Select(s => new Layer(countries.Name[s.Country] + (s.Country == buyers.Group ? " (domestic)" : ""), Detail(s.Rate, record.End), s.Rate))
            .ToList();
        if (drawn == suppliers.Length) return layers;
        var rest = RateSum.Of([.. suppliers.Skip(drawn).Select(s => s.Rate)]);
        layers.Add(new Layer(Say.Count(suppliers.Length - drawn, "other country", "other countries"), Detail(rest, record.End), rest, IsRest: true));
        return layers;
    }

    private static string Detail(RateSeries rate, SimTime end)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        foreach (var (_, value) in Curve.Steps(rate, end)) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return PlotWords.Course(rate.ValueAt(SimTime.Zero), least, most, "t/d");
    }
}
