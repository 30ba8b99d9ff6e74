using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Backtests;

/// <summary>Reads an observed file, cell by cell, and reports all that is wrong with it.</summary>
internal sealed class ObservedReader(string path, IFileSource files, DiagnosticBag bag)
{
    private static readonly string[] Required = ["month", "destination", "tonnes"];

    private readonly Dictionary<(Month, string), int> _lines = [];
    private readonly List<Observation> _rows = [];
    private readonly List<Range> _cells = [];
    private SourceText _source = SourceText.Of(path, "");

    public ObservedFile? Read()
    {
        if (ReadBytes() is not { } bytes)
        {
            return null;
        }

        try
        {
            _source = SourceText.Of(path, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff'));
        }
        catch (DecoderFallbackException)
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.NotUtf8, "the file is not UTF-8", "save it as UTF-8");
            return null;
        }

        Table();
        return new ObservedFile(new InputFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes))), _rows);
    }

    private byte[]? ReadBytes()
    {
        var session = new LoadSession(files, FilePath.Folder(path), bag);
        using var stream = session.Open(path, Place.StartOf(_source));
        if (stream is null)
        {
            return null;
        }

        try
        {
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return buffer.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Unreadable(path, Place.StartOf(_source), e);
            return null;
        }
    }

    private void Table()
    {
        if (string.IsNullOrWhiteSpace(_source.Line(1)))
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.Empty, "the file does not begin with column names", "begin it with the line month,destination,tonnes");
            return;
        }

        if (Cells(1) is not { } names || Columns(names) is not { } columns)
        {
            return;
        }

        for (var line = 2; _source.Line(line) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text) || Cells(line) is not { } cells)
            {
                continue;
            }

            if (cells.Length != names.Length)
            {
                Report(line, Math.Min(cells.Length - 1, names.Length), DiagnosticCodes.CellCount,
                    FormattableString.Invariant($"the number of cells in this row is {cells.Length}, in the header {names.Length}"), "put a cell that holds a comma into quotes, and leave no cell out");
            }
            else
            {
                Row(line, cells, columns);
            }
        }

        if (_rows.Count == 0 && !bag.HasErrors)
        {
            bag.Error(Place.StartOf(_source), DiagnosticCodes.Empty, "the file has column names and no row", "give one row for each month and destination");
        }
    }

    /// <summary>The cells of a line; null where a quote is wrong.</summary>
    private string[]? Cells(int line)
    {
        var text = _source.Line(line)!;
        var quote = RowSplitter.Split(text, _cells);
        if (quote < 0)
        {
            return [.. _cells.Select(c => text[c].Replace("\"\"", "\"", StringComparison.Ordinal))];
        }

        bag.Error(new Place(_source, line, quote + 1, 1), DiagnosticCodes.CsvSyntax, "this quote does not close its cell", "put the whole cell into quotes, and write a quote inside it as two");
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
