using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// What lands at the consumers of the worst-hit country, by the country it comes from, against what they need. The worst-hit is the country and commodity
/// with the largest shortfall; where nobody is short, with the largest demand.
/// </summary>
internal sealed class FlowsFigure : FigureKind
{
    /// <summary>Suppliers of less than this share of what lands are drawn together.</summary>
    private const double LeastShare = 0.01;

    public override string Name => "flows";

    public override string Needs => "a run that recorded all series";

    public override string Meaning => "what lands in the worst-hit country, by supplier, stacked, against demand";

    public override IReadOnlyList<Grouping> Where { get; } = [Grouping.Country, Grouping.Commodity];

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { Record.Recorded: RecordScope.All } run)
        {
            return null;
        }

        var network = run.Record.Network;
        var where = source.Choice.Where;
        var worst = Array.Find(Ranking.Countries(run.Measures), c =>
            where.Allow(Grouping.Country, network.Countries.Code[c.Group]) && where.Allow(Grouping.Commodity, network.Commodities.Id[c.Commodity]));
        var (country, commodity) = worst is null ? ("", "") : (network.Countries.Name[worst.Group], network.Commodities.Name[worst.Commodity]);
        if (worst is null && where.Count > 0)
        {
            return null;
        }

        var title = worst switch
        {
            null => "No consumer, no arrivals",
            _ when where.Count > 0 => $"What lands in {country} of {commodity}, and from where",
            { Service.IsShort: true } => $"{country} is hit worst: what lands there of {commodity}, and from where",
            _ => $"{country} needs most: what lands there of {commodity}, and from where",
        };
        var parts = worst is null ? [] : Parts(source, run.Record, worst);
        var isComb = WeeklyMeans.IsComb(RateSum.Of([.. parts.Select(p => p.Rate)]), RunFrame.Until(run));
        return new Figure
        {
            Name = Name,
            Title = title,
            Subtitle = "Arrivals at its consumers by country of the supplier, stacked, in tonnes per day. "
                + "Below the dashed line stocks are used up; above it they are filled." + (isComb ? WeeklyMeans.Words : ""),
            Footnote = RunFrame.Footnote(source, run),
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("t/d landed"),
            Spans = RunFrame.Spans(run),
            Panels =
            [
                new Panel("", worst is null ? [] :
                [
                    Stack.Of(parts, run, isComb),
                    new LineMark(new Label("Demand"), Polyline.Steps(worst.Need.Demand, RunFrame.Until(run)), Hue.Reference),
                ]),
            ],
            WhenEmpty = "Nothing lands here during the run.",
        };
    }

    private static List<Stack.Part> Parts(FigureSource source, RunRecord record, GroupMeasures buyers)
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
        var drawn = suppliers.Count - notable > 1 || suppliers.Count > Hue.Places ? Math.Min(notable, Hue.Places - 1) : suppliers.Count;
        var parts = suppliers.Take(drawn)
            .Select(s => (Name: countries.Name[s.Country], s.Rate, IsHome: s.Country == buyers.Group))
            .Select(s => new Stack.Part(new Label(s.Name + (s.IsHome ? " (domestic)" : ""), Detail(s.Rate, record.End)), s.Rate, source.Countries.Of(s.Name)))
            .ToList();
        if (drawn == suppliers.Count)
        {
            return parts;
        }

        var rest = RateSum.Of([.. suppliers.Skip(drawn).Select(s => s.Rate)]);
        parts.Add(new Stack.Part(new Label(Say.Count(suppliers.Count - drawn, "other country", "other countries"), Detail(rest, record.End)), rest, Hue.Rest));
        return parts;
    }

    private sealed record Supplier(int Country, RateSeries Rate, double Total);

    private static string Detail(RateSeries rate, SimTime end)
    {
        var steps = Polyline.Steps(rate, end);
        return RunFrame.Course(steps.FirstY, steps.Least, steps.Most, "t/d");
    }
}
