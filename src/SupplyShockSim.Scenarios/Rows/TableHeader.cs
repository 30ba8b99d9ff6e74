using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Rows;

/// <summary>Reads the line of column names that a table begins with.</summary>
/// <typeparam name="T">The record of a row; its keys are the columns.</typeparam>
internal sealed class TableHeader<T>(SourceText source, DiagnosticBag bag)
    where T : class
{
    private readonly RecordKind<T> _kind = (RecordKind<T>)Kinds.Of<T>();

    /// <summary>The field of each column; null where a column is wrong.</summary>
    public Field?[]? Read(RowReader row)
    {
        if (Separator(row) is { } other)
        {
            Report(row.Number, row.Cells[0], other);
            return null;
        }

        var (number, cells) = (row.Number, row.Cells);
        var columns = new Field?[cells.Count];
        var right = true;
        for (var i = 0; i < columns.Length; i++)
        {
            var name = row.Line[cells[i]].ToString();
            var field = _kind.Find(name);
            if (field is null)
            {
                right = false;
                var near = Suggestion.Nearest(name, _kind.Keys(null));
                Report(number, cells[i], new Fault(DiagnosticCodes.UnknownColumn, $"there is no column '{name}'",
                    near is not null ? $"did you mean '{near}'?" : "possible columns: " + string.Join(", ", _kind.Keys(null))));
            }
            else if (columns.Contains(field))
            {
                right = false;
                Report(number, cells[i], new Fault(DiagnosticCodes.DuplicateColumn, $"the column '{name}' stands here a second time", "keep one of the two"));
            }

            columns[i] = field;
        }

        foreach (var field in _kind.Fields)
        {
            if (field.Definition.Required && !columns.Contains(field))
            {
                right = false;
                Report(number, ..1, new Fault(
                    DiagnosticCodes.MissingColumn, $"the column '{field.Key}' is missing: {field.Definition.Meaning}", "add the column"));
            }
        }

        return right ? columns : null;
    }

    /// <summary>
    /// What is wrong with a header that separates its names by something else than commas: numbers may then hold commas, so it is not read.
    /// </summary>
    private Fault? Separator(RowReader header)
    {
        if (header.Cells.Count != 1)
        {
            return null;
        }

        var names = header.Line[header.Cells[0]].ToString();
        foreach (var (sign, word) in new[] { (';', "semicolons"), ('\t', "tabs"), ('|', "bars") })
        {
            if (names.Split(sign) is { Length: > 1 } parts && Array.Exists(parts, part => _kind.Find(part.Trim()) is not null))
            {
                return new Fault(DiagnosticCodes.Separator, $"this file separates its cells by {word}", "save it with commas between cells and points in numbers");
            }
        }

        return null;
    }

    private void Report(int line, Range cell, Fault fault) => bag.Error(Table.CellPlace(source, line, cell), fault);
}
