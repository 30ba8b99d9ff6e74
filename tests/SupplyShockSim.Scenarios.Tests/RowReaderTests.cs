using System.Text;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Where cells, wrong quotes and broken bytes stand, counted by hand.</summary>
public class RowReaderTests
{
    [Theory]
    [InlineData("a,b\nc", "1: 0..1 2..3 / 2: 0..1")]
    [InlineData("a,b\r\nc\rd", "1: 0..1 2..3 / 2: 0..1 / 3: 0..1")]
    [InlineData("\ufeffa,b", "1: 0..1 2..3")] // the mark takes no column
    [InlineData(" a  , \"b,\"\"c\" ,", "1: 1..2 7..12 15..15")] // without blanks and quotes; an empty cell at the end
    [InlineData("\u00e9,\U0001f600,x", "1: 0..1 2..4 5..6")] // one and two UTF-16 units
    [InlineData("a\n\n  \n,,\nb", "1: 0..1 / 4: 0..0 1..1 2..2 / 5: 0..1")] // blank lines are passed over and counted
    [InlineData("a,\"b\nc,d", "1: 0..1 quote 2 / 2: 0..1 2..3")] // an open quote ends with its line
    [InlineData("a,\"b", "1: 0..1 quote 2")]
    [InlineData("\u00e9,\"b, \"\"c", "1: 0..1 quote 2")]
    [InlineData("a,b\"x,c", "1: 0..1 quote 3")] // in the middle of a cell
    [InlineData("a, \"b\" x,c", "1: 0..1 4..5 quote 5")] // text after the quote that closes
    public void Places(string text, string expected) => Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(new byte[] { 97, 44, 98, 10, 99, 44, 0xff, 100 }, "1: 0..1 2..3 / 2: NotUtf8 2")] // after `c,`
    [InlineData(new byte[] { 0xc3, 0xa9, 44, 0xe2, 0x82, 10 }, "1: NotUtf8 2")] // a sign of three bytes breaks off after `é,`
    [InlineData(new byte[] { 0xff, 0xfe, 97, 0, 44, 0 }, "1: NotUtf8 0")] // UTF-16 is not translated
    [InlineData(new byte[] { 0xfe, 0xff, 0, 97 }, "1: NotUtf8 0")]
    public void Broken_bytes(byte[] bytes, string expected) => Assert.Equal(expected, Read(bytes));

    [Theory]
    [InlineData(1000, "1: 0..1000 / 3: 0..1")] // the most that is accepted
    [InlineData(1001, "1: TooLong")]
    [InlineData(200_000, "1: TooLong")] // beyond any buffer
    public void Long_rows(int length, string expected) =>
        Assert.StartsWith(expected, Read(Encoding.UTF8.GetBytes(new string('x', length) + "\n\nb")), StringComparison.Ordinal);

    [Fact]
    public void Lines_are_counted_as_rows_are()
    {
        var text = Encoding.UTF8.GetBytes("a,\"b\n\n  \nc\u0085d\re\n");
        Assert.Equal(["a,\"b", "", "  ", "c\u0085d", "e"], RowReader.Lines(new MemoryStream(text), 1000));
        Assert.Equal("1: 0..1 quote 2 / 4: 0..3 / 5: 0..1", Read(text));
    }

    private static string Read(byte[] bytes)
    {
        using var reader = new RowReader(new MemoryStream(bytes), 1000);
        var rows = new List<string>();
        while (true)
        {
            var status = reader.Next();
            if (status == RowStatus.Row)
            {
                rows.Add($"{reader.Number}: {string.Join(' ', reader.Cells)}" + (reader.Quote < 0 ? "" : $" quote {reader.Quote}"));
                continue;
            }

            if (status != RowStatus.End)
            {
                rows.Add($"{reader.Number}: {status} {reader.Line.Length}");
            }

            return string.Join(" / ", rows);
        }
    }
}
