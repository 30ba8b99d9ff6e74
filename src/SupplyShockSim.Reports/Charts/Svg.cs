using System.Globalization;
using System.Text;

namespace SupplyShockSim.Reports.Charts;

/// <summary>Writes an SVG picture. Lengths are pixels, written to a tenth; text is escaped.</summary>
internal sealed class Svg
{
    public const string FontFamily = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private readonly StringBuilder _text = new();

    /// <summary>Opens the picture, with a title and a description for those who cannot see it.</summary>
    /// <param name="id">Distinguishes this picture from others in one page.</param>
    public Svg(string id, double width, double height, string title, string description)
    {
        var (w, h) = (Px(width), Px(height));
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" ")
            .Append(CultureInfo.InvariantCulture, $"aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{FontFamily}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Escape(title)}</title>\n<desc id=\"{id}-desc\">{Escape(description)}</desc>\n");
        Rect(0, 0, width, height, "fill=\"#ffffff\"");
    }

    public void Rect(double x, double y, double width, double height, string style) =>
        _text.Append("<rect x=\"").Append(Px(x)).Append("\" y=\"").Append(Px(y)).Append("\" width=\"").Append(Px(width)).Append("\" height=\"").Append(Px(height)).Append("\" ").Append(style).Append("/>\n");

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _text.Append("<path d=\"M").Append(Px(x1)).Append(' ').Append(Px(y1)).Append('L').Append(Px(x2)).Append(' ').Append(Px(y2)).Append("\" ").Append(style).Append("/>\n");

    public void Path(string d, string style) => _text.Append("<path d=\"").Append(d).Append("\" ").Append(style).Append("/>\n");

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(double x, double y, string text, double size, string anchor = "start", string colour = Palette.Ink, bool bold = false)
    {
        _text.Append("<text x=\"").Append(Px(x)).Append("\" y=\"").Append(Px(y)).Append("\" font-size=\"").Append(Px(size)).Append("\" fill=\"").Append(colour).Append('"');
        if (anchor != "start")
        {
            _text.Append(" text-anchor=\"").Append(anchor).Append('"');
        }

        if (bold)
        {
            _text.Append(" font-weight=\"bold\"");
        }

        _text.Append('>').Append(Escape(text)).Append("</text>\n");
    }

    /// <summary>Closes the picture and returns it.</summary>
    public string Close() => _text.Append("</svg>\n").ToString();

    /// <summary>A length in pixels, to a tenth.</summary>
    public static string Px(double length)
    {
        var rounded = Math.Round(length, 1);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>Text for XML and HTML; characters that XML cannot hold are left out.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0 && !text.AsSpan().ContainsAnyInRange('\0', '\u001f'))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < ' ' => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
