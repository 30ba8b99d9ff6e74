using System.Collections;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>A series for each site, stock or lane that is recorded, null for the others; where none is, it takes no memory.</summary>
internal sealed class SeriesByRow<T> : IReadOnlyList<T?>, IForkable
    where T : class, new()
{
    private readonly T?[] _series;
    private readonly Func<T, T> _clone;

    /// <param name="count">How many rows there are.</param>
    /// <param name="any">Whether any is recorded.</param>
    /// <param name="wanted">Whether the row is.</param>
    /// <param name="clone">A deep copy of a series.</param>
    public SeriesByRow(int count, bool any, Func<int, bool> wanted, Func<T, T> clone)
        : this(count, any ? [.. Enumerable.Range(0, count).Select(i => wanted(i) ? new T() : null)] : [], clone)
    {
    }

    private SeriesByRow(int count, T?[] series, Func<T, T> clone) => (Count, _series, _clone) = (count, series, clone);

    public int Count { get; }

    public T? this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _series.Length == 0 ? null : _series[index];
        }
    }

    public IEnumerator<T?> GetEnumerator() => (_series.Length == 0 ? Enumerable.Repeat<T?>(null, Count) : _series).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IForkable Fork() => new SeriesByRow<T>(Count, [.. _series.Select(s => s is null ? null : _clone(s))], _clone);
}
