using System.Globalization;

namespace SupplyShockSim.Cli.Running;

/// <summary>A table of dates to point out in figures: <c>date,text</c>, such as <c>2025-05-12,tariffs are cut for 90 days</c>.</summary>
internal static class NotesFile
{
    private const string Header = "date,text";

    /// <exception cref="CliException">It cannot be read, or a line is wrong; all of them are told.</exception>
    public static IReadOnlyList<(DateTime Date, string Text)> Load(CommandContext context, string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(context.Environment.Locate(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.InvalidInput, $"cannot read {path}: {problem.Message}");
        }

        var problems = new List<string>();
        if (lines.Length == 0 || lines[0].TrimEnd() != Header)
        {
            problems.Add($"{path}:1:1: the first line is {Header}");
        }

        var notes = new List<(DateTime Date, string Text)>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            var (date, text) = lines[i].Split(',', 2) is [var before, var after] ? (before.Trim(), Unquoted(after.Trim())) : (lines[i].Trim(), "");
            if (text.Length > 0 && DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                notes.Add((day, text));
            }
            else
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{i + 1}:1: not a date and a text, such as 2025-05-12,tariffs are cut"));
            }
        }

        return problems.Count == 0 ? notes : throw new CliException(ExitCode.InvalidInput, string.Join("\n  ", problems));
    }

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
}
