using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        if (HasPadding)
        {
            var copy = e;
            var bytes = MemoryMarshal.AsBytes(new Span<TEvent>(ref copy));
            for (var i = 0; i < bytes.Length; i++) bytes[i] &= Mask[i];
            return AddBytes(hash, in copy);
        }

        return AddBytes(hash, in e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddBytes(ulong hash, in TEvent e)
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<TEvent>(in e));
        var offset = 0;
        for (; offset + 8 <= Unsafe.SizeOf<TEvent>(); offset += 8) hash = Mix(hash, MemoryMarshal.Read<ulong>(bytes[offset..]));
        if (offset + 4 <= Unsafe.SizeOf<TEvent>())
        {
            hash = Mix(hash, MemoryMarshal.Read<uint>(bytes[offset..]));
            offset += 4;
        }

        for (; offset < Unsafe.SizeOf<TEvent>(); offset++) hash = Mix(hash, bytes[offset]);
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong word) =>
        (BitOperations.RotateLeft(hash ^ (BitOperations.RotateLeft(word * Prime2, 31) * Prime1), 27) * Prime1) + Prime4;
}
