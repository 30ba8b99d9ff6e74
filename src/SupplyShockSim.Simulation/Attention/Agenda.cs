using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>
/// What is due at which second, for things of which many fall due together: one event in the calendar for all of a second, which hands
/// them over in the order in which they were put down. So their rows can be fetched ahead, and the calendar stays small.
/// </summary>
internal sealed class Agenda(EventKind kind, Phase phase) : IForkable
{
    private readonly Dictionary<long, List<int>> _due = [];
    private readonly Stack<List<int>> _free = new();

    /// <summary>The seconds that were asked for last, each at a place that its digits give: nearly all days of a year find one of their own.</summary>
    private readonly (long Second, List<int> List)[] _recent = NewRecent();

    /// <summary>Puts a subject down for a second, not before the present one.</summary>
    public void Add(Clock clock, long second, int subject)
    {
        ref var recent = ref _recent[PlaceOf(second)];
        if (recent.Second != second)
        {
            recent = (second, Find(clock, second));
        }

        recent.List.Add(subject);
    }

    /// <summary>All that is due at the second of the event that is being handled. Give it back after use.</summary>
    public List<int> Take(long second)
    {
        ref var recent = ref _recent[PlaceOf(second)];
        if (recent.Second == second)
        {
            recent.Second = -1;
        }

        _due.Remove(second, out var list);
        return list ?? throw new InvalidOperationException("nothing is due");
    }

    public void GiveBack(List<int> list)
    {
        list.Clear();
        _free.Push(list);
    }

    /// <summary>A copy; the events are in the calendar that was copied along.</summary>
    public IForkable Fork()
    {
        var copy = new Agenda(kind, phase);
        foreach (var (second, list) in _due)
        {
            copy._due.Add(second, [.. list]);
        }

        return copy;
    }

    private static (long Second, List<int> List)[] NewRecent()
    {
        var recent = new (long, List<int>)[1024];
        Array.Fill(recent, (-1, []));
        return recent;
    }

    /// <summary>Multiplicative hashing (D. Knuth, The Art of Computer Programming, vol. 3, section 6.4).</summary>
    private static int PlaceOf(long second) => (int)(((ulong)second * 0x9E37_79B9_7F4A_7C15) >> 54);

    private List<int> Find(Clock clock, long second)
    {
        if (!_due.TryGetValue(second, out var list))
        {
            list = _free.Count > 0 ? _free.Pop() : [];
            _due.Add(second, list);
            clock.Scheduler.Schedule(SimTime.FromSeconds(second), phase, new SupplyEvent(kind, 0));
        }

        return list;
    }
}
