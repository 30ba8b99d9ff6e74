using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>Where the rows of a table stand; the cells themselves have become values.</summary>
internal sealed class Table(SourceText source, IReadOnlyList<string> columns)
{
    private readonly List<int> _lines = [];
    private readonly Dictionary<(int Row, string Column), Node> _overrides = [];

    public SourceText Source { get; } = source;

    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    public int Rows => _lines.Count;

    public void AddRow(int line) => _lines.Add(line);

    /// <summary>Notes that a cell was replaced.</summary>
    public void Replace(int row, string column, Node value) => _overrides[(row, column)] = value;

    /// <summary>The value that replaces a cell, or null.</summary>
    public Node? Replaced(int row, string column) => _overrides.GetValueOrDefault((row, column));

    /// <summary>The place of a row.</summary>
    public Place Row(int row) => new(Source, _lines[row], 1, Math.Max(1, Source.Line(_lines[row])?.Length ?? 1));

    /// <summary>The place of a cell, or that of its row where there is no such column.</summary>
    public Place Cell(int row, string column)
    {
        if (Replaced(row, column) is { } value)
        {
            return value.Place;
        }

        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return CellPlace(Source, _lines[row], Source.Line(_lines[row]) ?? "", i);
            }
        }

        return Row(row);
    }

    /// <summary>The place of a cell that holds something, or null.</summary>
    public Place? Origin(int row, string column)
    {
        if (Replaced(row, column) is null && !Columns.Contains(column))
        {
            return null;
        }

        var place = Cell(row, column);
        return Replaced(row, column) is not null || !IsBlank(place) ? place : null;
    }

    private static bool IsBlank(Place place) =>
        place.Source.Line(place.Line) is not { } line || place.Column > line.Length || line[place.Column - 1] is ',' or '"';

    /// <summary>The place of the n-th cell of a line; quotes are left outside.</summary>
    public static Place CellPlace(SourceText source, int lineNumber, string line, int cell)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                if (cell == 0 || i == line.Length)
                {
                    return Trimmed(source, lineNumber, line, start, i);
                }

                cell--;
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return new Place(source, lineNumber, 1, 1);
    }

    private static Place Trimmed(SourceText source, int lineNumber, string line, int start, int end)
    {
        while (end > start && line[end - 1] is ' ' or '"')
        {
            end--;
        }

        while (start < end && line[start] is ' ' or '"')
        {
            start++;
        }

        return new Place(source, lineNumber, start + 1, Math.Max(1, end - start));
    }
}
