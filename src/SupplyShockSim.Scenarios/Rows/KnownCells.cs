using SupplyShockSim.Scenarios.Binding;

namespace SupplyShockSim.Scenarios.Rows;

/// <summary>
/// Cells that hold a list, a map or a reference, with what they were read as: a large table has few different ones, and equal cells of a column
/// share one value.
/// </summary>
internal sealed class KnownCells<T>
    where T : class
{
    private const int Most = 10_000;

    private readonly Dictionary<(Field Field, string Text), T> _holders = [];

    /// <summary>Gives the row the value of an equal cell, where there was one.</summary>
    public bool TryCopy(Field field, string text, T row)
    {
        if (!_holders.TryGetValue((field, text), out var holder))
        {
            return false;
        }

        field.Copy(holder, row);
        return true;
    }

    /// <summary>Remembers the value that a row has from a cell; a copy, because overrides may change the row.</summary>
    public void Add(Field field, string text, T row)
    {
        if (_holders.Count < Most)
        {
            var holder = RecordKind<T>.New();
            field.Copy(row, holder);
            _holders.Add((field, text), holder);
        }
    }
}
