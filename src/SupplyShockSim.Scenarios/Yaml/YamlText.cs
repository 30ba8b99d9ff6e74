using System.Globalization;
using System.Text;

namespace SupplyShockSim.Scenarios.Yaml;

/// <summary>Writes text so that it reads back as the same text, in block and flow YAML alike.</summary>
internal static class YamlText
{
    /// <summary>Appends a value or key: plain where that is safe, otherwise in double quotes.</summary>
    public static StringBuilder AppendText(this StringBuilder builder, string text)
    {
        if (IsPlain(text))
        {
            return builder.Append(text);
        }

        builder.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\t' => builder.Append("\\t"),
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' or (>= '\ud800' and <= '\udfff') =>
                    builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => builder.Append(c),
            };
        }

        return builder.Append('"');
    }

    /// <summary>Appends nodes as flow YAML.</summary>
    public static StringBuilder AppendNode(this StringBuilder builder, Node node)
    {
        switch (node)
        {
            case ScalarNode { IsNull: true }:
                return builder.Append('~');
            case ScalarNode scalar:
                return builder.AppendText(scalar.Text);
            case ListNode list:
                builder.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    builder.Append(i > 0 ? ", " : "").AppendNode(list.Items[i]);
                }

                return builder.Append(']');
            default:
                var map = (MapNode)node;
                builder.Append('{');
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    builder.Append(i > 0 ? ", " : "").AppendText(map.Entries[i].Key).Append(": ").AppendNode(map.Entries[i].Value);
                }

                return builder.Append('}');
        }
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterOrDigit(text[0]) || text[^1] == ' ' || new ScalarNode(default, text, Plain: true).IsNull)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (' ' or '-' or '_' or '.' or '/' or '%' or '+' or '(' or ')'))
            {
                return false;
            }
        }

        return true;
    }
}
