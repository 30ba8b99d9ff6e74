namespace SupplyShockSim.Scenarios.Yaml;

/// <summary>A mistake that people make in YAML, where it begins.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Length">How many characters it spans.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do.</param>
internal sealed record YamlMistake(int Line, int Column, int Length, string Message, string Hint)
{
    /// <summary>
    /// The first of the well-known mistakes in a text that could not be parsed, up to the line the parser gave up in; null where none is found.
    /// </summary>
    public static YamlMistake? Find(string text, int lastLine)
    {
        var lines = Files.SourceText.Split(text).ToList();
        var last = Math.Min(lastLine, lines.Count);
        return new YamlMistakes(lines).Find(last);
    }
}

/// <summary>Looks for mistakes line by line, as a reader would, without parsing.</summary>
internal sealed class YamlMistakes(List<string> lines)
{
    private readonly Stack<int> _columns = [];
    private readonly YamlBrackets _brackets = new(lines);
    private bool _opens = true;
    private int _blockText = -1;

    public YamlMistake? Find(int last)
    {
        for (var i = 0; i < last; i++)
        {
            var line = lines[i];
            var indent = line.Length - line.TrimStart(' ').Length;
            if (indent == line.Length || line[indent] == '#' || IsBlockText(indent) || _brackets.IsInside(i))
            {
                continue;
            }

            if ((Dash(i, indent) ?? Key(i, indent) ?? _brackets.Read(i)) is { } mistake)
            {
                return mistake;
            }
        }

        return null;
    }

    /// <summary>Whether a line belongs to a text written below <c>|</c> or <c>&gt;</c>.</summary>
    private bool IsBlockText(int indent)
    {
        _blockText = indent > _blockText ? _blockText : -1;
        return _blockText >= 0;
    }

    private YamlMistake? Dash(int index, int indent) =>
        lines[index][indent] is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '\u2022'
            ? new YamlMistake(index + 1, indent + 1, 1, $"'{lines[index][indent]}' begins no list item", "write a hyphen and a space: `- `")
            : null;

    private YamlMistake? Key(int index, int indent)
    {
        var line = lines[index];
        var start = indent;
        var isItem = false;
        while (line.AsSpan(start).StartsWith("- "))
        {
            Align(start, isKey: false);
            isItem = true;
            start += 2;
            start += line.Length - start - line[start..].TrimStart(' ').Length;
        }

        var key = KeyAt(line.AsSpan(start)).ToString();
        if (key.Length == 0)
        {
            return null;
        }

        var value = start + key.Length + 1;
        if (value < line.Length && line[value] != ' ')
        {
            return line.AsSpan(value).StartsWith("//")
                ? null
                : new YamlMistake(index + 1, value, 1, $"no space follows the colon after '{key}'", $"write `{key}: ` with a space");
        }

        var beside = _columns.Count > 0 ? _columns.Peek() : 0;
        if (!isItem && !Align(start, isKey: true))
        {
            return new YamlMistake(index + 1, start + 1, key.Length, $"the key '{key}' is not in line with the keys before it",
                FormattableString.Invariant($"begin it in column {beside + 1}, with {beside} spaces before it"));
        }

        if (isItem)
        {
            _columns.Push(start);
        }

        return Text(index, indent, value);
    }

    /// <summary>Notes where a key or item begins; false for a key that stands where none can stand.</summary>
    private bool Align(int column, bool isKey)
    {
        var deepest = _columns.Count > 0 ? _columns.Peek() : -1;
        while (_columns.Count > 0 && _columns.Peek() > column)
        {
            _columns.Pop();
        }

        var fits = _columns.Count == 0 ? deepest < 0 : _columns.Peek() == column || (deepest < column && _opens);
        if (isKey && !fits)
        {
            return false;
        }

        if (_columns.Count == 0 || _columns.Peek() < column)
        {
            _columns.Push(column);
        }

        return true;
    }

    /// <summary>The value of a key: plain text must not hold another colon.</summary>
    private YamlMistake? Text(int index, int indent, int at)
    {
        var line = lines[index];
        var comment = line.IndexOf(" #", at, StringComparison.Ordinal);
        var text = line[at..(comment < 0 ? line.Length : comment)].TrimEnd();
        var start = at + text.Length - text.TrimStart().Length;
        text = text.TrimStart();
        _opens = text.Length == 0;
        if (text.Length == 0 || text[0] is '"' or '\'' or '[' or '{' or '&' or '*' or '!')
        {
            return null;
        }

        if (text[0] is '|' or '>')
        {
            _blockText = indent;
            return null;
        }

        return text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':')
            ? new YamlMistake(index + 1, start + 1, text.Length, "this text holds a colon, which would begin another key", "put the whole text into quotes: \"" + Shown(text) + "\"")
            : null;
    }

    private static string Shown(string text) => text.Length <= 60 ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : "...";

    /// <summary>The key that a line begins with, up to its colon; empty where it begins with something else.</summary>
    private static ReadOnlySpan<char> KeyAt(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && (char.IsAsciiLetterOrDigit(line[length]) || line[length] is '_' or '-' or '.'))
        {
            length++;
        }

        return length > 0 && length < line.Length && line[length] == ':' && !char.IsAsciiDigit(line[0]) ? line[..length] : [];
    }
}
