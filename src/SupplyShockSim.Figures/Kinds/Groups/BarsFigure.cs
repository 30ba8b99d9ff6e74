using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>One measure by consumer, country, commodity or end use, as bars, of one run or of several beside one another.</summary>
internal sealed class BarsFigure : FigureKind
{
    private const int MostRows = 20;

    public override string Name => "bars";

    public override string Needs => "a run";

    public override string Meaning => "one measure of the need of each consumer, country, commodity or end use";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> By => Grouping.All;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override bool ShowsSeveral => true;

    /// <summary>All that are numbers.</summary>
    public override IReadOnlyList<ServiceMeasure> Measures { get; } =
        [MeasureCatalog.ShortfallTotal, .. MeasureCatalog.All.Where(m => m != MeasureCatalog.ShortfallTotal && m.Words.Count == 0)];

    public override Figure? Build(FigureSource source)
    {
        var (by, measure) = (source.Choice.By ?? Grouping.Consumer, source.Choice.Measure ?? Measures[0]);
        var runs = source.All.Where(s => s.Run is not null).Select(s => NeedGroup.Of(s.Run!.Record, s.Run.Measures, by, s.Choice.Where)).ToArray();
        var names = runs.SelectMany(groups => groups)
            .GroupBy(g => g.Group)
            .OrderByDescending(g => g.Max(x => x.Service.ShortfallTotal)).Select(g => g.Key).ToArray();
        if (runs.Length < source.All.Count || names.Length == 0)
        {
            return null;
        }

        var drawn = names.Take(MostRows).ToArray();
        var worst = Enumerable.Range(0, runs.Length).SelectMany(run => runs[run].Where(g => g.Group == drawn[0]).Select(g => (Run: run, Need: g)))
            .MaxBy(g => g.Need.Service.ShortfallTotal);
        return new Figure
        {
            Name = Name,
            Title = $"{Opening(measure)}: {drawn[0].Name} {Words(worst.Need.Service[measure], measure)}" + (runs.Length > 1 ? $" in {source.All[worst.Run].Name}" : ""),
            Subtitle = $"{Opening(measure)}, by {by.One}, {UnitWords(measure)}; the most tonnes missing on top."
                + (names.Length > drawn.Length ? $" {Say.Count(names.Length - drawn.Length, "that is short of less is", "that are short of less are")} not drawn." : ""),
            Footnote = RunFrame.Origin(source, source.Run!),
            X = Axis.Numbers(measure.Unit == "1" ? "%" : measure.Unit),
            Y = Axis.Names(by.One, [.. drawn.Select(n => n.Name)]),
            Panels =
            [
                .. runs.Select((groups, i) => new Panel(runs.Length == 1 ? "" : source.All[i].Name,
                    [new BarsMark(measure.Key, [.. Bars(groups, drawn, measure, new Hue(i % Hue.Places))])])),
            ],
        };
    }

    private static IEnumerable<Bar> Bars(IReadOnlyList<NeedGroup> groups, GroupName[] names, ServiceMeasure measure, Hue hue)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var value = groups.FirstOrDefault(g => g.Group == names[i])?.Service[measure];
            yield return new Bar(i, 0, (value ?? 0) * (measure.Unit == "1" ? 100 : 1), Words(value, measure), hue);
        }
    }

    private static string Words(double? value, ServiceMeasure measure) => (value, measure.Unit) switch
    {
        (null, _) => "never",
        ({ } share, "1") => Say.Percent(share),
        ({ } number, "d") => Say.Days(number) + " d",
        ({ } number, var unit) => $"{Say.Number(number)} {unit}",
    };

    private static string UnitWords(ServiceMeasure measure) => measure.Unit switch
    {
        "1" => "in percent",
        "d" => "in days",
        "t/d" => "in tonnes per day",
        _ => "in tonnes",
    };

    /// <summary>What it is, without its special cases, as the beginning of a sentence.</summary>
    private static string Opening(ServiceMeasure measure) => char.ToUpperInvariant(measure.Meaning[0]) + measure.Meaning.Split(';')[0][1..];
}
