using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// State of many things of one kind: one row for each, with all that an event needs of it side by side. A disturbance visits sites, stocks
/// and lanes all over a network, and in a large one each place visited is a wait for memory: one or two for a row, several for
/// columns, and hardly any for rows that were fetched ahead. Rows start at the borders of cache lines.
/// </summary>
internal sealed unsafe class Rows<T> : IForkable
    where T : unmanaged
{
    /// <summary>Never moves, so that rows can be aligned.</summary>
    private readonly CacheLine[] _memory;
    private readonly T* _rows;

    public Rows(int count)
    {
        Count = count;
        _memory = GC.AllocateArray<CacheLine>(checked((int)((((long)count * sizeof(T)) / CacheLine.Size) + 2)), pinned: true);
        _rows = (T*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + CacheLine.Size - 1) & ~(nuint)(CacheLine.Size - 1));
    }

    public int Count { get; }

    public ref T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)row >= (uint)Count)
            {
                ThrowNoRow(row);
            }

            return ref _rows[row];
        }
    }

    /// <summary>A hint that a row is going to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(int row)
    {
        if (Sse.IsSupported)
        {
            for (var at = 0; at < sizeof(T); at += CacheLine.Size)
            {
                Sse.Prefetch0((byte*)(_rows + row) + at);
            }
        }
    }

    /// <summary>Sets all rows to zero.</summary>
    public void Clear() => new Span<T>(_rows, Count).Clear();

    public IForkable Fork()
    {
        var copy = new Rows<T>(Count);
        new ReadOnlySpan<T>(_rows, Count).CopyTo(new Span<T>(copy._rows, Count));
        return copy;
    }

    [DoesNotReturn]
    private void ThrowNoRow(int row) => throw new ArgumentOutOfRangeException(nameof(row), row, $"there are {Count} rows");
}

/// <summary>What memory hands over at a time on the usual processors.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct CacheLine
{
    public const int Size = 64;
}
