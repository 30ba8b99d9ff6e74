namespace SupplyShockSim.Reports.Charts;

/// <summary>How a label's series is drawn, repeated beside its text.</summary>
internal enum Sample
{
    Line,
    Area,
}

/// <summary>A label in the margin to the right of the plot.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Detail">Its figures, in smaller print beneath; may be empty, and may have several lines.</param>
/// <param name="Value">The height on the value axis at which the label would best stand.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Dash">Its dash pattern.</param>
/// <param name="Sample">Line or area.</param>
/// <param name="Tied">True to tie the label to that height at the plot's right edge with a thin line.</param>
internal sealed record SideLabel(string Text, string Detail, double Value, string Colour, string Dash, Sample Sample, bool Tied);

/// <summary>Labels to the right of a plot: beside what they name as far as possible, never over one another.</summary>
internal static class SideLabels
{
    public const double Width = 218;
    private const double SampleWidth = 26;
    private const double Indent = 16;
    private const double TextSize = 12;
    private const double DetailSize = 11;
    private const double Gap = 7;

    /// <summary>The height they need, one under the other.</summary>
    public static double Height(IReadOnlyList<SideLabel> labels) => labels.Sum(l => HeightOf(Lines(l)) + Gap);

    /// <param name="svg">Where to draw.</param>
    /// <param name="labels">From top to bottom in this order where they wish for the same height.</param>
    /// <param name="x">The right edge of the plot.</param>
    /// <param name="top">The upper limit.</param>
    /// <param name="bottom">The lower limit.</param>
    /// <param name="y">Pixels of a value; greater values stand higher.</param>
    public static void Draw(Svg svg, IReadOnlyList<SideLabel> labels, double x, double top, double bottom, Func<double, double> y)
    {
        var order = labels.OrderByDescending(l => l.Value).ToArray();
        var texts = Array.ConvertAll(order, Lines);
        var heights = Array.ConvertAll(texts, HeightOf);
        var tops = Spread([.. order.Select((l, i) => y(l.Value) - (heights[i] / 2))], heights, top, bottom);
        for (var i = 0; i < order.Length; i++)
        {
            DrawOne(svg, order[i], texts[i], x, tops[i], y(order[i].Value));
        }
    }

    /// <summary>Upper edges as near as may be to the wishes (ascending), in order, at least a gap apart, between the limits as long as there is room.</summary>
    public static double[] Spread(double[] wishes, double[] heights, double top, double bottom)
    {
        var placed = (double[])wishes.Clone();
        var limit = top;
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = Math.Max(placed[i], limit);
            limit = placed[i] + heights[i] + Gap;
        }

        limit = bottom;
        for (var i = placed.Length - 1; i >= 0; i--)
        {
            placed[i] = Math.Min(placed[i], limit - heights[i]);
            limit = placed[i] - Gap;
        }

        return placed;
    }

    private static (List<string> Text, List<string> Detail) Lines(SideLabel label) =>
        (TextMeasure.Wrap(label.Text, TextWidth, TextSize, bold: true, most: 2), [.. label.Detail.Split('\n').SelectMany(line => TextMeasure.Wrap(line, TextWidth, DetailSize, most: 2))]);

    private static double TextWidth => Width - Indent - SampleWidth - 14;

    private static double HeightOf((List<string> Text, List<string> Detail) lines) => (lines.Text.Count * (TextSize + 2)) + (lines.Detail.Count * (DetailSize + 2));

    private static void DrawOne(Svg svg, SideLabel label, (List<string> Text, List<string> Detail) lines, double x, double top, double wish)
    {
        var middle = top + (TextSize / 2) + 1;
        if (label.Tied)
        {
            svg.Line(x + 1, wish, x + Indent - 2, middle, $"stroke=\"{label.Colour}\" stroke-width=\"0.8\" fill=\"none\"");
        }

        if (label.Sample == Sample.Area)
        {
            svg.Rect(x + Indent + 8, middle - 6, SampleWidth - 12, 12, $"fill=\"{label.Colour}\"");
        }
        else
        {
            svg.Line(x + Indent, middle, x + Indent + SampleWidth, middle, LineStyle(label.Colour, label.Dash));
        }

        var y = top + TextSize - 1;
        foreach (var line in lines.Text)
        {
            svg.Text(x + Indent + SampleWidth + 6, y, line, TextSize, bold: true);
            y += TextSize + 2;
        }

        foreach (var line in lines.Detail)
        {
            svg.Text(x + Indent + SampleWidth + 6, y - 1, line, DetailSize, colour: Palette.Muted);
            y += DetailSize + 2;
        }
    }

    /// <summary>How a series' line is drawn, in the plot and beside its label.</summary>
    public static string LineStyle(string colour, string dash) =>
        $"fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-linejoin=\"round\"" + (dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"");
}
