using System.Globalization;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Rows;

/// <summary>Values that replace cells: the path names the row (by what it is called, or by its position from 0) and the column.</summary>
/// <param name="changes">The overrides, with paths from the row on.</param>
/// <param name="nameOf">What a row is called.</param>
internal sealed class RowOverrides<T>(IEnumerable<Override> changes, Func<T, string> nameOf)
    where T : class
{
    private readonly ILookup<string, Override> _byRow = changes.ToLookup(c => string.Join('.', c.Path.Take(c.Path.Count - 1)), StringComparer.Ordinal);
    private readonly RecordKind<T> _kind = (RecordKind<T>)Kinds.Of<T>();
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);
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
        foreach (var row in _byRow.Where(r => !_matched.Contains(r.Key)))
        {
            foreach (var change in row)
            {
                bag.Error(change.PathPlace, DiagnosticCodes.Override, $"there is no row '{row.Key}' in {file}", Suggestion.For(row.Key, _names));
            }
        }
    }

    private void Apply(string name, T row, int index, Table table, BindContext context)
    {
        foreach (var change in _byRow[name])
        {
            _matched.Add(name);
            var column = change.Path[^1];
            if (_kind.Find(column) is { } field)
            {
                field.Read(row, change.Value, context);
                table.Replace(index, column, change.Value);
            }
            else
            {
                context.Bag.Error(change.PathPlace, DiagnosticCodes.Override, $"there is no '{column}' in '{name}'", Suggestion.For(column, _kind.Keys(null)));
            }
        }
    }
}
