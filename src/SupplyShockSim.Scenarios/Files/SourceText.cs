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

    /// <summary>The line of this number, from 1; null beyond the end. Reads the text up to there, once.</summary>
    public string? Line(int number)
    {
        if (_lines is null || number > _readTo)
        {
            _readTo = number + 1000;
            _lines = [.. lines().Take(_readTo)];
        }

        return number >= 1 && number <= _lines.Count ? _lines[number - 1] : null;
    }

    private static IEnumerable<string> Split(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
