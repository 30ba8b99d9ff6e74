using System.Text;
using SupplyShockSim.Figures.Drawing;

namespace SupplyShockSim.Figures;

/// <summary>Text on its way into XML and HTML.</summary>
public static class Markup
{
    /// <summary>The text in one line and escaped; characters that XML cannot hold are left out.</summary>
    public static string Escape(string text)
    {
        var line = Printable.Line(text);
        if (line.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return line;
        }

        var escaped = new StringBuilder(line.Length + 16);
        foreach (var c in line)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
