using System.Globalization;
using System.Text.Unicode;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Inputs;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Backtests;

/// <summary>Reads an observed file, cell by cell, and reports all that is wrong with it.</summary>
internal sealed class ObservedReader(string path, IFileSource files, DiagnosticBag bag)
{
    private static readonly string[] Required = ["month", "destination", "tonnes"];

    private readonly Dictionary<(Month, string), int> _lines = [];
    private readonly List<Observation> _rows = [];
    private IReadOnlyList<Range> _cells = [];
    private SourceText _source = SourceText.Of(path, "");

    public ObservedFile? Read()
    {
        var input = new InputReader(files, bag);
        if (input.ReadBytes(path, Place.StartOf(_source), "give one row for each month and destination") is not { } bytes)
        {
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.NotUtf8, "the file is not UTF-8", "save it as UTF-8");
            return null;
        }

        _source = new SourceText(path, () => RowReader.Lines(new MemoryStream(bytes), Limits.LineLength));
        using var rows = new RowReader(new MemoryStream(bytes), Limits.LineLength);
        Table(rows);
        return new ObservedFile(input.Inputs[0], _rows);
    }

    private void Table(RowReader rows)
    {
        var status = rows.Next();
        if (status == RowStatus.End || rows.Number > 1)
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.Empty, "the file does not begin with column names",
                "begin it with the line month,destination,tonnes");
            return;
        }

        if (status == RowStatus.TooLong)
        {
            TooLong(rows);
            return;
        }

        if (Cells(rows) is not { } names || Columns(names) is not { } columns)
        {
            return;
        }

        for (status = rows.Next(); status == RowStatus.Row; status = rows.Next())
        {
            if (Cells(rows) is not { } cells)
            {
                continue;
            }

            if (cells.Length != names.Length)
            {
                Report(rows.Number, Math.Min(cells.Length - 1, names.Length), DiagnosticCodes.CellCount,
                    FormattableString.Invariant($"the number of cells in this row is {cells.Length}, in the header {names.Length}"),
                    "put a cell that holds a comma into quotes, and leave no cell out");
            }
            else
            {
                Row(rows.Number, cells, columns);
            }
        }

        if (status == RowStatus.TooLong)
        {
            TooLong(rows);
        }
        else if (_rows.Count == 0 && !bag.HasErrors)
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.Empty, "the file has column names and no row", "give one row for each month and destination");
        }
    }

    private void TooLong(RowReader rows) =>
        bag.Error(new Place(_source, rows.Number, 1, 1), DiagnosticCodes.TooLarge, $"a line is longer than {Limits.LineLength} bytes");

    /// <summary>The cells of a row; null where a quote is wrong.</summary>
    private string[]? Cells(RowReader row)
    {
        _cells = row.Cells;
        if (row.Quote < 0)
        {
            var cells = new string[_cells.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = row.Line[_cells[i]].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
            }

            return cells;
        }

        bag.Error(new Place(_source, row.Number, row.Quote + 1, 1), DiagnosticCodes.CsvSyntax, "this quote does not close its cell",
            "put the whole cell into quotes, and write a quote inside it as two");
        return null;
    }

    /// <summary>Where the required columns stand; null when one is missing.</summary>
    private int[]? Columns(string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (Array.IndexOf(names, names[i]) < i)
            {
                Report(1, i, DiagnosticCodes.DuplicateColumn, $"the column '{names[i]}' stands here a second time", "keep one of the two");
            }
        }

        var columns = Required.Select(c => Array.IndexOf(names, c)).ToArray();
        foreach (var missing in Required.Where(c => !names.Contains(c)))
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.MissingColumn, $"the column '{missing}' is missing", Suggestion.Nearest(missing, names) is { } near ? $"is it called '{near}' here?" : "add the column");
        }

        return Array.TrueForAll(columns, c => c >= 0) ? columns : null;
    }

    private void Row(int line, string[] cells, int[] columns)
    {
        var (monthText, destination, tonnesText) = (cells[columns[0]], cells[columns[1]], cells[columns[2]]);
        var isMonth = Month.TryParse(monthText, out var month);
        if (!isMonth)
        {
            Report(line, columns[0], DiagnosticCodes.NotADate, $"'{monthText}' is not a month", "write the year and the month, such as 2025-04");
        }

        if (destination.Length == 0)
        {
            Report(line, columns[1], DiagnosticCodes.MissingKey, "the destination is missing", $"write a country, or {ObservedFile.World} for the total");
        }

        var isNumber = double.TryParse(tonnesText, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var tonnes)
            && double.IsFinite(tonnes);
        if (!isNumber)
        {
            Report(line, columns[2], DiagnosticCodes.NotAValue, $"'{tonnesText}' is not a number of tonnes", "write it with a point and without a unit, such as 1238.5");
        }
        else if (tonnes < 0)
        {
            Report(line, columns[2], DiagnosticCodes.OutOfRange, $"{tonnesText} t is below zero", "exports are zero or more");
        }

        if (!isMonth || destination.Length == 0 || !isNumber)
        {
            return;
        }

        if (_lines.TryAdd((month, destination), line))
        {
            _rows.Add(new Observation(month, destination, tonnes));
            return;
        }

        Report(line, columns[0], DiagnosticCodes.DuplicateKey, $"{destination} has {month} a second time",
            string.Create(CultureInfo.InvariantCulture, $"line {_lines[(month, destination)]} has it too: keep one of the two"));
    }

    /// <summary>Reports a cell of the line that was split last.</summary>
    private void Report(int line, int cell, string code, string message, string hint) =>
        bag.Error(Tables.Table.CellPlace(_source, line, _cells[cell]), code, message, hint);
}
