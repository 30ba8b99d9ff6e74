using CsvHelper;

namespace SupplyShockSim.Reports.Exports;

/// <summary>A table as text.</summary>
/// <param name="Columns">Names of its columns.</param>
/// <param name="Rows">Its rows, each with a text for each column; empty where there is no value.</param>
internal sealed record DataTable(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    public static DataTable Read(byte[] utf8)
    {
        using var csv = CsvReader.Create(new MemoryStream(utf8), new CsvReaderOptions { HasHeader = false, Separator = ',', DetectSeparatorHint = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return new DataTable(rows[0], rows[1..]);
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="InvalidDataException">The table has no such column: it is of another version of the program.</exception>
    public int this[string column] => Columns.ToList().IndexOf(column) is >= 0 and var at
        ? at
        : throw new InvalidDataException($"a table of the run has no column '{column}'; run the scenario again");
}
