namespace SupplyShockSim.Cli.Output;

/// <summary>A column of a <see cref="FittedTable"/>.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Rank">Columns of the highest rank are left out first where the line is short; one of rank 0 always stays.</param>
/// <param name="IsRight">Whether it holds numbers, which stand to the right.</param>
/// <param name="IsWhole">Whether columns of a higher rank go before its text is broken.</param>
internal readonly record struct FittedColumn(string Name, int Rank = 0, bool IsRight = false, bool IsWhole = false);

/// <summary>Rows of text that keep within the width of a line: columns are dropped by rank, and text breaks between words only.</summary>
internal static class FittedTable
{
    private const int Gap = 2;

    /// <summary>Text of so many characters a line still reads well; rather than narrow it further, a column goes.</summary>
    private const int Comfortable = 24;

    /// <param name="writer">Takes the lines, without trailing spaces.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="columns">The columns; the first names the row and never goes.</param>
    /// <param name="rows">The cells.</param>
    public static void Write(TextWriter writer, int width, IReadOnlyList<FittedColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [[.. columns.Select(c => c.Name)], .. rows];
        var natural = columns.Select((_, c) => all.Max(row => row[c].Length)).ToArray();
        var kept = Enumerable.Range(0, columns.Count).Where(c => rows.Any(row => row[c].Length > 0)).ToList();
        int Total(Func<int, int> of) => kept.Sum(of) + (Gap * (kept.Count - 1));
        int Narrowest(int c) => columns[c].IsRight ? natural[c] : all.Max(row => LongestWord(row[c]));
        int Readable(int c) => columns[c].IsWhole ? natural[c] : Math.Max(Narrowest(c), Math.Min(natural[c], Comfortable));
        while (Total(Readable) > width && kept.Exists(c => c > 0 && columns[c].Rank > 0))
        {
            kept.Remove(kept.Skip(1).MaxBy(c => (columns[c].Rank, c)));
        }

        // What is left to save is taken from the widest text.
        var widths = (int[])natural.Clone();
        while (Total(c => widths[c]) > width && kept.Where(c => widths[c] > Narrowest(c)).ToArray() is { Length: > 0 } wide)
        {
            widths[wide.MaxBy(c => widths[c])]--;
        }

        foreach (var row in all)
        {
            WriteRow(writer, row, kept, widths, columns);
        }
    }

    /// <summary>A text in lines that break between words; a word longer than a line has a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>A text behind others, broken between words where the line ends and then indented as far; beneath them where there is no room.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="before">What stands before it on its first line, its parts two spaces or more apart.</param>
    /// <param name="text">The text.</param>
    public static void Hang(TextWriter writer, int width, string before, string text)
    {
        if (width - before.Length < Math.Min(Comfortable, text.Length) && before.Trim().Length > 0)
        {
            var parts = before.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                var indented = i == 0 ? "  " : "    ";
                foreach (var line in Wrap(parts[i], width - indented.Length))
                {
                    writer.WriteLine(indented + line);
                }
            }

            before = "    ";
        }

        var indent = new string(' ', before.Length);
        foreach (var line in Wrap(text, width - before.Length))
        {
            writer.WriteLine((before + line).TrimEnd());
            before = indent;
        }
    }

    private static void WriteRow(TextWriter writer, IReadOnlyList<string> row, List<int> kept, int[] widths, IReadOnlyList<FittedColumn> columns)
    {
        var cells = kept.Select(c => columns[c].IsRight ? [row[c]] : Wrap(row[c], widths[c])).ToArray();
        for (var line = 0; line < cells.Max(c => c.Count); line++)
        {
            var texts = kept.Select((c, i) => (Column: c, Text: line < cells[i].Count ? cells[i][line] : ""))
                .Select(t => columns[t.Column].IsRight ? t.Text.PadLeft(widths[t.Column]) : t.Text.PadRight(widths[t.Column]));
            writer.WriteLine(string.Join(new string(' ', Gap), texts).TrimEnd());
        }
    }

    private static int LongestWord(string text) => text.Split(' ').Max(word => word.Length);
}
