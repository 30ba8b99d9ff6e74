using System.Globalization;
using SkiaSharp;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>The controls above a panel, one bar with its name in each line, and their shade over the panel.</summary>
internal static class ControlStrip
{
    private const double LineHeight = 18;
    private const double TextSize = 11;
    private const int MostLines = 5;

    public static double Height(IReadOnlyList<Span> spans) => spans.Count == 0 ? 0 : (Math.Min(spans.Count, MostLines) * LineHeight) + 4;

    /// <summary>Shades from <paramref name="top"/> to the foot of the panel while any control is in force.</summary>
    public static void Shade(SKCanvas canvas, IReadOnlyList<Span> spans, Field field, double top)
    {
        var end = double.NegativeInfinity;
        foreach (var window in spans.SelectMany(b => b.Windows).OrderBy(w => w.From))
        {
            var (left, right) = (Math.Max(field.X(window.From), end), Math.Max(field.X(window.Until), field.X(window.From) + 1));
            if (right > left)
            {
                Strokes.Box(canvas, left, top, right - left, field.Bottom - top, Palette.Shade);
                end = right;
            }
        }
    }

    /// <summary>Draws the bars above a field; their names may go on to <paramref name="right"/>.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<Span> spans, Field field, double top, double right)
    {
        var named = spans.Count > MostLines ? MostLines - 1 : spans.Count;
        for (var i = 0; i < named; i++)
        {
            DrawSpan(canvas, spans[i], field, top + (i * LineHeight), right);
        }

        if (named < spans.Count)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"and {spans.Count - named} more controls, shaded below");
            Lettering.Write(canvas, field.Left, top + (named * LineHeight) + TextSize, text, new Letters(TextSize, Palette.Muted));
        }
    }

    /// <summary>The bar, and its name where it fits: within, after or before the bar; cut off where it is too long for all three.</summary>
    private static void DrawSpan(SKCanvas canvas, Span span, Field field, double top, double right)
    {
        foreach (var w in span.Windows)
        {
            Strokes.Box(canvas, field.X(w.From), top + 1, Math.Max(1.5, field.X(w.Until) - field.X(w.From)), LineHeight - 3, Palette.Control);
        }

        var (first, last) = (field.X(span.Windows.Min(w => w.From)), field.X(span.Windows.Max(w => w.Until)));
        var (within, after, before) = (last - first - 10, right - last - 6, first - field.Left - 6);
        var width = Lettering.Width(span.Label, TextSize);
        var room = width <= within ? within : width <= after ? after : width <= before ? before : Math.Max(within, Math.Max(after, before));
        var text = Lettering.Shorten(span.Label, room, TextSize);
        var (x, anchor) = room == within ? (first + 5, Anchor.Start) : room == after ? (last + 6, Anchor.Start) : (first - 6, Anchor.End);
        Lettering.Write(canvas, x, top + TextSize + 1.5, text, new Letters(TextSize, Palette.Ink), anchor);
    }
}
