namespace SupplyShockSim.Scenarios.Yaml;

/// <summary>Finds brackets, braces and quotes that do not close before the next key or item begins.</summary>
internal sealed class YamlBrackets(List<string> lines)
{
    private readonly Stack<(char Sign, int Line, int Column)> _open = [];
    private int _readTo;

    /// <summary>Whether a line was read as the inside of brackets that a line before it opens.</summary>
    public bool IsInside(int index) => index < _readTo;

    /// <summary>Reads a line, and on to the line in which its brackets close.</summary>
    public YamlMistake? Read(int index)
    {
        var indent = Indent(index);
        for (var i = index; i < lines.Count; i++)
        {
            if (i > index && Begins(i, indent))
            {
                break;
            }

            if (Line(i) is { } mistake)
            {
                return mistake;
            }

            if (_open.Count == 0)
            {
                _readTo = i + 1;
                return null;
            }
        }

        var (sign, line, column) = _open.Peek();
        return new YamlMistake(line + 1, column + 1, 1, sign is '"' or '\'' ? $"the text that {sign} begins has no end" : $"'{sign}' is not closed",
            $"close it with `{Closing(sign)}`");
    }

    /// <summary>Whether a line begins a key or item of the block that the brackets stand in, or of one around it.</summary>
    private bool Begins(int index, int indent) =>
        lines[index].Length > Indent(index) && Indent(index) <= indent && lines[index][Indent(index)] is not (']' or '}' or '#');

    private int Indent(int index) => lines[index].Length - lines[index].TrimStart(' ').Length;

    private YamlMistake? Line(int index)
    {
        var line = lines[index];
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            var quote = _open.TryPeek(out var open) && open.Sign is '"' or '\'' ? open.Sign : '\0';
            if (quote != '\0')
            {
                at += quote == '"' && c == '\\' ? 1 : 0;
                if (c == quote && quote == '\'' && at + 1 < line.Length && line[at + 1] == '\'')
                {
                    at++;
                }
                else if (c == quote)
                {
                    _open.Pop();
                }
            }
            else if (c == '#' && (at == 0 || line[at - 1] == ' '))
            {
                return null;
            }
            else if (IsOpening(line, at))
            {
                _open.Push((c, index, at));
            }
            else if (c is ']' or '}' && _open.Count > 0)
            {
                if (Closing(open.Sign) != c)
                {
                    return new YamlMistake(index + 1, at + 1, 1, $"'{c}' closes what '{open.Sign}' opens", $"close it with `{Closing(open.Sign)}`");
                }

                _open.Pop();
            }
        }

        return null;
    }

    /// <summary>Whether a bracket or quote begins a value here, rather than standing inside plain text.</summary>
    private bool IsOpening(string line, int at)
    {
        if (line[at] is not ('[' or '{' or '"' or '\''))
        {
            return false;
        }

        var before = line.AsSpan(0, at).TrimEnd(' ');
        return before.IsEmpty || (before[^1] is ':' or '-' && before.Length < at) || (_open.Count > 0 && before[^1] is '[' or '{' or ',');
    }

    private static char Closing(char sign) => sign switch
    {
        '[' => ']',
        '{' => '}',
        _ => sign,
    };
}
