using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// What upstream sites (mines, refineries, makers) run at, in percent of what they ran at before: drawn where one of them was hit, those that lost most
/// first. Half a shock is upstream of everybody who is short, and its course is not seen in what consumers have.
/// </summary>
internal sealed class ActivityFigure : FigureKind
{
    /// <summary>A site that never loses more than this share of what it ran at is not hit.</summary>
    private const double LeastFall = 0.2;

    public override string Name => "activity";

    public override string Needs => "a run that recorded all series, in which an upstream site was hit";

    public override string Meaning => "what upstream sites run at, in percent of their baseline";

    public override IReadOnlyList<Grouping> Where { get; } = [Grouping.Country, Grouping.Commodity];

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { Record.Recorded: RecordScope.All } run)
        {
            return null;
        }

        var hit = Hit(run, source.Choice.Where);
        if (hit.Length == 0)
        {
            return null;
        }

        var drawn = hit.Take(Hue.Places).ToArray();
        var worst = drawn[0];
        var network = run.Record.Network;
        var title = $"{Say.Count(hit.Length, "upstream site runs", "upstream sites run")} below normal: "
            + $"{SiteName(network, worst)}, down to {Say.Percent(worst.Course.Least / 100)}";
        var subtitle = "Activity of upstream sites, weekly means, in percent of what each ran at when the run began; the most tonnes lost first."
            + (hit.Length > drawn.Length ? $" {Say.Count(hit.Length - drawn.Length, "that lost less is", "that lost less are")} not drawn." : "");
        return new Figure
        {
            Name = Name,
            Title = title,
            Subtitle = subtitle,
            Footnote = RunFrame.Footnote(source, run),
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("% of normal"),
            Spans = RunFrame.Spans(run),
            Panels = [.. drawn.Select(site => Panel(source, run, site, isOnly: drawn.Length == 1))],
        };
    }

    /// <summary>A site that was hit.</summary>
    /// <param name="Index">Which.</param>
    /// <param name="Course">Percent of what it ran at when the run began.</param>
    /// <param name="LostTonnes">How much less it made than if it had gone on as it began, within what is drawn.</param>
    private sealed record Site(int Index, Polyline Course, double LostTonnes);

    private static Site[] Hit(RunSource run, IReadOnlyList<Condition> where)
    {
        var (record, until) = (run.Record, RunFrame.Until(run));
        var weeks = Cells.Of(SeriesGrid.Week, record.Start, until);
        var hit = new List<Site>();
        for (var s = 0; s < record.Network.Sites.Count; s++)
        {
            if (record.Network.Sites.IsConsumer[s] || record.Activity[s] is not { Count: > 1 } activity || !IsWanted(record.Network, s, where))
            {
                continue;
            }

            var normal = activity.ValueAt(SimTime.Zero);
            var course = normal > 0 ? Percent(activity, normal, weeks) : null;
            if (course?.Least < 100 * (1 - LeastFall))
            {
                hit.Add(new Site(s, course, (normal * until.Days) - activity.Integral(SimTime.Zero, until)));
            }
        }

        hit.Sort((a, b) => a.LostTonnes != b.LostTonnes ? Ranking.Descending(a.LostTonnes, b.LostTonnes) : a.Index.CompareTo(b.Index));
        return [.. hit];
    }

    /// <summary>Of a country, and a maker of a commodity, that are wanted.</summary>
    private static bool IsWanted(SupplyNetwork network, int site, IReadOnlyList<Condition> where)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        return where.Count == 0 || (where.Allow(Grouping.Country, network.Countries.Code[sites.Country[site]])
            && Enumerable.Range(sites.FirstOutput[site], sites.FirstStock[site + 1] - sites.FirstOutput[site])
                .Any(stock => where.Allow(Grouping.Commodity, network.Commodities.Id[stocks.Commodity[stock]])));
    }

    /// <summary>Steps of weekly means: many sites start and stop several times a week, which nobody could read.</summary>
    private static Polyline Percent(RateSeries activity, double normal, Cells weeks)
    {
        var means = new CellMeans(weeks);
        means.Add(activity, 100 / normal);
        var percent = new Polyline { IsSteps = true };
        for (var i = 0; i < weeks.Count; i++)
        {
            percent.Add(weeks.Edges[i].Days, means.Values[i]);
        }

        percent.Add(weeks.Edges[^1].Days, percent.LastY);
        return percent;
    }

    /// <summary>
    /// One panel for each site, in the hue of its country: sites that stop together lie one upon the other, and nobody could tell them apart.
    /// </summary>
    private static Panel Panel(FigureSource source, RunSource run, Site site, bool isOnly)
    {
        var network = run.Record.Network;
        var hue = source.Countries.Of(network.Countries.Name[network.Sites.Country[site.Index]]);
        var lost = site.LostTonnes > 0 ? $"{Say.Number(site.LostTonnes)} t not made" : "";
        var label = new Label(SiteName(network, site),
            RunFrame.Course(site.Course.FirstY, site.Course.Least, site.Course.Most, "%") + (lost.Length > 0 ? "\n" + lost : ""));
        return new Panel(isOnly ? "" : label.Text, [new LineMark(label, site.Course, hue)]);
    }

    private static string SiteName(SupplyNetwork network, Site site) => network.SiteWords(new Phrase(), site.Index).ToString();
}
