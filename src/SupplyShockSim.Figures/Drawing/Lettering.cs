using SkiaSharp;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Which side of its place a text stands on.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A size in pixels, a colour and a weight.</summary>
internal readonly record struct Letters(double Size, string Colour, bool Bold = false);

/// <summary>Text in the program's own font: how wide it is, how it breaks into lines, and how it gets onto a canvas.</summary>
internal static class Lettering
{
    private const string Ellipsis = "\u2026";

    /// <summary>Width in pixels at a font size in pixels.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        using var font = Font(size, bold);
        return font.MeasureText(Printable.Drawn(text));
    }

    /// <summary>Writes a line with its base at <paramref name="y"/>.</summary>
    public static void Write(SKCanvas canvas, double x, double y, string text, Letters letters, Anchor anchor = Anchor.Start)
    {
        var line = Printable.Drawn(text);
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        using var font = Font(letters.Size, letters.Bold);
        using var paint = new SKPaint { Color = SKColor.Parse(letters.Colour), IsAntialias = true };
        var left = anchor switch { Anchor.Start => x, Anchor.End => x - font.MeasureText(line), _ => x - (font.MeasureText(line) / 2) };
        canvas.DrawText(line, (float)Math.Round(left, 2), (float)Math.Round(y, 2), font, paint);
    }

    /// <summary>
    /// The text in lines no wider than <paramref name="width"/>, broken between words, within a word only where one alone is too wide; what does not
    /// fit into <paramref name="most"/> lines is cut off with an ellipsis.
    /// </summary>
    public static List<string> Wrap(string text, double width, double size, bool bold = false, int most = int.MaxValue)
    {
        var lines = new List<string>();
        using var font = Font(size, bold);
        var rest = Printable.Drawn(text).Trim();
        while (rest.Length > 0)
        {
            var fits = Fitting(rest, width, font);
            if (lines.Count + 1 == most && fits < rest.Length)
            {
                lines.Add(Shorten(rest, width, size, bold));
                return lines;
            }

            lines.Add(rest[..fits].TrimEnd());
            rest = rest[fits..].TrimStart();
        }

        return lines;
    }

    /// <summary>The text, cut off with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        using var font = Font(size, bold);
        var line = Printable.Drawn(text);
        if (font.MeasureText(line) <= width)
        {
            return line;
        }

        var length = line.Length;
        while (length > 0 && font.MeasureText(string.Concat(line.AsSpan(0, length), Ellipsis)) > width)
        {
            length -= length > 1 && char.IsLowSurrogate(line[length - 1]) ? 2 : 1;
        }

        return line[..length].TrimEnd() + Ellipsis;
    }

    /// <summary>How many characters go on one line: up to the last gap between words that fits, at least one.</summary>
    private static int Fitting(string text, double width, SKFont font)
    {
        if (font.MeasureText(text) <= width)
        {
            return text.Length;
        }

        var (gap, length) = (0, 0);
        while (length < text.Length && font.MeasureText(text.AsSpan(0, length + 1)) <= width)
        {
            length++;
            if (length < text.Length && text[length] == ' ')
            {
                gap = length;
            }
        }

        length = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return Math.Max(char.IsSurrogate(text[0]) ? 2 : 1, gap > 0 ? gap : length);
    }

    /// <summary>Without hinting, so that widths grow in proportion to the size and are those the picture has at any scale.</summary>
    private static SKFont Font(double size, bool bold) => new(EmbeddedFont.Face(bold), (float)size)
    {
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
        Edging = SKFontEdging.Antialias,
    };
}
