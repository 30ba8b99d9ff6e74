using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// For whom supply comes back later than stocks last: from the first control on, the time each survives, and from there to the end of its last shortfall, the
/// time it takes to recover.
/// </summary>
/// <remarks>Simchi-Levi, Schmidt and Wei, From Superstorms to Factory Fires, Harvard Business Review 92(1/2), 2014: TTS and TTR.</remarks>
internal sealed class GapFigure : FigureKind
{
    private const int MostRows = 24;

    /// <summary>Met, light; short, dark.</summary>
    private static readonly (Hue Survives, Hue Gap) Hues = (new Hue(3), new Hue(0));

    public override string Name => "gap";

    public override string Needs => "a run in which somebody runs short after a control came into force";

    public override string Meaning => "time to survive against time to recover, for each consumer, country, commodity or end use";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> By => Grouping.All;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { Measures.FirstControl: { } control } run)
        {
            return null;
        }

        var (record, by) = (run.Record, source.Choice.By ?? Grouping.Consumer);
        var groups = NeedGroup.Of(record, run.Measures, by, source.Choice.Where);
        var hit = groups.Where(g => g.Service.TimeToSurviveDays is not null)
            .OrderByDescending(g => Gap(g)).ToArray();
        if (hit.Length == 0)
        {
            return null;
        }

        var (drawn, most) = (hit.Take(MostRows).ToArray(), (record.End - control).Days);
        var (left, never) = (hit.Length - drawn.Length, groups.Count - hit.Length);
        return new Figure
        {
            Name = Name,
            Title = $"{drawn[0].Group.Name} holds out {Days(drawn[0].Service.TimeToSurviveDays!.Value)}, "
                + (drawn[0].Service.TimeToRecoverDays is { } back ? $"and needs {Days(back)} to recover" : "and does not recover within the run"),
            Subtitle = "Days after the first control came into force. Light: the need is still met (time to survive). "
                + "Dark: from the first shortfall to the end of the last (time to recover)."
                + (left > 0 ? $" {Say.Count(left, "with a smaller gap is", "with smaller gaps are")} not drawn." : "")
                + (never > 0 ? $" {Say.Count(never, $"{by.One} is", $"{by.Many} are")} never short." : ""),
            Footnote = RunFrame.Origin(source, run) + $"The first control came into force on {record.Start.At(control).Spoken()}.",
            X = Axis.Numbers("days after the first control"),
            Y = Axis.Names(by.One, [.. drawn.Select(g => g.Group.Name)]),
            Panels =
            [
                new Panel("",
                [
                    new BarsMark("time to survive", [.. drawn.Select((g, i) => new Bar(i, 0, g.Service.TimeToSurviveDays!.Value, "", Hues.Survives))]),
                    new BarsMark("gap", [.. drawn.Select((g, i) => new Bar(i, g.Service.TimeToSurviveDays!.Value, g.Service.TimeToRecoverDays ?? most, Words(g), Hues.Gap))]),
                ]),
            ],
        };

        double Gap(NeedGroup g) => (g.Service.TimeToRecoverDays ?? (record.End - control).Days) - g.Service.TimeToSurviveDays!.Value;
    }

    private static string Words(NeedGroup group) => group.Service.TimeToRecoverDays is { } back
        ? $"{Say.Days(group.Service.TimeToSurviveDays!.Value)} to {Days(back)}"
        : $"from {Days(group.Service.TimeToSurviveDays!.Value)} on";

    private static string Days(double days) => Say.Days(days) + " d";
}
