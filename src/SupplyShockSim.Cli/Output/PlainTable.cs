namespace SupplyShockSim.Cli.Output;

/// <summary>Rows of text in columns that line up, two spaces apart.</summary>
internal static class PlainTable
{
    /// <summary>Writes the rows; all have as many cells as the first.</summary>
    /// <param name="writer">Takes one line per row, without trailing spaces.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="isRight">Whether a column is aligned to the right; default: none.</param>
    /// <param name="indent">Spaces before each line.</param>
    public static void Write(TextWriter writer, IReadOnlyList<IReadOnlyList<string>> rows, Func<int, bool>? isRight = null, int indent = 0)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => isRight?.Invoke(column) == true ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            writer.WriteLine((new string(' ', indent) + string.Join("  ", cells)).TrimEnd());
        }
    }
}
