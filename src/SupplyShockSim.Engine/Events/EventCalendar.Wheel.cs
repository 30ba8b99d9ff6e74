using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// The order of the events: a hierarchical timing wheel, that is, a radix heap with 64-way digits.
/// </summary>
/// <remarks>
/// A key is (time, phase) as one number: six bits of phase below the seconds. Read in base 64, a key differs from the base of the wheel
/// first at some digit; the number of that digit is the level of the event, the value there its bucket on the level. So events of
/// equal key always share a bucket, and events on a lower level, or in a lower bucket of a level, come first. The lowest bucket
/// is found by two bit scans. When it lies above level 0, the base moves to its earliest instant and its events drop to lower levels, in
/// their order. Lists are appended at the end and moved from the start, which keeps first-in-first-out without comparing, or
/// even storing, sequence numbers: there is nothing that could wrap. On the way an event that is alone skips the levels between.
/// </remarks>
public sealed partial class EventCalendar<TEvent>
{
    private const int DigitBits = 6;
    private const int Radix = 1 << DigitBits;
    private const int Levels = 11;

    private readonly Bucket[] _buckets = new Bucket[Levels * Radix];

    /// <summary>Per level, the digits whose bucket holds events; and the levels that have any.</summary>
    private readonly ulong[] _digits = new ulong[Levels];
    private uint _levels;

    /// <summary>Per level, the digits whose <see cref="Bucket.Lowest"/> may be lower than any key in the bucket.</summary>
    private readonly ulong[] _loose = new ulong[Levels];

    /// <summary>Not above any pending key; its phase is 0. It never exceeds the clock, so it never has to move back.</summary>
    private long _base;

    /// <summary>A doubly linked list of events. Head and Tail mean nothing while the bit of the bucket in the digits is clear.</summary>
    private struct Bucket
    {
        public long Lowest;
        public int Head;
        public int Tail;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LevelOf(long key) => BitOperations.Log2((ulong)(key ^ _base)) / DigitBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DigitOf(long key, int level) => (int)(key >> (level * DigitBits)) & (Radix - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int slot, ref Node node)
    {
        var key = node.Key;
        var level = LevelOf(key);
        var digit = DigitOf(key, level);
        ref var bucket = ref _buckets[(level * Radix) + digit];
        ref var digits = ref _digits[level];
        node.Next = None;
        if ((digits & (1UL << digit)) == 0)
        {
            digits |= 1UL << digit;
            _levels |= 1U << level;
            bucket.Lowest = key;
            bucket.Head = slot;
        }
        else
        {
            node.Prev = bucket.Tail;
            _nodes[bucket.Tail].Next = slot;
            if (key < bucket.Lowest) bucket.Lowest = key;
        }

        bucket.Tail = slot;
    }

    private void Unlink(int slot, ref Node node)
    {
        var level = LevelOf(node.Key);
        var digit = DigitOf(node.Key, level);
        ref var bucket = ref _buckets[(level * Radix) + digit];
        if (bucket.Head == slot)
        {
            if (bucket.Tail == slot)
            {
                Empty(level, digit);
                return;
            }

            bucket.Head = node.Next;
        }
        else
        {
            _nodes[node.Prev].Next = node.Next;
        }

        if (bucket.Tail == slot) bucket.Tail = node.Prev;
        else _nodes[node.Next].Prev = node.Prev;
        if (node.Key == bucket.Lowest) _loose[level] |= 1UL << digit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Empty(int level, int digit)
    {
        _loose[level] &= ~(1UL << digit);
        if ((_digits[level] &= ~(1UL << digit)) == 0) _levels &= ~(1U << level);
    }

    /// <summary>Unlinks the first event not after <paramref name="limitSeconds"/> and returns its slot, still occupied; or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeLowest(long limitSeconds)
    {
        if (_digits[0] == 0)
        {
            var alone = Advance(limitSeconds);
            if (_digits[0] == 0) return alone;
        }

        var digit = BitOperations.TrailingZeroCount(_digits[0]);
        ref var bucket = ref _buckets[digit];
        var slot = bucket.Head;
        if (slot == bucket.Tail) Empty(0, digit);
        else bucket.Head = _nodes[slot].Next;
        return slot;
    }

    /// <summary>
    /// With level 0 empty: moves the base to the next instant not after <paramref name="limitSeconds"/> and its events to level 0; or, when
    /// the event is alone in its bucket, unlinks it and returns its slot. Returns <see cref="None"/> otherwise.
    /// </summary>
    private int Advance(long limitSeconds)
    {
        while (_levels != 0)
        {
            var level = BitOperations.TrailingZeroCount(_levels);
            var digit = BitOperations.TrailingZeroCount(_digits[level]);
            ref var bucket = ref _buckets[(level * Radix) + digit];
            if (bucket.Lowest >> DigitBits > limitSeconds) return None;

            // A loose lowest key still bounds the bucket from below, and the base may be any such bound.
            var slot = bucket.Head;
            var alone = slot == bucket.Tail;
            if (alone)
            {
                var key = _nodes[slot].Key;
                if (key >> DigitBits > limitSeconds) return None;
                _base = key & -Radix;
                Empty(level, digit);
                return slot;
            }

            _base = bucket.Lowest & -Radix;
            Empty(level, digit);
            while (slot != None)
            {
                ref var node = ref _nodes[slot];
                var next = node.Next;
                Append(slot, ref node);
                slot = next;
            }

            if (_digits[0] != 0) return None;
        }

        return None;
    }

    private bool TryFindLowestKey(out long key)
    {
        key = 0;
        if (_levels == 0) return false;
        var level = BitOperations.TrailingZeroCount(_levels);
        var digit = BitOperations.TrailingZeroCount(_digits[level]);
        ref var bucket = ref _buckets[(level * Radix) + digit];
        if ((_loose[level] & (1UL << digit)) != 0)
        {
            var lowest = long.MaxValue;
            for (var slot = bucket.Head; slot != None; slot = _nodes[slot].Next) lowest = Math.Min(lowest, _nodes[slot].Key);
            bucket.Lowest = lowest;
            _loose[level] &= ~(1UL << digit);
        }

        key = bucket.Lowest;
        return true;
    }

    private void ClearWheel()
    {
        Array.Clear(_digits);
        Array.Clear(_loose);
        _levels = 0;
        _base = 0;
    }

    private void CopyWheelFrom(EventCalendar<TEvent> other)
    {
        Array.Copy(other._buckets, _buckets, _buckets.Length);
        Array.Copy(other._digits, _digits, Levels);
        Array.Copy(other._loose, _loose, Levels);
        _levels = other._levels;
        _base = other._base;
    }
}
