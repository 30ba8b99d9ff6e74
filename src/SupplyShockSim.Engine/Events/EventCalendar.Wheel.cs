using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>The order of the events: a hierarchical timing wheel, that is, a radix heap with 256-way digits.</summary>
/// <remarks>
/// A key is (time, phase) as one number: eight bits of phase below the seconds. Read in base 256, a key differs from the base of the
/// wheel first at some digit; which digit is the level of the event, its value there the bucket on that level. So events of equal key
/// always share a bucket, and those on a lower level, or in a lower bucket of a level, come first: the lowest bucket is found by two
/// bit scans. When it lies above level 0, the base moves up to its earliest instant and its events drop to lower levels, in their
/// order. Lists grow at the end and are taken from the start, which keeps first-in-first-out without storing a sequence number:
/// there is nothing to compare, and nothing that could wrap. An event alone in its bucket skips the levels between.
/// The paths that every event takes avoid branches that depend on chance, since a mispredicted one costs as much as the rest.
/// See R. Ahuja, K. Mehlhorn, J. Orlin and R. Tarjan, "Faster algorithms for the shortest path problem", J. ACM 37 (1990), and
/// G. Varghese and T. Lauck, "Hashed and hierarchical timing wheels", SOSP 1987.
/// </remarks>
public sealed partial class EventCalendar<TEvent>
{
    private const int DigitBits = 8;
    private const int Radix = 1 << DigitBits;
    private const int Buckets = Radix * sizeof(long) * 8 / DigitBits;
    private const int WordBits = 64;

    /// <summary>One bit per bucket that holds events, and one bit per word of those.</summary>
    private readonly ulong[] _filled = new ulong[Buckets / WordBits];
    private uint _filledWords;

    /// <summary>One bit per bucket whose anchor may be lower than every key in it, because the lowest was cancelled.</summary>
    private readonly ulong[] _loose = new ulong[Buckets / WordBits];

    /// <summary>Not above any pending key; a multiple of the radix, so its phase is 0. It never passes the clock, so it never has to move back.</summary>
    private long _base;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(long key)
    {
        var level = (int)((uint)BitOperations.Log2((ulong)(key ^ _base)) / DigitBits);
        return (level << DigitBits) | ((int)(key >> (level * DigitBits)) & (Radix - 1));
    }

    /// <summary>Links a node, its key set, to the end of its bucket. The anchor keeps a lower bound of the keys; above level 0 it is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int index)
    {
        var nodes = _nodes;
        ref var node = ref nodes[index];
        var key = node.Key;
        var b = BucketOf(key);
        ref var anchor = ref nodes[b];
        node.Prev = anchor.Prev;
        node.Next = b;
        nodes[anchor.Prev].Next = index;
        anchor.Prev = index;
        if (nodes.Length >= LargeCalendar) MarkAhead(nodes, index);
        // The lower of the two without a branch; keys are not negative, so the difference does not overflow.
        var difference = key - anchor.Key;
        anchor.Key += difference & (difference >> 63);
        _filled[b / WordBits] |= 1UL << b;
        _filledWords |= 1u << (b / WordBits);
    }

    private void Unlink(int index)
    {
        var nodes = _nodes;
        ref var node = ref nodes[index];
        nodes[node.Prev].Next = node.Next;
        nodes[node.Next].Prev = node.Prev;
        var b = BucketOf(node.Key);
        if (node.Next == node.Prev) Empty(b);
        else if (node.Key == nodes[b].Key) _loose[b / WordBits] |= 1UL << b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Empty(int b)
    {
        // Field by field: a whole node would go through the stack, and reading it back would stall.
        ref var anchor = ref _nodes[b];
        anchor.Key = long.MaxValue;
        anchor.Next = b;
        anchor.Prev = b;
        _loose[b / WordBits] &= ~(1UL << b);
        if ((_filled[b / WordBits] &= ~(1UL << b)) == 0) _filledWords &= ~(1u << (b / WordBits));
    }

    /// <summary>Unlinks the first event not after <paramref name="limitSeconds"/> and returns its slot, still occupied; or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeLowest(long limitSeconds)
    {
        if ((_filledWords & 1) == 0)
        {
            var alone = Advance(limitSeconds);
            if ((_filledWords & 1) == 0) return alone;
        }

        var nodes = _nodes;
        var b = BitOperations.TrailingZeroCount(_filled[0]);
        ref var anchor = ref nodes[b];
        var index = anchor.Next;
        var next = nodes[index].Next;
        anchor.Next = next;
        nodes[next].Prev = b;
        var left = _filled[0] & ~((next == b ? 1UL : 0UL) << b);
        _filled[0] = left;
        _filledWords = (_filledWords & ~1u) | (left != 0 ? 1u : 0u);
        return index;
    }

    /// <summary>
    /// With level 0 empty: moves the base to the next instant not after <paramref name="limitSeconds"/> and its events to level 0, and returns
    /// <see cref="None"/>. Or, if the next event is alone in its bucket, unlinks it and returns its slot, level 0 still empty.
    /// </summary>
    private int Advance(long limitSeconds)
    {
        while (_filledWords != 0)
        {
            var b = LowestBucket();
            // A loose bound is below the keys of the bucket but still within it, so that it will do as a base.
            var bound = _nodes[b].Key;
            if (bound >> DigitBits > limitSeconds) return None;
            var index = _nodes[b].Next;
            if (index == _nodes[b].Prev)
            {
                var key = _nodes[index].Key;
                if (key >> DigitBits > limitSeconds) return None;
                _base = key & -Radix;
                Empty(b);
                return index;
            }

            _base = bound & -Radix;
            Empty(b);
            do
            {
                var next = _nodes[index].Next;
                if (_nodes.Length >= LargeCalendar) FetchAhead(index);
                Append(index);
                index = next;
            }
            while (index != b);

            if ((_filledWords & 1) != 0) return None;
        }

        return None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LowestBucket()
    {
        var word = BitOperations.TrailingZeroCount(_filledWords);
        return (word * WordBits) + BitOperations.TrailingZeroCount(_filled[word]);
    }

    private bool TryFindLowestKey(out long key)
    {
        key = 0;
        if (_filledWords == 0) return false;
        var b = LowestBucket();
        ref var anchor = ref _nodes[b];
        key = b < Radix ? _nodes[anchor.Next].Key : anchor.Key;
        if (b < Radix || (_loose[b / WordBits] & (1UL << b)) == 0) return true;

        key = long.MaxValue;
        for (var index = anchor.Next; index != b; index = _nodes[index].Next) key = Math.Min(key, _nodes[index].Key);
        anchor.Key = key;
        _loose[b / WordBits] &= ~(1UL << b);
        return true;
    }
}
