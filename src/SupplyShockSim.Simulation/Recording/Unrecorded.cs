using System.Collections;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>As many series as there are sites, stocks or lanes, none of which was recorded; takes no memory.</summary>
internal sealed class Unrecorded<T>(int count) : IReadOnlyList<T?>
    where T : class
{
    public int Count => count;

    public T? this[int index] => (uint)index < (uint)count ? null : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T?> GetEnumerator() => Enumerable.Repeat<T?>(null, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
