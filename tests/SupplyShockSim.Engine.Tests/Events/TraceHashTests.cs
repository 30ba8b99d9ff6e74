using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupplyShockSim.Engine.Tests;

public class TraceHashTests
{
    [StructLayout(LayoutKind.Sequential)]
    private record struct Padded(byte Kind, int Target, short Small);

    private readonly record struct Nested(Padded Inner, long Last);

    private record struct Small(byte A, short B);

    [InlineArray(3)]
    private struct Three
    {
        public int First;
    }

    [InlineArray(3)]
    private struct Bytes3
    {
        public byte First;
    }

    [InlineArray(7)]
    private struct Bytes7
    {
        public byte First;
    }

    [InlineArray(23)]
    private struct Bytes23
    {
        public byte First;
    }

    [InlineArray(40)]
    private struct Bytes40
    {
        public byte First;
    }

    private enum Kind : short { One = 1 }

    private static ulong Hash<T>(T e, long time = 5, byte phase = 1) where T : unmanaged =>
        TraceHash<T>.Add(TraceHash<T>.Start, new SimTime(time), new Phase(phase), in e);

    /// <summary>The same fields over memory that held something else before.</summary>
    private static T Dirty<T>(Func<T, T> set) where T : unmanaged
    {
        T e = default;
        MemoryMarshal.AsBytes(new Span<T>(ref e)).Fill(0xA5);
        return set(e);
    }

    [Fact]
    public void Padding_is_found()
    {
        // byte, three bytes of padding, int, short, two bytes of padding.
        Assert.Equal([255, 0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0], PaddingMask.Of<Padded>());
        Assert.Equal([255, 0, 255, 255], PaddingMask.Of<Small>());
        Assert.Equal(Enumerable.Repeat<byte>(255, 12), PaddingMask.Of<Three>());
        Assert.Equal([255, 255], PaddingMask.Of<Kind>());
        // 12 bytes as above, four to align the long, eight of the long.
        Assert.Equal([255, 0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0], PaddingMask.Of<Nested>()[..16]);
    }

    [Fact]
    public void Padding_does_not_count()
    {
        var clean = new Padded(1, 2, 3);
        var dirty = Dirty<Padded>(e =>
        {
            (e.Kind, e.Target, e.Small) = (1, 2, 3);
            return e;
        });
        Assert.Equal(0xA5, MemoryMarshal.AsBytes(new Span<Padded>(ref dirty))[1]);
        Assert.Equal(Hash(clean), Hash(dirty));
    }

    [Fact]
    public void Everything_else_counts()
    {
        ulong[] hashes =
        [
            Hash(new Padded(1, 2, 3)), Hash(new Padded(2, 2, 3)), Hash(new Padded(1, 3, 3)), Hash(new Padded(1, 2, 4)),
            Hash(new Padded(1, 2, 3), time: 6), Hash(new Padded(1, 2, 3), phase: 2), Hash(new Padded(1, 2, 3), time: 4, phase: 0),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Each_byte_of_events_of_every_size_counts()
    {
        AssertEachByteCounts<byte>();
        AssertEachByteCounts<Bytes3>();
        AssertEachByteCounts<int>();
        AssertEachByteCounts<Bytes7>();
        AssertEachByteCounts<long>();
        AssertEachByteCounts<Bytes23>();
        AssertEachByteCounts<Bytes40>();
    }

    [Fact]
    public void The_order_of_events_counts()
    {
        var ab = TraceHash<int>.Add(Hash(1), new SimTime(5), new Phase(1), 2);
        var ba = TraceHash<int>.Add(Hash(2), new SimTime(5), new Phase(1), 1);
        Assert.NotEqual(ab, ba);
    }

    private static void AssertEachByteCounts<T>() where T : unmanaged
    {
        var seen = new HashSet<ulong> { Hash(default(T)) };
        for (var i = 0; i < Unsafe.SizeOf<T>(); i++)
        {
            T e = default;
            MemoryMarshal.AsBytes(new Span<T>(ref e))[i] = 1;
            Assert.True(seen.Add(Hash(e)), $"byte {i} of {typeof(T)}");
        }
    }
}
