using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>Where the events lie: slots of one array, the free ones chained, each with a generation that tells its tenants apart.</summary>
public sealed partial class EventCalendar<TEvent>
{
    private const int None = -1;

    /// <summary>The anchors of the buckets, then the slots of the events.</summary>
    private Node[] _nodes;

    /// <summary>The end of the slots that have ever been taken, and the first of the free ones among them.</summary>
    private int _used = Buckets;
    private int _free = None;

    /// <summary>An event in the doubly linked, circular list of its bucket. A free slot uses only Next, the next free one, and Generation.</summary>
    private struct Node
    {
        public long Key;
        public int Next;
        public int Prev;

        /// <summary>Odd while the slot holds an event, even while it is free; so no handle, not even a made-up one, can name a free slot or an anchor.</summary>
        public int Generation;

        /// <summary>See <see cref="MarkAhead"/>.</summary>
        public int Ahead;
        public TEvent Event;

        public readonly bool IsOccupied => (Generation & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeSlot()
    {
        var slot = _free;
        if (slot == None) return TakeFreshSlot();
        _free = _nodes[slot].Next;
        return slot;
    }

    private int TakeFreshSlot()
    {
        if (_used == _nodes.Length) Array.Resize(ref _nodes, checked(Buckets + Math.Max(16, 2 * (_used - Buckets))));
        return _used++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
}
