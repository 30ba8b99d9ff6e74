using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>The lists of events of one bucket and phase: circular and doubly linked, so that neither end needs a branch.</summary>
public sealed partial class EventCalendar<TEvent>
{
    /// <summary>The anchor of a list, or the start of a node in one: the places of its neighbours. In an empty list the anchor is its own.</summary>
    private struct Link
    {
        public uint Next;
        public uint Prev;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Append(ref long arena, nuint place, nuint anchor)
    {
        ref var end = ref LinkAt(ref arena, anchor);
        ref var link = ref LinkAt(ref arena, place);
        nuint last = end.Prev;
        link.Prev = (uint)last;
        link.Next = (uint)anchor;
        LinkAt(ref arena, last).Next = (uint)place;
        end.Prev = (uint)place;
    }

    /// <summary>Unlinks the first event of the lowest of some phases, and forgets the phase with its last event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint TakeFirst(ref long arena, nuint firstAnchor, ref uint phases, out uint phase)
    {
        phase = (uint)BitOperations.TrailingZeroCount(phases);
        var anchor = firstAnchor + phase;
        ref var end = ref LinkAt(ref arena, anchor);
        nuint place = end.Next;
        nuint next = LinkAt(ref arena, place).Next;
        end.Next = (uint)next;
        LinkAt(ref arena, next).Prev = (uint)anchor;
        phases ^= (next == anchor ? 1u : 0u) << (int)phase;
        return place;
    }

    /// <summary>Makes a list forget its events.</summary>
    private static void Close(ref long arena, nuint anchor)
    {
        ref var end = ref LinkAt(ref arena, anchor);
        end.Next = (uint)anchor;
        end.Prev = (uint)anchor;
    }
}
