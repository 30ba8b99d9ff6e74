using SupplyShockSim.Engine;

namespace SupplyShockSim.Reports.Charts;

/// <summary>A layer of a stack: a rate over time.</summary>
internal sealed record Layer(string Label, string Detail, RateSeries Rate, bool IsRest = false);

/// <summary>Rates over time, one upon the other, labelled in the right margin; with a line over them to compare the sum with.</summary>
internal sealed record StackedAreaChart
{
    public required ChartText Text { get; init; }

    /// <summary>What the value axis counts, with its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Date of day 0.</summary>
    public required DateTime Start { get; init; }

    public required SimTime End { get; init; }

    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>From the bottom up; at most as many as <see cref="Palette.Count"/>, and one for the rest.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>The rate to compare with, and what it is.</summary>
    public required (string Label, RateSeries Rate) Reference { get; init; }

    /// <summary>What to say where there is no layer to draw.</summary>
    public string WhenEmpty { get; init; } = "";

    public string ToSvg()
    {
        var sums = new RateSeries[Layers.Count];
        for (var i = 0; i < sums.Length; i++) sums[i] = i == 0 ? Layers[0].Rate : RateSeries.Sum([sums[i - 1], Layers[i].Rate]);
        var most = sums.Append(Reference.Rate).Max(s => s.Maximum(SimTime.Zero, End).Value);
        var frame = new TimeFrame(Text, Unit, Start, End.Days, most, Bands, [ReferenceLabel(), .. Layers.Select((layer, i) => Label(layer, i, sums)).Reverse()]);
        var svg = frame.Begin();
        if (Layers.Count == 0) frame.Message(svg, WhenEmpty);

        // Each layer is drawn down to the axis, the topmost first, so that the lower ones cover all but its own part.
        for (var i = sums.Length - 1; i >= 0; i--)
        {
            var floor = Svg.Px(frame.Bottom);
            svg.Path(Outline(frame, sums[i]) + "V" + floor + "H" + Svg.Px(frame.X(0)) + "Z", $"fill=\"{Colour(i)}\" stroke=\"#ffffff\" stroke-width=\"0.7\"");
        }

        svg.Path(Outline(frame, Reference.Rate), SideLabels.LineStyle(Palette.Ink, ReferenceDash));
        return frame.End(svg);
    }

    private const string ReferenceDash = "6 3";

    private string Outline(TimeFrame frame, RateSeries series)
    {
        var outline = new Outline();
        foreach (var (day, value) in Curve.Steps(series, End)) outline.Add(frame.X(day), frame.Y(value));
        return outline.Path();
    }

    private SideLabel ReferenceLabel() => new(
        Reference.Label, "", Reference.Rate.Maximum(SimTime.Zero, End).Value, Palette.Ink, ReferenceDash, Sample.Line, Tied: false);

    /// <summary>A label at the mean height of its layer.</summary>
    private SideLabel Label(Layer layer, int i, RateSeries[] sums) => new(
        layer.Label,
        layer.Detail,
        sums[i].Mean(SimTime.Zero, End) - (layer.Rate.Mean(SimTime.Zero, End) / 2),
        Colour(i),
        "",
        Sample.Area,
        Tied: false);

    private string Colour(int i) => Layers[i].IsRest ? Palette.Rest : Palette.Colour(i);
}
