using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
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

    public override IReadOnlyList<Grouping> By => Grouping.All;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override bool ShowsDraws => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { } alone)
        {
            return null;
        }

        var (record, choice) = (alone.Record, source.Choice);
        var by = choice.By ?? (record.Recorded == RecordScope.Totals ? Grouping.Country : Grouping.Consumer);
        var groups = NeedGroup.Of(record, alone.Measures, by, choice.Where);
        if (NeedGroup.All(record, alone.Measures, choice.Where) is not { } all || (groups.Count == 0 && !choice.IsUsual))
        {
            return null;
        }

        var shortOnes = groups.Where(g => g.Service.IsShort).ToArray();
        var isComb = WeeklyMeans.IsComb(all.Need.Shortfall, RunFrame.Until(alone with { Ranges = source.Ranges }));

        // The draws are of all needs, so they say nothing of some.
        var run = choice.Where.Count == 0 ? alone with { Ranges = source.Ranges } : alone;
        return new Figure
        {
            Name = Name,
            Title = shortOnes.Length == 0
                ? "No consumer runs short" + RangeWords.ButInDraws(run.Ranges)
                : $"{RunShort(alone.Measures, choice, by, shortOnes.Length)} short: {Say.Number(all.Service.ShortfallTotal)} t{RangeWords.Behind(run.Ranges)} "
                    + $"missing in all, at most {Say.Number(all.Service.ShortfallPeak)} t/d",
            Subtitle = $"Shortfall by {by.One}{(by == Grouping.Consumer ? "" : ", all materials together")}, stacked: what is needed and not there, "
                + "in tonnes per day. The coloured area is the tonnes missing." + (isComb ? WeeklyMeans.Words : ""),
            Footnote = RunFrame.Footnote(source, run),
            Description = choice.IsUsual ? Headline.Of(record, alone.Measures, run.Ranges) : "",
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("t/d short"),
            Spans = RunFrame.Spans(run),
            Panels = [new Panel("", [.. RangeBand.Of(run), Stack.Of(Parts(source, run, shortOnes, by), run, isComb)])],
            WhenEmpty = "No shortfall: every consumer gets what it needs throughout.",
        };
    }

    /// <summary>How many run short: all consumers are counted by row, whatever they use.</summary>
    private static string RunShort(RunMeasures measures, FigureChoice choice, Grouping by, int count) =>
        Say.Count(by == Grouping.Consumer && choice.Where.Count == 0 ? measures.ShortConsumerCount : count, by.One + " runs", by.Many + " run");

    private static List<Stack.Part> Parts(FigureSource source, RunSource run, NeedGroup[] shortOnes, Grouping by)
    {
        var record = run.Record;
        var drawn = shortOnes.Length <= Hue.Places ? shortOnes.Length : Hue.Places - 1;
        var parts = shortOnes.Take(drawn).Select(g => Part(record, g, source.HueOf(by, g.Group))).ToList();
        if (drawn < shortOnes.Length)
        {
            var label = (shortOnes.Length - drawn).ToString(CultureInfo.InvariantCulture)
                + (by == Grouping.Consumer ? " others together" : $" other {by.Many} together");
            var rest = NeedGroup.Together(new GroupName("", label), [.. shortOnes.Skip(drawn).Select(g => g.Need)], record, run.Measures);
            parts.Add(Part(record, rest, Hue.Rest));
        }

        return parts;
    }

    private static Stack.Part Part(RunRecord record, NeedGroup group, Hue hue)
    {
        var service = group.Service;
        var from = record.Start.At(service.FirstShortfallDay!.Value);
        var until = record.Start.At(service.LastShortfallDay!.Value);
        var span = from.Short(withYear: from.Year != until.Year) + " to " + (service.LastShortfallDay < record.End.Days ? until.Short() : "the end");
        return new Stack.Part(new Label(group.Group.Name, $"{Say.Number(service.ShortfallTotal)} t, peak {Say.Number(service.ShortfallPeak)} t/d\n{span}"),
            group.Need.Shortfall, hue);
    }
}
