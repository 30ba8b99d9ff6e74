namespace SupplyShockSim.Engine;

/// <summary>Where the events lie: an array of slots, the free ones chained, each with a generation that tells its tenants apart.</summary>
public sealed partial class EventCalendar<TEvent>
{
    private const int None = -1;

    private Node[] _nodes;
    private int _used;
    private int _free = None;

    /// <summary>An event and its place in the list of a wheel bucket. A free slot uses only Next (the next free one) and Generation.</summary>
    private struct Node
    {
        public long Key;
        public int Next;
        public int Prev;
        public int Generation;
        public TEvent Event;
    }

    /// <summary>Odd while the slot holds an event, even while it is free; so no handle, not even a made-up one, can name a free slot.</summary>
    private static bool IsOccupied(int generation) => (generation & 1) != 0;

    private int TakeSlot()
    {
        var slot = _free;
        if (slot != None)
        {
            _free = _nodes[slot].Next;
            return slot;
        }

        if (_used == _nodes.Length) Array.Resize(ref _nodes, Math.Max(16, checked(2 * _used)));
        return _used++;
    }

    private void Release(int slot)
    {
        ref var node = ref _nodes[slot];
        Count--;
        if (node.Generation == int.MaxValue)
        {
            // The slot has used up its generations. It retires: giving it a second life would make its oldest handles valid again.
            node.Generation = 0;
            return;
        }

        node.Generation++;
        node.Next = _free;
        _free = slot;
    }

    private void CopySlotsFrom(EventCalendar<TEvent> other)
    {
        if (_nodes.Length < other._used) _nodes = new Node[other._nodes.Length];
        Array.Copy(other._nodes, _nodes, other._used);
        // Slots beyond are taken afresh, as they were when the copy was made.
        Array.Clear(_nodes, other._used, Math.Max(0, _used - other._used));
        _used = other._used;
        _free = other._free;
    }
}
