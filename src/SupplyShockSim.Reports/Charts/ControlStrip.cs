using System.Globalization;

namespace SupplyShockSim.Reports.Charts;

/// <summary>A window in time, in days.</summary>
internal sealed record Window(double From, double Until);

/// <summary>Something to point out: a control and the windows in which it was in force, at least one.</summary>
internal sealed record Band(string Label, IReadOnlyList<Window> Windows);

/// <summary>The controls above a plot, one bar with its name in each line, and their shade over the plot.</summary>
internal static class ControlStrip
{
    private const double LineHeight = 18;
    private const double TextSize = 11;
    private const int MostLines = 5;

    public static double Height(IReadOnlyList<Band> bands) => bands.Count == 0 ? 0 : (Math.Min(bands.Count, MostLines) * LineHeight) + 4;

    /// <summary>Shades the plot below while any control is in force.</summary>
    public static void Shade(Svg svg, IReadOnlyList<Band> bands, Func<double, double> x, double top, double bottom)
    {
        var end = double.NegativeInfinity;
        foreach (var window in bands.SelectMany(b => b.Windows).OrderBy(w => w.From))
        {
            var (left, right) = (Math.Max(x(window.From), end), Math.Max(x(window.Until), x(window.From) + 1));
            if (right <= left)
            {
                continue;
            }

            svg.Rect(left, top, right - left, bottom - top, "fill=\"#eef0f2\"");
            end = right;
        }
    }

    public static void Draw(Svg svg, IReadOnlyList<Band> bands, Func<double, double> x, double left, double right, double top)
    {
        var named = bands.Count > MostLines ? MostLines - 1 : bands.Count;
        for (var i = 0; i < named; i++)
        {
            DrawBand(svg, bands[i], x, left, right, top + (i * LineHeight));
        }

        if (named < bands.Count)
        {
            svg.Text(left, top + (named * LineHeight) + TextSize, string.Create(CultureInfo.InvariantCulture, $"and {bands.Count - named} more controls, shaded below"), TextSize, colour: Palette.Muted);
        }
    }

    /// <summary>The bar, and its name where it fits: within, after or before the bar; cut off where it is too long for all three.</summary>
    private static void DrawBand(Svg svg, Band band, Func<double, double> x, double left, double right, double top)
    {
        foreach (var w in band.Windows)
        {
            svg.Rect(x(w.From), top + 1, Math.Max(1.5, x(w.Until) - x(w.From)), LineHeight - 3, "fill=\"#c3cad1\"");
        }

        var (first, last) = (x(band.Windows.Min(w => w.From)), x(band.Windows.Max(w => w.Until)));
        var (within, after, before) = (last - first - 10, right - last - 6, first - left - 6);
        var width = TextMeasure.Width(band.Label, TextSize);
        var room = width <= within ? within : width <= after ? after : width <= before ? before : Math.Max(within, Math.Max(after, before));
        var text = TextMeasure.Shorten(band.Label, room, TextSize);
        var y = top + TextSize + 1.5;
        if (room == within)
        {
            svg.Text(first + 5, y, text, TextSize);
        }
        else if (room == after)
        {
            svg.Text(last + 6, y, text, TextSize);
        }
        else
        {
            svg.Text(first - 6, y, text, TextSize, anchor: "end");
        }
    }
}
