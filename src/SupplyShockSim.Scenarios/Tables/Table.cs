using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>Where the rows of a table stand; the cells themselves have become values.</summary>
internal sealed class Table(SourceText source, IReadOnlyList<string> columns)
{
    private readonly List<int> _lines = [];
    private readonly HashSet<int> _broken = [];
    private readonly Dictionary<(int Row, string Column), Node> _overrides = [];
    private readonly Dictionary<int, Node> _elsewhere = [];
    private (int Row, IReadOnlyList<Range> Cells) _split = (-1, []);

    public SourceText Source { get; } = source;

    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    public int Rows => _lines.Count;

    public void AddRow(int line) => _lines.Add(line);

    /// <summary>The table without some of its rows, and with others at its end that stand in another file.</summary>
    public Table Changed(IReadOnlySet<int> gone, IReadOnlyList<Node> added)
    {
        var changed = new Table(Source, Columns);
        for (var row = 0; row < Rows; row++)
        {
            if (!gone.Contains(row))
            {
                changed.Take(this, row);
            }
        }

        foreach (var node in added)
        {
            changed._elsewhere[changed.Rows] = node;
            changed.AddRow(node.Place.Line);
        }

        return changed;
    }

    private void Take(Table from, int row)
    {
        var to = Rows;
        AddRow(from._lines[row]);
        if (from.IsBroken(row))
        {
            MarkBroken();
        }

        if (from._elsewhere.TryGetValue(row, out var node))
        {
            _elsewhere[to] = node;
        }

        foreach (var column in from._overrides.Keys.Where(k => k.Row == row).Select(k => k.Column).ToList())
        {
            Replace(to, column, from._overrides[(row, column)]);
        }
    }

    /// <summary>Notes that the last row could not be split into its cells, so that nothing is known of their content.</summary>
    public void MarkBroken() => _broken.Add(_lines.Count - 1);

    /// <summary>Whether a row could not be split into its cells.</summary>
    public bool IsBroken(int row) => _broken.Contains(row);

    /// <summary>Notes that a cell was replaced.</summary>
    public void Replace(int row, string column, Node value) => _overrides[(row, column)] = value;

    /// <summary>The place of a row.</summary>
    public Place Row(int row) => _elsewhere.TryGetValue(row, out var node) ? node.Place : new(Source, _lines[row], 1, Math.Max(1, Source.Line(_lines[row])?.Length ?? 1));

    /// <summary>The place of a cell, or that of its row where the cell is empty or there is no such column.</summary>
    public Place Cell(int row, string column) => Origin(row, column) ?? Row(row);

    /// <summary>The place of a cell that holds something, or of the override that replaces it; otherwise null.</summary>
    public Place? Origin(int row, string column)
    {
        if (_overrides.TryGetValue((row, column), out var value))
        {
            return value.Place;
        }

        if (_elsewhere.TryGetValue(row, out var node))
        {
            return (node as MapNode)?.Find(column)?.Value.Place;
        }

        var line = Source.Line(_lines[row]) ?? "";
        if (_split.Row != row)
        {
            _split = (row, RowReader.Split(line));
        }

        var cells = _split.Cells;
        for (var i = 0; i < Math.Min(Columns.Count, cells.Count); i++)
        {
            if (Columns[i] == column && line[cells[i]].Length > 0)
            {
                return CellPlace(Source, _lines[row], cells[i]);
            }
        }

        return null;
    }

    /// <summary>The place of a cell.</summary>
    public static Place CellPlace(SourceText source, int line, Range cell) =>
        new(source, line, cell.Start.Value + 1, Math.Max(1, cell.End.Value - cell.Start.Value));
}
