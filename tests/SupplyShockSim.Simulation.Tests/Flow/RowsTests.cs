using System.Runtime.CompilerServices;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Tests;

public sealed class RowsTests
{
    [Fact]
    public void Rows_fill_whole_cache_lines()
    {
        Assert.Equal(64, CacheLine.Size);
        Assert.Equal(64, Unsafe.SizeOf<CacheLine>());
        Assert.Equal(64, Unsafe.SizeOf<SiteNow>());
        Assert.Equal(128, Unsafe.SizeOf<StockNow>());
        Assert.Equal(64, Unsafe.SizeOf<StockNotes>());
        Assert.Equal(128, Unsafe.SizeOf<LaneNow>());
        Assert.Equal(64, Unsafe.SizeOf<BuyerNow>());
        Assert.Equal(64, Unsafe.SizeOf<SellerNow>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void They_start_at_the_border_of_one(int count)
    {
        Assert.Equal(0, AddressOf(new Rows<SiteNow>(count)) % 64);
        Assert.Equal(0, AddressOf(new Rows<StockNow>(count)) % 64);
        Assert.Equal(0, AddressOf((Rows<LaneNow>)new Rows<LaneNow>(count).Fork()) % 64);

        static long AddressOf<T>(Rows<T> rows)
            where T : unmanaged => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<T, byte>(ref rows[0]));
    }

    [Fact]
    public void There_is_no_row_beyond_the_last_or_before_the_first()
    {
        var rows = new Rows<SiteNow>(3);
        Assert.Equal(3, rows.Count);
        rows[2].Activity = 1;
        Assert.Contains("3 rows", Assert.Throws<ArgumentOutOfRangeException>(() => rows[3]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rows<SiteNow>(0)[0]);
    }

    [Fact]
    public void A_hint_beyond_the_rows_does_no_harm()
    {
        var rows = new Rows<StockNow>(3);
        rows.Fetch(-1);
        rows.Fetch(3);
    }

    [Fact]
    public void Rows_start_empty_keep_what_is_written_and_a_copy_goes_its_own_way()
    {
        var rows = new Rows<LaneNow>(100);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(0, rows[i].Dispatch);
            rows[i].Dispatch = i;
        }

        var copy = (Rows<LaneNow>)rows.Fork();
        rows[42].Dispatch = -1;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (double)i), Enumerable.Range(0, 100).Select(i => copy[i].Dispatch));
    }
}
