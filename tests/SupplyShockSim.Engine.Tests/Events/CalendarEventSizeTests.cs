using System.Runtime.InteropServices;

namespace SupplyShockSim.Engine.Tests;

/// <summary>Events of any size and alignment lie beside each other without touching.</summary>
public class CalendarEventSizeTests
{
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Odd(byte A, long B, short C);

    private readonly record struct Aligned(Int128 Value);

    private readonly record struct Nothing;

    private static void Check<T>(Func<int, T> make) where T : unmanaged
    {
        // 1,000 grows the calendar; instants and phases mixed up, so that neighbours in memory are not neighbours in time.
        var calendar = new EventCalendar<T>();
        var handles = new EventHandle[1_000];
        for (var i = 0; i < handles.Length; i++)
        {
            handles[i] = calendar.Schedule(new SimTime(i * 37 % 1_000), new Phase((byte)(i % 16)), make(i));
        }

        for (var i = 0; i < handles.Length; i += 7)
        {
            Assert.True(calendar.Cancel(handles[i]));
        }

        for (var t = 0; t < 1_000; t++)
        {
            // 37 x 973 = 36,001: the inverse of 37 modulo 1,000, so event i = 973 t is the one at t.
            var i = 973 * t % 1_000;
            if (i % 7 == 0)
            {
                continue;
            }

            Assert.True(calendar.TryPop(out var time, out var phase, out var e));
            Assert.Equal((t, i % 16, make(i)), ((int)time.Seconds, phase.Value, e));
        }

        Assert.Equal(0, calendar.Count);
    }

    [Fact]
    public void One_byte() => Check(i => (byte)i);

    [Fact]
    public void Eleven_bytes_packed() => Check(i => new Odd((byte)i, -i, (short)(3 * i)));

    [Fact]
    public void Sixteen_bytes_that_want_alignment() => Check(i => new Aligned((Int128)i << 65));

    [Fact]
    public void Eighty_bytes() => Check(i => (A: (i, i, i, i, i, i, i, i, i, i), B: (long)i, C: 1.5 * i, D: (decimal)i));

    [Fact]
    public void No_content() => Check(_ => default(Nothing));
}
