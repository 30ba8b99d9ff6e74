using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>
/// Reads the rows of a table (CSV, RFC 4180, a header line, UTF-8) into records. A row stands on one line; an empty cell is
/// a key left out; lists and maps stand in a cell as in YAML. Rows are read one by one, and a cell that is one value never becomes a node.
/// </summary>
/// <typeparam name="T">The record of a row; its keys are the columns.</typeparam>
internal sealed class TableReader<T>
    where T : class
{
    private readonly RecordKind<T> _kind = (RecordKind<T>)Kinds.Of<T>();
    private readonly BindContext _context;
    private readonly SourceText _source;
    private readonly Func<T, string> _name;
    private readonly ILookup<string, Override> _overrides;
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);
    private readonly List<T> _rows = [];
    private readonly List<string> _names = [];
    private bool _badData;

    /// <param name="source">The file.</param>
    /// <param name="context">Takes problems, and says what a bare rate is.</param>
    /// <param name="name">What a row is called, for overrides.</param>
    /// <param name="overrides">Values that replace cells: row (by name or position), then column.</param>
    public TableReader(SourceText source, BindContext context, Func<T, string> name, IEnumerable<Override> overrides)
    {
        (_source, _context, _name) = (source, context, name);
        _overrides = overrides.ToLookup(o => string.Join('.', o.Path.Take(o.Path.Count - 1)), StringComparer.Ordinal);
    }

    /// <summary>All rows, and where they stand. Rows with an error have defaults where the error is.</summary>
    public (IReadOnlyList<T> Rows, Table Table) Read(Stream stream)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            TrimOptions = TrimOptions.Trim,
            CacheFields = true,
            MaxFieldSize = Limits.CellLength,
            LineBreakInQuotedFieldIsBadData = true,
            BadDataFound = _ => _badData = true,
        };
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var csv = new CsvParser(text, configuration);
        var table = new Table(_source, []);
        try
        {
            if (!csv.Read())
            {
                _context.Bag.Error(Place.StartOf(_source), DiagnosticCodes.Empty, "the file is empty", "begin it with a line of column names");
                return ([], table);
            }

            var columns = Header(csv);
            table = new Table(_source, [.. columns.Select(c => c?.Key ?? "")]);
            while (Next(csv, table))
            {
                Row(csv, table, columns);
            }
        }
        catch (DecoderFallbackException)
        {
            _context.Bag.Error(new Place(_source, csv.RawRow + 1, 1, 1), DiagnosticCodes.NotUtf8, "the file is not UTF-8 from about here on", "save it as UTF-8");
        }
        catch (MaxFieldSizeException)
        {
            _context.Bag.Error(new Place(_source, csv.RawRow + 1, 1, 1), DiagnosticCodes.TooLarge, $"a cell is longer than {Limits.CellLength} characters", "close the quotes of the cell, or shorten it");
        }

        ReportUnmatched();
        return (_rows, table);
    }

    private bool Next(CsvParser csv, Table table)
    {
        _badData = false;
        if (!csv.Read())
        {
            return false;
        }

        if (table.Rows < Limits.Rows)
        {
            return true;
        }

        _context.Bag.Error(new Place(_source, csv.RawRow, 1, 1), DiagnosticCodes.TooLarge, $"there are more than {Limits.Rows} rows");
        return false;
    }

    /// <summary>The field of each column; null for a column that has been reported.</summary>
    private Field?[] Header(CsvParser csv)
    {
        var columns = new Field?[csv.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = csv[i].TrimStart('\ufeff');
            var field = _kind.Find(name);
            if (field is null)
            {
                Report(csv, i, new Fault(DiagnosticCodes.UnknownColumn, $"there is no column '{name}'", Suggestion.For(name, _kind.Keys(null))));
            }
            else if (columns.Contains(field))
            {
                Report(csv, i, new Fault(DiagnosticCodes.DuplicateColumn, $"the column '{name}' stands here a second time", "keep one of the two"));
            }
            else
            {
                columns[i] = field;
            }
        }

        foreach (var field in _kind.Fields)
        {
            if (field.Definition.Required && !columns.Contains(field))
            {
                _context.Bag.Error(Place.StartOf(_source), DiagnosticCodes.MissingColumn, $"the column '{field.Key}' is missing: {field.Definition.Meaning}", "add the column");
            }
        }

        return columns;
    }

    private void Row(CsvParser csv, Table table, Field?[] columns)
    {
        table.AddRow(csv.RawRow);
        var row = RecordKind<T>.New();
        if (_badData)
        {
            _context.Bag.Error(new Place(_source, csv.RawRow, 1, 1), DiagnosticCodes.CsvSyntax, "a quote in this row does not close, or stands in the middle of a cell",
                "put the whole cell into quotes, and write a quote inside as two; a cell stands on one line");
        }
        else if (csv.Count != columns.Length)
        {
            Report(csv, Math.Min(csv.Count, columns.Length) - (csv.Count < columns.Length ? 1 : 0), new Fault(DiagnosticCodes.CellCount,
                FormattableString.Invariant($"this row has {csv.Count} cells, the header has {columns.Length}"), "put a cell that holds a comma into quotes, and leave no cell out"));
        }
        else
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is { } field)
                {
                    Cell(csv, i, row, field);
                }
            }
        }

        _rows.Add(row);
        if (_overrides.Count > 0)
        {
            Override(table, row);
        }
    }

    private void Cell(CsvParser csv, int column, T row, Field field)
    {
        var text = csv[column];
        if (text.Length == 0)
        {
            if (field.Definition.Required)
            {
                Report(csv, column, new Fault(DiagnosticCodes.MissingKey, $"'{field.Key}' is missing: {field.Definition.Meaning}",
                    field.Definition.Example is { } example ? $"such as {example}" : null));
            }

            return;
        }

        if (field.Kind.IsScalar)
        {
            if (field.Parse(row, text, _context) is { } fault)
            {
                Report(csv, column, fault);
            }

            return;
        }

        var place = PlaceOf(csv, column);
        var node = text[0] is '{' or '[' ? YamlReader.ReadAt(place, text, _context.Bag) : new ScalarNode(place, text, Plain: false);
        if (node is not null)
        {
            field.Read(row, node, _context);
        }
    }

    /// <summary>Replaces cells of the last row.</summary>
    private void Override(Table table, T row)
    {
        var name = _name(row);
        _names.Add(name);
        foreach (var key in (string[])[name, (_rows.Count - 1).ToString(CultureInfo.InvariantCulture)])
        {
            foreach (var change in _overrides[key])
            {
                _matched.Add(key);
                var column = change.Path[^1];
                if (_kind.Find(column) is not { } field)
                {
                    _context.Bag.Error(change.PathPlace, DiagnosticCodes.Override, $"there is no '{column}' in '{key}'", Suggestion.For(column, _kind.Keys(null)));
                    continue;
                }

                field.Read(row, change.Value, _context);
                table.Replace(_rows.Count - 1, column, change.Value);
            }
        }
    }

    private void ReportUnmatched()
    {
        foreach (var change in _overrides.Where(g => !_matched.Contains(g.Key)).SelectMany(g => g))
        {
            var name = string.Join('.', change.Path.Take(change.Path.Count - 1));
            _context.Bag.Error(change.PathPlace, DiagnosticCodes.Override, $"there is no row '{name}' in {_source.Path}", Suggestion.For(name, _names));
        }
    }

    private void Report(CsvParser csv, int column, Fault fault) => _context.Bag.Error(PlaceOf(csv, column), fault);

    private Place PlaceOf(CsvParser csv, int column) => Table.CellPlace(_source, csv.RawRow, csv.RawRecord.TrimEnd('\r', '\n'), column);
}
