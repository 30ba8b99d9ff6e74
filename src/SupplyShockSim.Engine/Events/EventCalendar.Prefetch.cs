using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SupplyShockSim.Engine;

/// <summary>
/// Fetching ahead. The list of a bucket is scattered over the slots, so that walking it in a calendar larger than the caches waits for memory at
/// every step, one step at a time. Each node therefore names the one four places further on, whose fetching then overlaps with the steps between.
/// </summary>
public sealed partial class EventCalendar<TEvent>
{
    /// <summary>Below so many slots (a megabyte of small events) the caches hold them all.</summary>
    private const int LargeCalendar = 32_768;

    private bool _isLarge;

    private static bool IsLarge(long[] arena) => arena.Length >= FirstSlot + (LargeCalendar * SlotWords);

    /// <summary>Tells the node four places before a newly appended one that it is there. A hint: after a cancellation or a move it may name any slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MarkAhead(ref long arena, nuint place)
    {
        var back = place;
        for (var i = 0; i < 4; i++)
        {
            back = LinkAt(ref arena, back).Prev;
        }
        // Short lists lead back through their anchor, which has no room for it.
        if (back >= FirstSlot)
        {
            NodeAt(ref arena, back).Ahead = (uint)place;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void FetchAhead(ref long arena, nuint place)
    {
        // No more than a hint to the processor: it does not matter when the collector moves the array in between.
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref NodeAt(ref arena, NodeAt(ref arena, place).Ahead)));
        }
    }
}
