using System.Text;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Text that can be printed: in one line, without characters that XML cannot hold.</summary>
internal static class Printable
{
    /// <summary>Stands for a character that the font does not have.</summary>
    private const string Unknown = "\u25a1";

    /// <summary>Tabs and ends of lines as a blank; what XML cannot hold (control characters, halves of pairs, U+FFFE, U+FFFF) left out.</summary>
    public static string Line(string text) => Each(text, _ => true);

    /// <summary>The same, with a square for every character that the font does not have: it would be drawn as nothing, and nobody would know.</summary>
    public static string Drawn(string text) => Each(text, c => EmbeddedFont.Face(bold: false).ContainsGlyph(c.Value));

    private static string Each(string text, Func<Rune, bool> isKnown)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                i++;
                continue;
            }

            i += rune.Utf16SequenceLength;
            if (rune.Value is '\t' or '\n' or '\r')
            {
                clean.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xfffe or 0xffff))
            {
                clean.Append(isKnown(rune) ? rune.ToString() : Unknown);
            }
        }

        return clean.ToString();
    }
}
