namespace SupplyShockSim.Policies.Controls;

/// <summary>
/// Files that wait for an office of a limited pace: first come, first served. Files that come in the same second stand in an order that is drawn
/// once for the run, so that neither a name nor a position in a file puts anybody ahead.
/// </summary>
/// <param name="interval">Seconds from one decision to the next, at least 1.</param>
/// <param name="places">By applicant: the number drawn for its place.</param>
/// <param name="classes">By applicant: its class; a lower one comes first, whenever it came.</param>
internal sealed class DecisionQueue(long interval, double[] places, int[] classes)
{
    private readonly PriorityQueue<int, (int Class, long Came, double Place, int Applicant)> _waiting = new();
    private long _freeFrom;

    private DecisionQueue(DecisionQueue from, long interval, double[] places, int[] classes)
        : this(interval, places, classes)
    {
        _waiting.EnqueueRange(from._waiting.UnorderedItems);
        _freeFrom = from._freeFrom;
    }

    public bool IsEmpty => _waiting.Count == 0;

    public DecisionQueue Clone() => new(this, interval, places, classes);

    /// <summary>The second, now or later, in which the next decision can be made.</summary>
    public long NextDecision(long now) => Math.Max(now, _freeFrom);

    /// <summary>A file is ready to be decided.</summary>
    public void Add(int applicant, long now) => _waiting.Enqueue(applicant, (classes[applicant], now, places[applicant], applicant));

    /// <summary>Takes the file that is decided now; the office is busy for the interval that follows.</summary>
    public int Take(long now)
    {
        _freeFrom = now + interval;
        return _waiting.Dequeue();
    }

    /// <summary>All files are withdrawn. Decisions that were made stay made, but no time is kept for those that were not.</summary>
    public void Clear() => _waiting.Clear();
}
