using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>In which share of the draws more than so many tonnes are missing: what a reserve of that size would not have covered.</summary>
internal sealed class ExceedanceFigure : FigureKind
{
    public override string Name => "exceedance";

    public override string Needs => "a run that has something uncertain";

    public override string Meaning => "in which share of the draws of what is uncertain more than so many tonnes are missing";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override bool ShowsDraws => true;

    public override bool ShowsSeveral => true;

    public override Figure? Build(FigureSource source)
    {
        var totals = source.All.Select(DrawTotals.Of).OfType<double[]>().ToArray();
        if (totals.Length < source.All.Count)
        {
            return null;
        }

        var spreads = totals.Select(t => Spread.Of(t)).ToArray();
        return new Figure
        {
            Name = Name,
            Title = totals.Length == 1
                ? $"In half of the draws more than {Say.Number(spreads[0].Q50)} t are missing, in one of twenty more than {Say.Number(spreads[0].Q95)} t"
                : "In half of the draws more is missing than: " + string.Join("; ", source.All.Select((s, i) => $"{s.Name} {Say.Number(spreads[i].Q50)} t")),
            Subtitle = "Share of the draws of what is uncertain in which more than so much is missing over the run, all materials together, in percent. "
                + "The points are the runs themselves.",
            Footnote = RunFrame.Origin(source, source.Run!),
            X = Axis.Numbers("t missing", totals.Max(t => t.Max())),
            Y = Axis.Numbers("% of the draws", 100),
            Panels = [new Panel("", [.. source.All.SelectMany((run, i) => Marks(run, totals[i], totals.Length == 1 ? "Draws" : run.Name, new Hue(i % Hue.Places)))])],
        };
    }

    private static IEnumerable<Mark> Marks(FigureSource source, double[] totals, string name, Hue hue)
    {
        var curve = Curve(totals);
        var spread = Spread.Of(totals);
        var @base = DrawTotals.Base(source);
        var above = 100.0 * totals.Count(t => t > @base) / totals.Length;
        yield return new LineMark(
            new Label(name, $"{Say.Count(totals.Length, "draw", "draws")}, {RangeWords.Span(spread)} t in nine of ten"), curve, hue);
        var point = new Polyline();
        point.Add(@base, above);
        yield return new PointsMark(new Label(name == "Draws" ? "The run itself" : $"{name}, the run", $"{Say.Number(@base)} t; more in {Say.Number(above)} %"), point, hue);
    }

    /// <summary>Steps from zero to the largest total; each holds from a total to the next.</summary>
    private static Polyline Curve(double[] totals)
    {
        var sorted = totals.Order().ToArray();
        var curve = new Polyline { IsSteps = true };
        if (sorted[0] > 0)
        {
            curve.Add(0, 100);
        }

        for (var i = 0; i < sorted.Length; i++)
        {
            if (i + 1 == sorted.Length || sorted[i + 1] > sorted[i])
            {
                curve.Add(sorted[i], 100.0 * (sorted.Length - 1 - i) / sorted.Length);
            }
        }

        return curve;
    }
}
