using System.Runtime.CompilerServices;

namespace SupplyShockSim.Model.Flow;

/// <summary>
/// State of many things of one kind: one row for each, with all that an event needs of it side by side. A disturbance visits sites, stocks
/// and lanes all over a network, and in a large one each place visited is a wait for memory: one for a row, several for columns.
/// </summary>
internal sealed class Rows<T>
    where T : unmanaged
{
    private readonly T[] _rows;

    public Rows(int count) => _rows = new T[count];

    private Rows(T[] rows) => _rows = rows;

    public int Count => _rows.Length;

    public ref T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[row];
    }

    public Rows<T> Clone() => new([.. _rows]);
}
