using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SupplyShockSim.Model.Flow;

/// <summary>
/// State of many things of one kind: one row for each, with all that an event needs of it side by side. A disturbance visits sites, stocks
/// and lanes all over a network, and in a large one each place visited is a wait for memory: one for a row, several for columns, and
/// hardly any for rows that were fetched ahead.
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

    /// <summary>A hint that a row is going to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Fetch(int row)
    {
        if (Sse.IsSupported)
        {
            // The address is only a hint: it does not matter when the collector moves the array in between.
            var first = (byte*)Unsafe.AsPointer(ref _rows[row]);
            for (var at = 0; at < Unsafe.SizeOf<T>(); at += 64)
            {
                Sse.Prefetch0(first + at);
            }
        }
    }

    public Rows<T> Clone() => new([.. _rows]);
}
