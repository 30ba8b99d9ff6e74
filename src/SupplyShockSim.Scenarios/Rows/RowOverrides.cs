using System.Globalization;
using System.Text;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Rows;

/// <summary>
/// Values that replace cells, or parts of them: the path names the row (by what it is called, or by its position from 0), the column and, in a cell that
/// holds a map, the key (<c>jp-automotive.cohorts.cover</c>).
/// </summary>
/// <param name="changes">The overrides, with paths from the row on.</param>
/// <param name="nameOf">What a row is called.</param>
internal sealed class RowOverrides<T>(IEnumerable<Override> changes, Func<T, string> nameOf)
    where T : class
{
    private readonly ILookup<string, (Override Change, int Parts)> _byRow = changes
        .SelectMany(c => Enumerable.Range(1, c.Path.Count - 1).Select(parts => (Change: c, Parts: parts)))
        .ToLookup(c => c.Change.Joined(0, c.Parts), StringComparer.Ordinal);

    private readonly RecordKind<T> _kind = (RecordKind<T>)Kinds.Of<T>();
    private readonly HashSet<Override> _matched = [];
    private readonly List<string> _names = [];

    /// <summary>Replaces what is to be replaced in a row.</summary>
    public void Apply(T row, int index, Table table, BindContext context)
    {
        if (_byRow.Count == 0)
        {
            return;
        }

        _names.Add(nameOf(row));
        Apply(_names[^1], row, index, table, context);
        Apply(index.ToString(CultureInfo.InvariantCulture), row, index, table, context);
    }

    /// <summary>Reports the overrides of rows that were not there.</summary>
    public void ReportUnmatched(string file, DiagnosticBag bag)
    {
        foreach (var change in _byRow.SelectMany(r => r).Select(c => c.Change).Distinct().Where(c => !_matched.Contains(c)))
        {
            var named = change.Joined(0, change.Path.Count - (change.Path.Count > 2 && _kind.Find(change.Path[^2]) is not null ? 2 : 1));
            bag.Error(change.PathPlace, DiagnosticCodes.Override, $"there is no row '{named}' in {file}", Suggestion.For(named, _names));
        }
    }

    private void Apply(string name, T row, int index, Table table, BindContext context)
    {
        foreach (var (change, parts) in _byRow[name])
        {
            _matched.Add(change);
            var column = change.Path[parts];
            if (_kind.Find(column) is not { } field)
            {
                context.Bag.Error(change.PathPlace, DiagnosticCodes.Override, $"there is no '{column}' in '{name}'", Suggestion.For(column, _kind.Keys(null)));
            }
            else if (Value(row, field, change, parts, context) is { } value)
            {
                field.Read(row, value, context);
                table.Replace(index, column, value);
            }
        }
    }

    /// <summary>What the cell is to hold: what it holds now, with the part replaced that the path leads to; reports a path that leads nowhere.</summary>
    private static Node? Value(T row, Field field, Override change, int parts, BindContext context)
    {
        Node? now = null;
        if (change.Path.Count > parts + 1 && field.HasValue(row))
        {
            var text = new StringBuilder();
            field.Write(text, row);
            now = YamlReader.ReadAt(change.PathPlace, text.ToString(), context.Bag);
        }

        var (value, fault) = NodeSetter.Set(now, field.Kind, change, parts + 1);
        if (fault is not null)
        {
            context.Bag.Error(change.PathPlace, fault);
        }

        return value is null ? null : value with { Place = change.Value.Place };
    }
}
