namespace SupplyShockSim.Scenarios.Files;

/// <summary>A text that values come from: its name for messages, and its lines when one has to be shown.</summary>
internal sealed class SourceText(string path, Func<IEnumerable<string>> lines)
{
    private List<string>? _lines;
    private int _readTo;

    /// <summary>The name shown in messages.</summary>
    public string Path { get; } = path;

    /// <summary>A text in memory.</summary>
    public static SourceText Of(string path, string text) => new(path, () => Split(text));

    /// <summary>The line of this number, from 1; null beyond the end. Reads the text up to there and well beyond, so that many questions cost few readings.</summary>
    public string? Line(int number)
    {
        if (_lines is null || number > _readTo)
        {
            _readTo = Math.Max(number + 1000, 4 * _readTo);
            _lines = [.. lines().Take(_readTo)];
        }

        return number >= 1 && number <= _lines.Count ? _lines[number - 1] : null;
    }

    /// <summary>The lines of a text, broken where YAML breaks lines.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            yield return text[start..end];
            start = end + (text.AsSpan(Math.Min(end, text.Length)).StartsWith("\r\n") ? 2 : 1);
        }
    }
}
