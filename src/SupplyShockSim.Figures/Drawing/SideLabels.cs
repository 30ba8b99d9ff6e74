using SkiaSharp;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Labels to the right of a panel: beside what they name as far as possible, never over one another.</summary>
internal sealed class SideLabels
{
    private const double SampleWidth = 26;
    private const double Indent = 16;
    private const double TextSize = 12;
    private const double DetailSize = 11;
    private const double Gap = 7;
    private const double Edge = 14;
    private const double EmptyWidth = 24;

    /// <summary>Lines that end this many pixels from each other, or less, end together.</summary>
    private const double Apart = 4;

    private readonly SideLabel[] _labels;
    private readonly (List<string> Text, List<string> Detail)[] _lines;
    private readonly double[] _heights;

    /// <param name="labels">From top to bottom in this order where they wish for the same height.</param>
    /// <param name="most">The widest they may be, in pixels.</param>
    public SideLabels(IReadOnlyList<SideLabel> labels, double most)
    {
        _labels = [.. labels.OrderByDescending(l => l.Value)];
        var room = most - Indent - SampleWidth - 6 - Edge;
        _lines = Array.ConvertAll(_labels, l => Lines(l.Label, room));
        _heights = Array.ConvertAll(_lines, l => (l.Text.Count * (TextSize + 2)) + (l.Detail.Count * (DetailSize + 2)));
        var widest = _lines
            .SelectMany(l => l.Text.Select(t => Lettering.Width(t, TextSize, bold: true)).Concat(l.Detail.Select(t => Lettering.Width(t, DetailSize))))
            .DefaultIfEmpty(0).Max();
        Width = _labels.Length == 0 ? EmptyWidth : Math.Ceiling(Indent + SampleWidth + 6 + widest + Edge);
    }

    /// <summary>The room they need beside the panel.</summary>
    public double Width { get; }

    /// <summary>The height they need, one under the other.</summary>
    public double Height => _heights.Sum(h => h + Gap);

    public void Draw(SKCanvas canvas, Field field)
    {
        var tops = Spread([.. _labels.Select((l, i) => field.Y(l.Value) - (_heights[i] / 2))], _heights, field.Top - 8, field.Bottom + 14);
        for (var i = 0; i < _labels.Length; i++)
        {
            DrawOne(canvas, i, field.Right, tops[i], field.Y(_labels[i].Value), IsTied(i, field));
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

    /// <summary>A tie says which line ends where; where lines end together the ties would fan out of one point and say nothing.</summary>
    private bool IsTied(int i, Field field) => _labels[i].IsTied
        && field.X(_labels[i].EndsAt) > field.Right - 2
        && !_labels.Where((other, j) => j != i && other.IsTied && Math.Abs(field.Y(other.Value) - field.Y(_labels[i].Value)) < Apart).Any();

    private static (List<string> Text, List<string> Detail) Lines(Label label, double room) =>
        (Lettering.Wrap(label.Text, room, TextSize, bold: true, most: 2),
            [.. label.Detail.Split('\n').SelectMany(line => Lettering.Wrap(line, room, DetailSize, most: 2))]);

    private void DrawOne(SKCanvas canvas, int i, double x, double top, double wish, bool isTied)
    {
        var label = _labels[i];
        var middle = top + (TextSize / 2) + 1;
        if (isTied)
        {
            Strokes.Line(canvas, x + 1, wish, x + Indent - 2, middle, Palette.Hex(label.Hue), 0.8);
        }

        DrawSample(canvas, label, x + Indent, middle);
        var left = x + Indent + SampleWidth + 6;
        var y = top + TextSize - 1;
        foreach (var line in _lines[i].Text)
        {
            Lettering.Write(canvas, left, y, line, new Letters(TextSize, Palette.Ink, Bold: true));
            y += TextSize + 2;
        }

        foreach (var line in _lines[i].Detail)
        {
            Lettering.Write(canvas, left, y - 1, line, new Letters(DetailSize, Palette.Muted));
            y += DetailSize + 2;
        }
    }

    /// <summary>How the series is drawn, <see cref="SampleWidth"/> wide.</summary>
    public static void DrawSample(SKCanvas canvas, SideLabel label, double x, double middle)
    {
        var colour = Palette.Hex(label.Hue);
        switch (label.Sample)
        {
            case Sample.Area:
                Strokes.Box(canvas, x + 8, middle - 6, SampleWidth - 12, 12, colour);
                break;
            case Sample.Band:
                // A band within a band is seen through both.
                for (var depth = 0; depth <= label.Variant; depth++)
                {
                    Strokes.Box(canvas, x + 8, middle - 6, SampleWidth - 12, 12, Palette.Pale(label.Hue));
                }

                break;
            case Sample.Point:
                Strokes.Box(canvas, x + 10, middle - 3, 6, 6, colour);
                break;
            default:
                Strokes.Line(canvas, x, middle, x + SampleWidth, middle, colour, 2, Palette.Dash(label.Hue, label.Variant));
                break;
        }
    }
}
