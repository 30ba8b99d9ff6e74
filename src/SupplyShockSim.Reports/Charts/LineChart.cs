using SupplyShockSim.Engine;

namespace SupplyShockSim.Reports.Charts;

/// <summary>A line of a chart: straight from vertex to vertex (day, value), with two vertices on one day where it jumps.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Detail">Its figures in a few words; may be empty.</param>
/// <param name="Vertices">In the order of days.</param>
internal sealed record Curve(string Label, string Detail, IReadOnlyList<(double Day, double Value)> Vertices)
{
    /// <summary>A rate as steps over [0, end].</summary>
    public static List<(double Day, double Value)> Steps(RateSeries series, SimTime end)
    {
        var last = series.ValueAt(SimTime.Zero);
        var vertices = new List<(double Day, double Value)> { (0, last) };
        for (var i = 0; i < series.Count && series.Times[i] < end.Seconds; i++)
        {
            var day = new SimTime(series.Times[i]).Days;
            if (day <= 0) continue;
            vertices.Add((day, last));
            vertices.Add((day, last = series.Values[i]));
        }

        vertices.Add((end.Days, last));
        return vertices;
    }
}

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
        var most = Curves.SelectMany(c => c.Vertices).Select(v => v.Value).DefaultIfEmpty(0).Max();
        var frame = new TimeFrame(Text, Unit, Start, Days, most, Bands, [.. Curves.Select(Label)]);
        var svg = frame.Begin();
        if (Curves.Count == 0) frame.Message(svg, WhenEmpty);
        for (var i = Curves.Count - 1; i >= 0; i--)
        {
            var outline = new Outline();
            foreach (var (day, value) in Curves[i].Vertices) outline.Add(frame.X(day), frame.Y(value));
            svg.Path(outline.Path(), SideLabels.LineStyle(Palette.Colour(i), Palette.Dash(i)));
        }

        return frame.End(svg);
    }

    private SideLabel Label(Curve curve, int i) => new(curve.Label, curve.Detail, curve.Vertices[^1].Value, Palette.Colour(i), Palette.Dash(i), Sample.Line, Tied: true);
}
