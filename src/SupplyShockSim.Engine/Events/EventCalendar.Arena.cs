using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// Where everything lies: one array of words, so that the list of a bucket runs through the bucket and the slots of its events alike, and what is
/// used together is fetched together. A place is an index into it. First come the marks of the filled buckets, then the buckets, each
/// with the anchors of its lists, then the slots.
/// </summary>
/// <remarks>
/// The places that are read from the array are those that were written to it. They are not checked again; a place from outside is, see
/// <see cref="IsPending"/>.
/// </remarks>
public sealed partial class EventCalendar<TEvent>
{
    private const uint FirstBucket = 32;
    private const uint BucketHead = 2;
    private const uint BucketWords = BucketHead + Phase.Count;
    private const uint FirstSlot = FirstBucket + (Buckets * BucketWords);

    private long[] _arena;

    private static uint SlotWords => ((uint)Unsafe.SizeOf<Node>() + sizeof(long) - 1) / sizeof(long);

    /// <summary>The start of the array; another one when the calendar has grown.</summary>
    private ref long Arena => ref MemoryMarshal.GetArrayDataReference(_arena);

    /// <summary>The events of one value of one digit of the time. The anchors of its lists follow, one for each phase.</summary>
    private struct Bucket
    {
        /// <summary>
        /// The bits that are one, and those that are zero, in the time of any of its events, cancelled ones included; the lower half of them.
        /// </summary>
        public uint Ones;
        public uint Zeros;

        /// <summary>One bit per phase that has events.</summary>
        public uint Phases;
    }

    /// <summary>What a slot holds: an event and its place in a list. A free slot uses only Next, the next free one, and Generation.</summary>
    private struct Node
    {
        public Link Link;
        public long Seconds;

        /// <summary>Odd while the slot holds an event, even while it is free; so no handle, not even a made-up one, can name a free slot.</summary>
        public int Generation;

        /// <summary>See <see cref="MarkAhead"/>.</summary>
        public uint Ahead;
        public TEvent Event;

        public readonly bool IsOccupied => (Generation & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref ulong MarksAt(ref long arena, uint word) => ref Unsafe.As<long, ulong>(ref Unsafe.Add(ref arena, word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Bucket BucketAt(ref long arena, uint b) => ref Unsafe.As<long, Bucket>(ref Unsafe.Add(ref arena, PlaceOf(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Link LinkAt(ref long arena, nuint place) => ref Unsafe.As<long, Link>(ref Unsafe.Add(ref arena, place));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Node NodeAt(ref long arena, nuint place) => ref Unsafe.As<long, Node>(ref Unsafe.Add(ref arena, place));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint PlaceOf(uint b) => FirstBucket + ((nuint)b * BucketWords);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint AnchorOf(uint b, uint phase) => PlaceOf(b) + BucketHead + phase;

    /// <summary>Makes all lists empty, in an array that is otherwise all zero.</summary>
    private static void LayAnchors(ref long arena)
    {
        for (var place = (nuint)FirstBucket; place < FirstSlot; place += BucketWords)
        {
            for (nuint anchor = place + BucketHead; anchor < place + BucketWords; anchor++)
            {
                Close(ref arena, anchor);
            }
        }
    }
}
