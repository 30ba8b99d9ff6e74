using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>From a measure without any control to its value under all, control by control, each with its share.</summary>
internal sealed class WaterfallFigure : FigureKind
{
    public override string Name => "waterfall";

    public override string Needs => "a scenario with several controls";

    public override string Meaning => "how much of a measure goes back to which control, from its value without any to that under all";

    public override bool IsUsual => true;

    public override bool ShowsAttribution => true;

    public override Figure? Build(FigureSource source)
    {
        if (source.Attribution is not { } attributed)
        {
            return null;
        }

        var (attribution, unit) = (attributed.Attribution, attributed.Attribution.Measure.Unit == "1" ? "share" : attributed.Attribution.Measure.Unit);
        return new Figure
        {
            Name = Name,
            Title = Finding(attribution),
            Subtitle = $"{Capital(attribution.Measure.Meaning)}, all needs together: each control's share is the mean of what it adds over all orders in which they may come (Shapley).",
            Footnote = source.Origin(attributed.TraceHash) + $"Scenario: {source.Title}. "
                + (attribution.IsExact ? $"Exact, over {Say.Count(attribution.Runs, "subset", "subsets")} of the controls."
                    : $"Estimated from {Say.Number(2 * Attribution.UsualPairs)} random orders; behind ± the standard error."),
            X = Axis.Numbers(unit),
            Y = Axis.Names("control", ["without controls", .. attribution.Shares.Select(s => s.Control), "all controls"]),
            Panels = [new Panel("", [new BarsMark("share", Bars(attribution, unit))])],
        };
    }

    private static string Finding(Attribution attribution)
    {
        var (most, all) = (attribution.Shares.MaxBy(s => Math.Abs(s.Value))!, attribution.Whole - attribution.Without);
        return all == 0 || most.Value == 0
            ? "The controls change nothing in all"
            : $"{most.Control} accounts for {Say.Percent(most.Value / all)} of {Say.Number(all)} {(attribution.Measure.Unit == "1" ? "" : attribution.Measure.Unit)}".TrimEnd();
    }

    private static List<Bar> Bars(Attribution attribution, string unit)
    {
        var bars = new List<Bar> { new(0, 0, attribution.Without, $"{Say.Number(attribution.Without)} {unit}", Hue.Reference) };
        var at = attribution.Without;
        foreach (var share in attribution.Shares)
        {
            var error = share.StandardError is { } e ? $" ± {Say.Number(e)}" : "";
            bars.Add(new Bar(bars.Count, at, at + share.Value, $"{(share.Value > 0 ? "+" : "")}{Say.Number(share.Value)}{error} {unit}", new Hue(share.Value < 0 ? 1 : 0)));
            at += share.Value;
        }

        bars.Add(new Bar(bars.Count, 0, attribution.Whole, $"{Say.Number(attribution.Whole)} {unit}", Hue.Reference));
        return bars;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
