using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// A running 64-bit hash of (time, phase, event) over the events of a run: equal for equal runs, and almost surely different as soon
/// as one event differs or two change places. The mixing is that of xxHash64 (Y. Collet, xxHash specification, 2012), word by word.
/// Padding bytes of the event do not count; its floating-point fields count bit by bit.
/// </summary>
internal static class TraceHash<TEvent> where TEvent : unmanaged
{
    /// <summary>The hash of no events.</summary>
    public const ulong Start = Prime5;

    private const ulong Prime1 = 0x9E37_79B1_85EB_CA87;
    private const ulong Prime2 = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong Prime4 = 0x85EB_CA77_C2B2_AE63;
    private const ulong Prime5 = 0x27D4_EB2F_1656_67C5;

    private static readonly byte[] Mask = PaddingMask.Of<TEvent>();
    private static readonly bool HasPadding = Mask.AsSpan().IndexOfAnyExcept(byte.MaxValue) >= 0;

    /// <summary>The hash after one more event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, SimTime time, Phase phase, in TEvent e)
    {
        // The phase enters as the top bits, which a time in seconds does not reach.
        hash = Mix(hash, (ulong)time.Seconds ^ ((ulong)phase.Value << 60));
        // The size is a constant to the compiler, which leaves of this only what an event of that size needs.
        ref var bytes = ref Unsafe.As<TEvent, byte>(ref Unsafe.AsRef(in e));
        var size = Unsafe.SizeOf<TEvent>();
        if (size >= 8)
        {
            hash = Mix(hash, Word(ref bytes, 0, 8));
        }

        if (size >= 16)
        {
            hash = Mix(hash, Word(ref bytes, 8, 8));
        }

        if (size >= 24)
        {
            hash = AddFromThirdWord(hash, ref bytes);
        }

        if ((size & 4) != 0)
        {
            hash = Mix(hash, Word(ref bytes, size & ~7, 4));
        }

        if ((size & 2) != 0)
        {
            hash = Mix(hash, Word(ref bytes, size & ~3, 2));
        }

        if ((size & 1) != 0)
        {
            hash = Mix(hash, Word(ref bytes, size & ~1, 1));
        }

        return hash;
    }

    /// <summary>Apart, because a loop costs a comparison even when the compiler could know that it has no turn.</summary>
    private static ulong AddFromThirdWord(ulong hash, ref byte bytes)
    {
        for (var at = 16; at + 8 <= Unsafe.SizeOf<TEvent>(); at += 8)
        {
            hash = Mix(hash, Word(ref bytes, at, 8));
        }

        return hash;
    }

    /// <summary>Some bytes of the event as a number, those of padding as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte bytes, int at, int size)
    {
        var word = Read(ref Unsafe.Add(ref bytes, at), size);
        return HasPadding ? word & Read(ref Mask[at], size) : word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte bytes, int size) => size switch
    {
        8 => Unsafe.ReadUnaligned<ulong>(ref bytes),
        4 => Unsafe.ReadUnaligned<uint>(ref bytes),
        2 => Unsafe.ReadUnaligned<ushort>(ref bytes),
        _ => bytes,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong word) =>
        (BitOperations.RotateLeft(hash ^ (BitOperations.RotateLeft(word * Prime2, 31) * Prime1), 27) * Prime1) + Prime4;
}
