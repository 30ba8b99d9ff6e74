using SupplyShockSim.Analysis;
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

    /// <summary>A rate to compare the sum with, and what it is; null for none.</summary>
    public (string Label, RateSeries Rate)? Reference { get; init; }

    /// <summary>What to say where there is no layer to draw.</summary>
    public string WhenEmpty { get; init; } = "";

    public string ToSvg()
    {
        var sums = new RateSeries[Layers.Count];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = i == 0 ? Layers[0].Rate : RateSum.Of([sums[i - 1], Layers[i].Rate]);
        }

        var peak = sums.Length == 0 ? default : sums[^1].Maximum(SimTime.Zero, End);
        var most = Math.Max(peak.Value, Reference?.Rate.Maximum(SimTime.Zero, End).Value ?? 0);
        var frame = new TimeFrame(Text, Unit, Start, End.Days, most, Bands, Labels(sums, peak.Time));
        var svg = frame.Begin();
        if (Layers.Count == 0)
        {
            frame.Message(svg, WhenEmpty);
        }

        // Each layer is drawn down to the axis, the topmost first, so that the lower ones cover all but its own part.
        // The outline in its own colour keeps spikes visible that are thinner than a pixel.
        for (var i = sums.Length - 1; i >= 0; i--)
        {
            var closed = Outline.Path(frame.Pixels(Polyline.Steps(sums[i], End))) + "V" + Svg.Px(frame.Bottom) + "H" + Svg.Px(frame.X(0)) + "Z";
            svg.Path(closed, $"fill=\"{Colour(i)}\" stroke=\"{Colour(i)}\" stroke-width=\"0.8\"");
        }

        if (Reference is { } reference)
        {
            svg.Path(Outline.Path(frame.Pixels(Polyline.Steps(reference.Rate, End))), SideLabels.LineStyle(Palette.Ink, ReferenceDash));
        }

        return frame.End(svg);
    }

    private const string ReferenceDash = "6 3";

    /// <summary>The labels from the top down, each at the middle of its layer when the stack is highest.</summary>
    private List<SideLabel> Labels(RateSeries[] sums, SimTime highest)
    {
        var labels = new List<SideLabel>();
        if (Reference is { } reference)
        {
            labels.Add(new SideLabel(reference.Label, "", reference.Rate.ValueAt(highest), Palette.Ink, ReferenceDash, Sample.Line, Tied: false));
        }

        for (var i = Layers.Count - 1; i >= 0; i--)
        {
            var middle = sums[i].ValueAt(highest) - (Layers[i].Rate.ValueAt(highest) / 2);
            labels.Add(new SideLabel(Layers[i].Label, Layers[i].Detail, middle, Colour(i), "", Sample.Area, Tied: false));
        }

        return labels;
    }

    private string Colour(int i) => Layers[i].IsRest ? Palette.Rest : Palette.Colour(i);
}
