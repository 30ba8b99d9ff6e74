using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

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
        var worst = Ranking.Countries(measures).FirstOrDefault();
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
        var arrivals = new List<RateSeries>?[countries.Count];
        for (var l = 0; l < lanes.Count; l++)
        {
            var isTheirs = lanes.Commodity[l] == buyers.Commodity && sites.IsConsumer[lanes.To[l]] && sites.Country[lanes.To[l]] == buyers.Group;
            if (isTheirs && record.Arrivals[l] is { } landed)
            {
                (arrivals[sites.Country[lanes.From[l]]] ??= []).Add(landed);
            }
        }

        var suppliers = new List<Supplier>();
        for (var c = 0; c < arrivals.Length; c++)
        {
            if (arrivals[c] is not { } landed)
            {
                continue;
            }

            var rate = RateSum.Of(landed);
            suppliers.Add(new Supplier(c, rate, rate.Integral(SimTime.Zero, record.End)));
        }

        suppliers.RemoveAll(s => s.Total <= 0);
        suppliers.Sort((a, b) => a.Total != b.Total ? Ranking.Descending(a.Total, b.Total) : a.Country.CompareTo(b.Country));
        var all = suppliers.Sum(s => s.Total);
        var notable = suppliers.Count(s => s.Total >= LeastShare * all);
        var drawn = suppliers.Count - notable > 1 || suppliers.Count > Palette.Count ? Math.Min(notable, Palette.Count - 1) : suppliers.Count;
        var layers = suppliers.Take(drawn)
            .Select(s => new Layer(countries.Name[s.Country] + (s.Country == buyers.Group ? " (domestic)" : ""), Detail(s.Rate, record.End), s.Rate))
            .ToList();
        if (drawn == suppliers.Count)
        {
            return layers;
        }

        var rest = RateSum.Of([.. suppliers.Skip(drawn).Select(s => s.Rate)]);
        layers.Add(new Layer(Say.Count(suppliers.Count - drawn, "other country", "other countries"), Detail(rest, record.End), rest, IsRest: true));
        return layers;
    }

    private sealed record Supplier(int Country, RateSeries Rate, double Total);

    private static string Detail(RateSeries rate, SimTime end)
    {
        var steps = Polyline.Steps(rate, end);
        return PlotWords.Course(steps.Y[0], steps.Least, steps.Most, "t/d");
    }
}
