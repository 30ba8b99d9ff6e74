using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// State that few runs need, and those for few rows: it takes no memory until the first row is written. So the rows that every run needs stay narrow.
/// </summary>
internal sealed class SideTable<T>(int count) : IForkable
    where T : unmanaged
{
    private static readonly T[] Nothing = new T[1];
    private T[] _rows = [];

    /// <summary>Something has been written.</summary>
    public bool IsMade => _rows.Length != 0;

    /// <summary>A row to read; all zero while nothing has been written.</summary>
    public ref readonly T this[int row] => ref _rows.Length == 0 ? ref Nothing[0] : ref _rows[row];

    /// <summary>A row to write.</summary>
    public ref T Make(int row)
    {
        if (_rows.Length == 0)
        {
            _rows = new T[count];
        }

        return ref _rows[row];
    }

    /// <summary>Rows side by side to write.</summary>
    public Span<T> Make(int first, int length)
    {
        if (_rows.Length == 0)
        {
            _rows = new T[count];
        }

        return _rows.AsSpan(first, length);
    }

    /// <summary>A hint that a row is going to be read.</summary>
    public unsafe void Fetch(int row)
    {
        if (Sse.IsSupported && row < _rows.Length)
        {
            // The address is only a hint: it does not matter when the collector moves the array in between.
            Sse.Prefetch0(Unsafe.AsPointer(ref _rows[row]));
        }
    }

    public IForkable Fork() => new SideTable<T>(count) { _rows = [.. _rows] };
}
