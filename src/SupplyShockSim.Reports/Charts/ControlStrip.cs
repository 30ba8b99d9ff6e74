using System.Globalization;

namespace SupplyShockSim.Reports.Charts;

/// <summary>A span of time to point out: a control and the windows in which it was in force, in days.</summary>
internal sealed record Band(string Label, IReadOnlyList<(double From, double Until)> Windows);

/// <summary>The controls above a plot, one bar with its name in each line, and their shade over the plot.</summary>
internal static class ControlStrip
{
    private const double LineHeight = 18;
    private const double TextSize = 11;
    private const int MostLines = 5;

    public static double Height(IReadOnlyList<Band> bands) => bands.Count == 0 ? 0 : (Math.Min(bands.Count, MostLines) * LineHeight) + 4;

    /// <summary>Shades the plot below while a control is in force; where several are, darker.</summary>
    public static void Shade(Svg svg, IReadOnlyList<Band> bands, Func<double, double> x, double top, double bottom)
    {
        foreach (var (from, until) in bands.SelectMany(b => b.Windows).Distinct())
            svg.Rect(x(from), top, Math.Max(1, x(until) - x(from)), bottom - top, "fill=\"#5b6b7a\" fill-opacity=\"0.10\"");
    }

    public static void Draw(Svg svg, IReadOnlyList<Band> bands, Func<double, double> x, double left, double right, double top)
    {
        var named = bands.Count > MostLines ? MostLines - 1 : bands.Count;
        for (var i = 0; i < named; i++) DrawBand(svg, bands[i], x, left, right, top + (i * LineHeight));
        if (named < bands.Count)
            svg.Text(left, top + (named * LineHeight) + TextSize, string.Create(CultureInfo.InvariantCulture, $"and {bands.Count - named} more controls, shaded below"), TextSize, colour: Palette.Muted);
    }

    /// <summary>The bar, and its name where there is most room: after it, before it, or over it.</summary>
    private static void DrawBand(Svg svg, Band band, Func<double, double> x, double left, double right, double top)
    {
        foreach (var (from, until) in band.Windows) svg.Rect(x(from), top + 2, Math.Max(1.5, x(until) - x(from)), LineHeight - 6, "fill=\"#5b6b7a\" fill-opacity=\"0.55\"");
        var (first, last) = band.Windows.Count == 0 ? (left, left) : (x(band.Windows.Min(w => w.From)), x(band.Windows.Max(w => w.Until)));
        var (after, before, width) = (right - last - 6, first - left - 6, TextMeasure.Width(band.Label, TextSize));
        var y = top + TextSize + 1;
        if (width <= after || (after >= before && after > 0.45 * (right - left))) svg.Text(last + 6, y, TextMeasure.Shorten(band.Label, after, TextSize), TextSize);
        else if (width <= before || before > 0.45 * (right - left)) svg.Text(first - 6, y, TextMeasure.Shorten(band.Label, before, TextSize), TextSize, anchor: "end");
        else
        {
            var text = TextMeasure.Shorten(band.Label, last - first - 16, TextSize);
            svg.Rect(first + 5, top + 2, TextMeasure.Width(text, TextSize) + 6, LineHeight - 6, "fill=\"#ffffff\"");
            svg.Text(first + 8, y, text, TextSize);
        }
    }
}
