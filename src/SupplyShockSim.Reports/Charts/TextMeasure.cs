namespace SupplyShockSim.Reports.Charts;

/// <summary>How wide text is, near enough to lay it out without a font: the widths of Helvetica, with a margin for its substitutes.</summary>
internal static class TextMeasure
{
    private const double Margin = 1.04;
    private const double Bold = 1.07;

    // Thousandths of the font size for ' ' to '~': Adobe Font Metrics of Helvetica.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width in pixels at a font size in pixels.</summary>
    public static double Width(ReadOnlySpan<char> text, double size, bool bold = false)
    {
        var thousandths = 0;
        foreach (var c in text)
        {
            thousandths += c is >= ' ' and <= '~' ? Widths[c - ' '] : c < '\u2e80' ? 600 : 1000;
        }

        return thousandths * size / 1000 * Margin * (bold ? Bold : 1);
    }

    /// <summary>
    /// The text in lines no wider than <paramref name="width"/>, broken between words, within a word only where one alone is too wide;
    /// what does not fit into <paramref name="most"/> lines is cut off with an ellipsis.
    /// </summary>
    public static List<string> Wrap(string text, double width, double size, bool bold = false, int most = int.MaxValue)
    {
        var lines = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var fits = Fitting(rest, width, size, bold);
            if (lines.Count + 1 == most && fits < rest.Length)
            {
                lines.Add(Shorten(rest.ToString(), width, size, bold));
                return lines;
            }

            lines.Add(rest[..fits].TrimEnd().ToString());
            rest = rest[fits..].TrimStart();
        }

        return lines;
    }

    /// <summary>The text, cut off with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
        {
            return text;
        }

        var length = text.Length;
        while (length > 0 && Width(text.AsSpan(0, length), size, bold) + Width("\u2026", size, bold) > width)
        {
            length--;
        }

        return text.AsSpan(0, length).TrimEnd().ToString() + "\u2026";
    }

    /// <summary>How many characters go on one line: up to the last gap between words that fits, at least one.</summary>
    private static int Fitting(ReadOnlySpan<char> text, double width, double size, bool bold)
    {
        if (Width(text, size, bold) <= width)
        {
            return text.Length;
        }

        var (gap, length) = (0, 0);
        while (length < text.Length && Width(text[..(length + 1)], size, bold) <= width)
        {
            length++;
            if (length < text.Length && text[length] == ' ')
            {
                gap = length;
            }
        }

        return Math.Max(1, gap > 0 ? gap : length);
    }
}
