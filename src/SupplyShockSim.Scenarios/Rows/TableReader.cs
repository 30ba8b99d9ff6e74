using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Rows;

/// <summary>
/// Reads the rows of a table (CSV, a header line, UTF-8, a row a line) into records. An empty cell is a key left out; lists and
/// maps stand in a cell as in YAML. Rows are read one by one, and a cell that is one value never becomes a node, so that a
/// table may have millions of rows.
/// </summary>
/// <typeparam name="T">The record of a row; its keys are the columns.</typeparam>
internal sealed class TableReader<T>
    where T : class
{
    private const int RowsPerCall = 1 << 14;

    private readonly BindContext _context;
    private readonly SourceText _source;
    private readonly RowOverrides<T> _overrides;
    private readonly KnownCells<T> _known = new();
    private readonly IRows<T> _rows;
    private readonly Action _goesOn;
    private int _read;

    /// <param name="source">The file.</param>
    /// <param name="context">Takes problems, and says what a bare rate is.</param>
    /// <param name="overrides">Values that replace cells.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <param name="goesOn">Called every so many rows.</param>
    public TableReader(SourceText source, BindContext context, RowOverrides<T> overrides, IRows<T> rows, Action goesOn) =>
        (_source, _context, _overrides, _rows, _goesOn) = (source, context, overrides, rows, goesOn);

    /// <summary>All rows, and where they stand; null where the header or the encoding is wrong. A row with an error has defaults where the error is.</summary>
    public (IReadOnlyList<T> Rows, Table Table)? Read(Stream stream)
    {
        using var reader = new RowReader(stream, Limits.LineLength);
        Field?[]? columns = null;
        Table? table = null;
        while (true)
        {
            var status = reader.Next();
            if (status == RowStatus.End)
            {
                break;
            }

            if (status != RowStatus.Row || _read == Limits.Rows)
            {
                Stop(reader.Number, status == RowStatus.NotUtf8 ? reader.Line.Length + 1 : 1, status);
                return null;
            }

            if (reader.Quote >= 0)
            {
                Report(reader.Number, reader.Quote..(reader.Quote + 1), new Fault(DiagnosticCodes.CsvSyntax, "this quote does not close its cell",
                    "put the whole cell into quotes, and write a quote inside it as two; a cell stands on one line"));
            }

            if (table is null)
            {
                columns = new TableHeader<T>(_source, _context.Bag).Read(reader);
                if (reader.Quote >= 0 || columns is null)
                {
                    return null;
                }

                table = new Table(_source, [.. columns.Select(c => c?.Key ?? "")]);
                continue;
            }

            if (!IsEmpty(reader))
            {
                Row(reader, columns!, table);
            }
        }

        if (table is null)
        {
            _context.Bag.Error(Place.StartOf(_source), DiagnosticCodes.Empty, "the file is empty", "begin it with a line of column names");
            return null;
        }

        if (_context.Bag.IsFull)
        {
            return null; // rows after the last problem that is shown were checked and not kept
        }

        _overrides.ReportUnmatched(_source.Path, _context.Bag);
        return (_rows, table);
    }

    private void Stop(int line, int column, RowStatus status) => Report(line, (column - 1)..column, status switch
    {
        RowStatus.NotUtf8 => new Fault(DiagnosticCodes.NotUtf8, "the file is not UTF-8 from here on", "save it as UTF-8"),
        RowStatus.TooLong => new Fault(DiagnosticCodes.TooLarge, $"a line is longer than {Limits.LineLength} bytes"),
        _ => new Fault(DiagnosticCodes.TooLarge, $"there are more than {Limits.Rows} rows"),
    });

    /// <summary>Whether a row holds nothing but separators, as tables that were edited by hand often end with.</summary>
    private static bool IsEmpty(RowReader row) => row.Quote < 0 && row.Line.IndexOfAnyExcept(", ") < 0;

    private void Row(RowReader read, Field?[] columns, Table table)
    {
        var (number, cells, whole) = (read.Number, read.Cells, read.Quote < 0);
        var row = RecordKind<T>.New();
        var isKept = !_context.Bag.IsFull;
        if (isKept)
        {
            table.AddRow(number);
        }

        var fits = whole && cells.Count == columns.Length;
        if (whole && !fits)
        {
            Report(number, cells[Math.Min(cells.Count - 1, columns.Length)], new Fault(DiagnosticCodes.CellCount,
                FormattableString.Invariant($"the number of cells in this row is {cells.Count}, in the header {columns.Length}"),
                "put a cell that holds a comma into quotes, and leave no cell out"));
        }

        if (!fits && isKept)
        {
            table.MarkBroken();
        }

        for (var i = 0; i < Math.Min(cells.Count, columns.Length); i++)
        {
            // Of a broken row the name is kept, so that others which refer to it are not reported too.
            if (columns[i] is { } field && (fits || field.Key == "id"))
            {
                Cell(number, read.Line, cells[i], row, field);
            }
        }

        if (isKept)
        {
            _overrides.Apply(row, _rows.Count, table, _context);
            _rows.Add(row);
        }

        if (++_read % RowsPerCall == 0)
        {
            _goesOn();
        }
    }

    private void Cell(int number, ReadOnlySpan<char> line, Range cell, T row, Field field)
    {
        var content = line[cell];
        if (content.IsEmpty)
        {
            if (field.Definition.Required)
            {
                Report(number, cell, new Fault(DiagnosticCodes.MissingKey, $"'{field.Key}' is missing: {field.Definition.Meaning}",
                    field.Definition.Example is { } example ? $"such as {example}" : "fill the cell"));
            }

            return;
        }

        var quoted = cell.Start.Value > 0 && line[cell.Start.Value - 1] == '"' && content.Contains('"');
        content = quoted ? content.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : content;
        if (field.Kind.IsScalar)
        {
            if (field.Parse(row, content, _context) is { } fault)
            {
                Report(number, cell, fault);
            }

            return;
        }

        var text = _context.Texts.Get(content);
        if (_known.TryCopy(field, text, row))
        {
            return;
        }

        var place = Table.CellPlace(_source, number, cell);
        var problems = _context.Bag.Count;
        var node = text[0] is '{' or '[' ? YamlReader.ReadAt(place, text, _context.Bag) : new ScalarNode(place, text, Plain: false);
        if (node is not null)
        {
            field.Read(row, node, _context);
        }

        if (_context.Bag.Count == problems)
        {
            _known.Add(field, text, row);
        }
    }

    private void Report(int line, Range cell, Fault fault) => _context.Bag.Error(Table.CellPlace(_source, line, cell), fault);
}
