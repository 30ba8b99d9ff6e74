using System.Globalization;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// With which uncertain inputs the shortfall goes up or down: their rank correlation with the tonnes missing, over the draws. It says in which direction and
/// how surely, not by how much, and holds for all inputs varying at once.
/// </summary>
internal sealed class TornadoFigure : FigureKind
{
    /// <summary>With fewer draws everything looks correlated.</summary>
    private const int LeastDraws = 16;

    private const int MostInputs = 24;

    public override string Name => "tornado";

    public override string Needs => "a run that has something uncertain, of which the shortfall depends, with 16 draws or more";

    public override string Meaning => "with which uncertain inputs the tonnes missing rise or fall over the draws, by their rank correlation";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override bool ShowsDraws => true;

    public override Figure? Build(FigureSource source)
    {
        if (DrawTotals.Of(source) is not { Length: >= LeastDraws } totals)
        {
            return null;
        }

        var ranges = source.Ranges!;
        var inputs = ranges.Inputs.Where(i => i.Places.Count == totals.Length)
            .Select(i => (Input: i, Correlation: RankCorrelation.Of(i.Places, totals)))
            .Where(i => i.Correlation is not null)
            .Select(i => (i.Input, Correlation: i.Correlation!.Value))
            .OrderByDescending(i => Math.Abs(i.Correlation)).ThenBy(i => i.Input.Path, StringComparer.Ordinal).ToArray();
        if (inputs.Length == 0)
        {
            return null;
        }

        var (chance, drawn) = (RankCorrelation.Chance(totals.Length), inputs.Take(MostInputs).ToArray());
        var strongest = drawn[0];
        return new Figure
        {
            Name = Name,
            Title = Math.Abs(strongest.Correlation) > chance
                ? $"The shortfall goes most surely with {InputWords.Of(source.Run!.Record.Network, strongest.Input.Path)}: rank correlation {Signed(strongest.Correlation)}"
                : "With none of the uncertain inputs does the shortfall go more surely than chance would have it",
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"Rank correlation (Spearman) of each uncertain input with the tonnes missing, over {totals.Length} draws in which all vary at once: ")
                + "how surely more is missing where the input is larger (right) or smaller (left), not how much more. "
                + $"Grey: no surer than chance in 19 of 20 cases ({Say.Number(-chance)} to {Say.Number(chance)})."
                + (drawn.Any(i => IsList(i.Input)) ? " A list of values counts in the order in which it is written." : "")
                + (inputs.Length > drawn.Length ? $" {Say.Count(inputs.Length - drawn.Length, "weaker one is", "weaker ones are")} not drawn." : ""),
            Footnote = RunFrame.Origin(source, source.Run!)
                + (ranges.RandomControls.Count > 0 ? $"Not among the inputs: what {Say.List(ranges.RandomControls)} draw at random." : ""),
            X = Axis.Numbers("rank correlation with the tonnes missing", Math.Abs(strongest.Correlation)),
            Y = Axis.Names("input", [.. drawn.Select(i => InputWords.Of(source.Run!.Record.Network, i.Input.Path) + (IsList(i.Input) ? $" ({i.Input.Distribution["discrete: ".Length..]})" : ""))]),
            Panels = [new Panel("", [new BarsMark("rank correlation", [.. drawn.Select((input, i) => Bar(i, input.Correlation, chance))])])],
        };
    }

    private static Bar Bar(int place, double correlation, double chance) =>
        new(place, 0, correlation, Signed(correlation), Math.Abs(correlation) > chance ? new Hue(0) : Hue.Rest);

    private static bool IsList(SampledInput input) => input.Distribution.StartsWith("discrete: ", StringComparison.Ordinal);

    private static string Signed(double correlation) => correlation.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
