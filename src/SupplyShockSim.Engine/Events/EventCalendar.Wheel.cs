using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>The order of the events: a hierarchical timing wheel, that is, a radix heap with 256-way digits.</summary>
/// <remarks>
/// Read in base 256, the time of an event differs from the present instant first at some digit; which digit is the level of the event, its
/// value there the bucket on that level. So events of equal time always share a bucket, and those on a lower level, or in a lower bucket of
/// a level, come first: the lowest bucket is found by two bit scans. A bucket has a list for each phase, and knows whether its events
/// have all the same time. If they have, it becomes the present instant as it lies, whatever its level, and none of them is moved. If not, the
/// present instant moves up into the bucket and its events drop to lower levels, in their order. Lists grow at the end and are
/// taken from the start, which keeps first-in-first-out without storing a sequence number: there is nothing to compare, and nothing that
/// could wrap. The paths that every event takes avoid branches that depend on chance, since a mispredicted one costs as much as a third of the rest.
/// See R. Ahuja, K. Mehlhorn, J. Orlin and R. Tarjan, "Faster algorithms for the shortest path problem", J. ACM 37 (1990), and
/// G. Varghese and T. Lauck, "Hashed and hierarchical timing wheels", SOSP 1987.
/// </remarks>
public sealed partial class EventCalendar<TEvent>
{
    private const int DigitBits = 8;
    private const uint Radix = 1 << DigitBits;
    private const uint Buckets = 7 * Radix;
    private const int WordBits = 64;

    /// <summary>The buckets below it hold times that differ from the present instant in their lower halves only.</summary>
    private const uint NearBuckets = 4 * Radix;

    /// <summary>One bit per word of marks that has any; a mark is a bit per bucket that holds events, the present one excepted.</summary>
    private uint _markedWords;

    /// <summary>The instant from which digits are counted. Not after any pending event, and never after the clock, so it never has to move back.</summary>
    private long _present;

    /// <summary>The first anchor of the events of that very instant, and one bit per phase that has any. No other event can be in their bucket.</summary>
    private nuint _presentAnchor = AnchorOf(0, 0);
    private uint _presentPhases;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint BucketOf(long difference, long seconds)
    {
        // How many bits lie below the digit: the level, times eight.
        var shift = ~BitOperations.LeadingZeroCount((ulong)difference) & (WordBits - DigitBits);
        return ((uint)shift * (Radix / DigitBits)) | (byte)(seconds >> shift);
    }

    /// <summary>Puts a node, its time set, where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Insert(ref long arena, nuint place, long seconds, uint phase)
    {
        var difference = seconds ^ _present;
        nuint anchor;
        if (difference == 0)
        {
            _presentPhases |= 1u << (int)phase;
            anchor = _presentAnchor + phase;
        }
        else
        {
            anchor = AnchorIn(ref arena, BucketOf(difference, seconds), seconds, phase);
        }

        Append(ref arena, place, anchor);
        if (_isLarge)
        {
            MarkAhead(ref arena, place);
        }
    }

    /// <summary>Tells a bucket, not the present one, of an event to come, and returns the anchor of its list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint AnchorIn(ref long arena, uint b, long seconds, uint phase)
    {
        ref var bucket = ref BucketAt(ref arena, b);
        bucket.Ones |= (uint)seconds;
        bucket.Zeros |= ~(uint)seconds;
        bucket.Phases |= 1u << (int)phase;
        MarksAt(ref arena, b / WordBits) |= 1UL << (int)b;
        _markedWords |= 1u << (int)(b / WordBits);
        return AnchorOf(b, phase);
    }

    /// <summary>Empties a bucket, but for its lists, and returns the phases it had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint TakeOut(ref long arena, uint b)
    {
        // Field by field: as a whole it would be read in wider pieces than it has just been written in, and that stalls.
        ref var bucket = ref BucketAt(ref arena, b);
        var phases = bucket.Phases;
        bucket.Ones = 0;
        bucket.Zeros = 0;
        bucket.Phases = 0;
        var word = b / WordBits;
        var left = MarksAt(ref arena, word) & ~(1UL << (int)b);
        MarksAt(ref arena, word) = left;
        _markedWords &= ~((left == 0 ? 1u : 0u) << (int)word);
        return phases;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unlink(nuint place)
    {
        ref var arena = ref Arena;
        var (next, prev) = (LinkAt(ref arena, place).Next, LinkAt(ref arena, place).Prev);
        LinkAt(ref arena, prev).Next = next;
        LinkAt(ref arena, next).Prev = prev;
        if (next != prev)
        {
            return;
        }

        // It was alone in its list: both neighbours were the anchor.
        var (b, word) = Math.DivRem(next - FirstBucket, BucketWords);
        var phase = word - BucketHead;
        if (next - phase == _presentAnchor)
        {
            _presentPhases ^= 1u << (int)phase;
        }
        else if ((BucketAt(ref arena, b).Phases ^= 1u << (int)phase) == 0)
        {
            TakeOut(ref arena, b);
        }
    }

    /// <summary>
    /// With no event left at the present instant: moves the clock to the next instant that has one, not after <paramref name="limitSeconds"/>.
    /// </summary>
    /// <returns>False if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Advance(long limitSeconds)
    {
        if (_markedWords == 0)
        {
            return false;
        }

        ref var arena = ref Arena;
        var b = LowestBucket(ref arena);
        var (ones, zeros) = (BucketAt(ref arena, b).Ones, BucketAt(ref arena, b).Zeros);
        if ((ones & zeros) != 0 || b >= NearBuckets)
        {
            return SpreadAndAdvance(b, limitSeconds);
        }

        var seconds = (_present & ~(long)uint.MaxValue) | ones;
        if (seconds > limitSeconds)
        {
            return false;
        }

        _present = seconds;
        _now = seconds;
        _presentAnchor = AnchorOf(b, 0);
        _presentPhases = TakeOut(ref arena, b);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool SpreadAndAdvance(uint b, long limitSeconds)
    {
        ref var arena = ref Arena;
        var bound = LowerBound(ref arena, b);
        if (bound > limitSeconds)
        {
            return false;
        }

        _present = bound;
        Spread(ref arena, b);
        return Advance(limitSeconds);
    }

    /// <summary>An instant that is not after any event of the bucket, and within it: the ones that all its times have in common, or its start.</summary>
    private long LowerBound(ref long arena, uint b)
    {
        if (b < NearBuckets)
        {
            return (_present & ~(long)uint.MaxValue) | ~BucketAt(ref arena, b).Zeros;
        }

        var shift = (int)(b / Radix) * DigitBits;
        return (((_present >> shift) & -Radix) | (b % Radix)) << shift;
    }

    /// <summary>Moves the events of a bucket to lower levels, as seen from the present instant, which has just moved into the bucket.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Spread(ref long arena, uint b)
    {
        _presentAnchor = AnchorOf((byte)_present, 0);
        var isLarge = _isLarge;
        for (var phases = TakeOut(ref arena, b); phases != 0; phases &= phases - 1)
        {
            var phase = (uint)BitOperations.TrailingZeroCount(phases);
            var anchor = AnchorOf(b, phase);
            nuint place = LinkAt(ref arena, anchor).Next;
            Close(ref arena, anchor);
            do
            {
                nuint next = LinkAt(ref arena, place).Next;
                if (isLarge)
                {
                    FetchAhead(ref arena, place);
                }

                var seconds = NodeAt(ref arena, place).Seconds;
                // From level 1 there is but one way. The bit makes a difference only to an event of the present instant: it waits on level 0 until
                // all are spread, and then becomes present with those of its bucket.
                var lower = b < 2 * Radix ? (byte)seconds : BucketOf((seconds ^ _present) | 1, seconds);
                Append(ref arena, place, AnchorIn(ref arena, lower, seconds, phase));
                if (isLarge)
                {
                    MarkAhead(ref arena, place);
                }

                place = next;
            }
            while (place != anchor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint LowestBucket(ref long arena)
    {
        var word = (uint)BitOperations.TrailingZeroCount(_markedWords);
        return (word * WordBits) + (uint)BitOperations.TrailingZeroCount(MarksAt(ref arena, word));
    }
}
