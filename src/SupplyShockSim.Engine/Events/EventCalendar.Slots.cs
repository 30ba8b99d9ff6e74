using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>The slots of the events: the free ones chained, each with a generation that tells its tenants apart.</summary>
public sealed partial class EventCalendar<TEvent>
{
    /// <summary>So little beside the buckets that it does not pay to start with less: a calendar that grows is copied, buckets and all.</summary>
    private const int FewestSlots = 512;

    /// <summary>The end of the slots that have ever been taken, and the first of the free ones among them, or 0.</summary>
    private uint _used = FirstSlot;
    private uint _free;

    /// <summary>Takes a slot that has never been taken. The array may become another one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private nuint TakeFreshSlot()
    {
        if (_arena.Length < _used + (long)SlotWords)
        {
            var words = Math.Max(FewestSlots * SlotWords, 2L * (_used - FirstSlot));
            Array.Resize(ref _arena, checked((int)(FirstSlot + words)));
            _isLarge = IsLarge(_arena);
        }

        var place = _used;
        _used += SlotWords;
        return place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release(ref long arena, nuint place)
    {
        ref var node = ref NodeAt(ref arena, place);
        Count--;
        if (node.Generation == int.MaxValue)
        {
            // The slot has used up its generations. It retires: giving it a second life would make its oldest handles valid again.
            node.Generation = 0;
            return;
        }

        node.Generation++;
        node.Link.Next = _free;
        _free = (uint)place;
    }

    /// <summary>For tests, which cannot wait until a slot has had so many tenants: makes a free one as old as that.</summary>
    internal void SetGeneration(EventHandle h, int generation) => NodeAt(ref Arena, (uint)h.Slot).Generation = generation;
}
