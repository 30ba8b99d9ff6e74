namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>
/// What <see cref="PriorityQueue{TElement, TPriority}"/> has to compare to keep the order (time, phase, sequence), which it does not keep by itself.
/// </summary>
internal readonly record struct FifoPriority(long Time, byte Phase, long Sequence)
{
    public sealed class Comparer : IComparer<FifoPriority>
    {
        public int Compare(FifoPriority x, FifoPriority y)
        {
            if (x.Time != y.Time)
            {
                return x.Time < y.Time ? -1 : 1;
            }

            if (x.Phase != y.Phase)
            {
                return x.Phase < y.Phase ? -1 : 1;
            }

            return x.Sequence.CompareTo(y.Sequence);
        }
    }
}
