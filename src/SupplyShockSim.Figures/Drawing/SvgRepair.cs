using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>
/// Makes of the SVG that Skia writes one that can be kept. Skia counts the ids of its clips through the life of the process; it lists the place of each
/// letter, with a comma too many, breaks lines within texts, writes eight digits, and leaves the picture without view box, title and description.
/// </summary>
internal static partial class SvgRepair
{
    /// <summary>The program's own font, and what has the same widths elsewhere.</summary>
    public const string FontFamily = "'Liberation Sans', Arial, Helvetica, sans-serif";

    private const int Decimals = 1;

    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <param name="svg">As Skia wrote it.</param>
    /// <param name="figure">Gives the ids their prefix, and title and description their text.</param>
    /// <param name="width">Pixels of the view box.</param>
    /// <param name="height">Pixels of the view box.</param>
    public static string Of(string svg, Figure figure, int width, int height)
    {
        var root = XElement.Parse(svg);
        var clips = new Clips(figure.Name);
        var text = new StringBuilder(svg.Length / 2);
        text.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"{Namespace}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" ")
            .Append(CultureInfo.InvariantCulture, $"aria-labelledby=\"{figure.Name}-title {figure.Name}-desc\" font-family=\"{FontFamily}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{figure.Name}-title\">{Markup.Escape(figure.Title)}</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<desc id=\"{figure.Name}-desc\">{Markup.Escape(figure.Description)}</desc>\n");
        foreach (var child in root.Elements())
        {
            Write(text, child, clips);
        }

        return text.Append("</svg>\n").ToString();
    }

    private static void Write(StringBuilder text, XElement element, Clips clips)
    {
        var name = element.Name.LocalName;
        if (name == "clipPath" && !clips.IsNew(element))
        {
            return;
        }

        text.Append('<').Append(name);
        if (name == "text")
        {
            WriteText(text, element);
            return;
        }

        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var value = attribute.Name.LocalName switch
            {
                "id" or "clip-path" => clips.Renamed(attribute.Value),
                "fill" or "stroke" => attribute.Value,
                _ => Rounded(attribute.Value),
            };
            Attribute(text, attribute.Name.LocalName, value);
        }

        if (!element.HasElements)
        {
            text.Append("/>\n");
            return;
        }

        text.Append(">\n");
        foreach (var child in element.Elements())
        {
            Write(text, child, clips);
        }

        text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>The place of the first letter and the length of the whole, so that a reader's own font keeps the layout.</summary>
    private static void WriteText(StringBuilder text, XElement element)
    {
        var words = element.Value.Trim();
        var size = Value(element, "font-size");
        var isBold = element.Attribute("font-weight") is not null;
        Attribute(text, "x", Rounded(First(Value(element, "x"))));
        Attribute(text, "y", Rounded(First(Value(element, "y"))));
        Attribute(text, "textLength",
            Rounded(Lettering.Width(words, double.Parse(size, CultureInfo.InvariantCulture), isBold).ToString("R", CultureInfo.InvariantCulture)));
        Attribute(text, "lengthAdjust", "spacingAndGlyphs");
        Attribute(text, "font-size", size);
        if (isBold)
        {
            Attribute(text, "font-weight", "bold");
        }

        Attribute(text, "fill", Value(element, "fill"));
        text.Append('>').Append(Markup.Escape(words)).Append("</text>\n");
    }

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static string First(string list) => list.Split(',', 2)[0].Trim();

    private static void Attribute(StringBuilder text, string name, string value) =>
        text.Append(' ').Append(name).Append("=\"").Append(Markup.Escape(value)).Append('"');

    /// <summary>Every number to a tenth of a pixel.</summary>
    private static string Rounded(string value) => Decimal().Replace(value, static number =>
    {
        var rounded = Math.Round(double.Parse(number.ValueSpan, CultureInfo.InvariantCulture), Decimals);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    });

    [GeneratedRegex(@"-?\d*\.\d+(?:[eE][-+]?\d+)?|-?\d+[eE][-+]?\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decimal();

    /// <summary>The clips of a picture, counted from 1; equal ones are one.</summary>
    private sealed class Clips(string prefix)
    {
        private readonly Dictionary<string, string> _byShape = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);

        public bool IsNew(XElement clip)
        {
            var shape = string.Concat(clip.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting)));
            var isNew = !_byShape.TryGetValue(shape, out var id);
            if (isNew)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-clip{_byShape.Count + 1}");
                _byShape.Add(shape, id);
            }

            _byId[Value(clip, "id")] = id!;
            return isNew;
        }

        /// <summary>An id, or the reference to one as <c>url(#id)</c>.</summary>
        public string Renamed(string value) => value.StartsWith("url(#", StringComparison.Ordinal) ? $"url(#{_byId[value[5..^1]]})" : _byId[value];
    }
}
