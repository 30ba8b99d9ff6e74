namespace SupplyShockSim.Reports.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Detail">Its figures in a few words; may be empty.</param>
/// <param name="Vertices">Days and values; at least one.</param>
internal sealed record Curve(string Label, string Detail, Polyline Vertices);

/// <summary>Lines over time, labelled where they end.</summary>
internal sealed record LineChart
{
    public required ChartText Text { get; init; }

    /// <summary>What the value axis counts, with its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Date of day 0.</summary>
    public required DateTime Start { get; init; }

    /// <summary>Length of the time axis in days.</summary>
    public required double Days { get; init; }

    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>At most as many as <see cref="Palette.Count"/>.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>What to say where there is no line to draw.</summary>
    public string WhenEmpty { get; init; } = "";

    public string ToSvg()
    {
        var most = Curves.Aggregate(0.0, (most, c) => Math.Max(most, c.Vertices.Most));
        var frame = new TimeFrame(Text, Unit, Start, Days, most, Bands, [.. Curves.Select(Label)]);
        var svg = frame.Begin();
        if (Curves.Count == 0)
        {
            frame.Message(svg, WhenEmpty);
        }

        for (var i = Curves.Count - 1; i >= 0; i--)
        {
            svg.Path(Outline.Path(frame.Pixels(Curves[i].Vertices)), SideLabels.LineStyle(Palette.Colour(i), Palette.Dash(i)));
        }

        return frame.End(svg);
    }

    private SideLabel Label(Curve curve, int i) => new(curve.Label, curve.Detail, curve.Vertices.Y[^1], Palette.Colour(i), Palette.Dash(i), Sample.Line, Tied: true);
}
