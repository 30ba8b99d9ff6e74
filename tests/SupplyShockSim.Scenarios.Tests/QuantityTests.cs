using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Tests;

public class QuantityTests
{
    [Fact]
    public void Plain_decimals_are_read_to_the_last_bit()
    {
        // Against the parser of .NET, which rounds correctly; 1 to 17 digits with the point anywhere, so both ways of reading are met.
        var random = new RandomStreams(1).Stream("decimals");
        for (var i = 0; i < 100_000; i++)
        {
            var text = random.NextInt64((long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            text = text.Insert(random.Next(text.Length + 1), ".");
            Assert.Null(Quantity.Parse(text, out var read));
            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(read.Value));
        }
    }

    // A year is 365 d and a month 365/12 d; a day is 86,400 s; a pound is 0.45359237 kg.
    [Theory]
    [InlineData("7", Dimension.Number, 7)]
    [InlineData("+7.5", Dimension.Number, 7.5)]
    [InlineData(".5", Dimension.Number, 0.5)]
    [InlineData("5.", Dimension.Number, 5)]
    [InlineData("1.5e3", Dimension.Number, 1500)]
    [InlineData("0.1 %", Dimension.Fraction, 0.001)]
    [InlineData("50%", Dimension.Fraction, 0.5)]
    [InlineData("45 d", Dimension.Time, 45)]
    [InlineData("45d", Dimension.Time, 45)]
    [InlineData("2 days", Dimension.Time, 2)]
    [InlineData("12 h", Dimension.Time, 0.5)]
    [InlineData("720 min", Dimension.Time, 0.5)]
    [InlineData("43200 s", Dimension.Time, 0.5)]
    [InlineData("2 wk", Dimension.Time, 14)]
    [InlineData("12 months", Dimension.Time, 365)]
    [InlineData("3 yr", Dimension.Time, 1095)]
    [InlineData("150 t", Dimension.Mass, 150)]
    [InlineData("1.2 kt", Dimension.Mass, 1200)]
    [InlineData("2 Mt", Dimension.Mass, 2_000_000)]
    [InlineData("500 kg", Dimension.Mass, 0.5)]
    [InlineData("250 g", Dimension.Mass, 0.00025)]
    [InlineData("1000 lb", Dimension.Mass, 0.45359237)]
    [InlineData("10 t/d", Dimension.Flow, 10)]
    [InlineData("365 t/yr", Dimension.Flow, 1)]
    [InlineData("73 kt/yr", Dimension.Flow, 200)] // 73,000 / 365
    [InlineData("365 t/month", Dimension.Flow, 12)]
    [InlineData("1 kg/s", Dimension.Flow, 86.4)] // 86,400 kg a day
    [InlineData("7 t / wk", Dimension.Flow, 1)]
    [InlineData("60000 USD/t", Dimension.Price, 60_000)]
    [InlineData("110 USD/kg", Dimension.Price, 110_000)]
    [InlineData("110 $/kg", Dimension.Price, 110_000)]
    [InlineData("36.5 %/yr", Dimension.Pace, 0.001)]
    [InlineData("0.25 /d", Dimension.Pace, 0.25)]
    public void Units_are_converted(string written, Dimension dimension, double value)
    {
        Assert.Null(Quantity.Parse(written, out var read));
        Assert.Equal(dimension, read.Dimension);
        Assert.Equal(value, read.Value, Math.Abs(value) * 1e-15);
    }

    [Theory]
    [InlineData("", DiagnosticCodes.NotAValue)]
    [InlineData("d", DiagnosticCodes.NotAValue)]
    [InlineData("five", DiagnosticCodes.NotAValue)]
    [InlineData("1,000 t", DiagnosticCodes.NotAValue)]
    [InlineData("1 000 t", DiagnosticCodes.NotAValue)]
    [InlineData("1_000", DiagnosticCodes.NotAValue)]
    [InlineData("--5", DiagnosticCodes.NotAValue)]
    [InlineData("nan", DiagnosticCodes.OutOfRange)]
    [InlineData(".inf", DiagnosticCodes.OutOfRange)]
    [InlineData("-Infinity", DiagnosticCodes.OutOfRange)]
    [InlineData("1e999 t", DiagnosticCodes.OutOfRange)]
    [InlineData("5 parsec", DiagnosticCodes.UnknownUnit)]
    [InlineData("5 t/", DiagnosticCodes.UnknownUnit)]
    [InlineData("5 t/d/d", DiagnosticCodes.UnknownUnit)]
    [InlineData("5 d/t", DiagnosticCodes.UnknownUnit)]
    [InlineData("5 EUR/t", DiagnosticCodes.UnknownUnit)]
    [InlineData("5e", DiagnosticCodes.UnknownUnit)]
    public void What_is_no_quantity_is_refused(string written, string code) => Assert.Equal(code, Quantity.Parse(written, out _)?.Code);

    [Fact]
    public void Every_quantity_reads_back_as_itself()
    {
        var random = new Random(1);
        foreach (var dimension in Enum.GetValues<Dimension>().Where(d => d != Dimension.Fraction))
        {
            for (var i = 0; i < 500; i++)
            {
                var quantity = new Quantity(Math.Exp((random.NextDouble() * 60) - 30), dimension);
                Assert.Null(Quantity.Parse(quantity.ToString(), out var read));
                Assert.Equal(quantity, read);
            }
        }
    }

    [Fact]
    public void Every_share_reads_back_as_itself()
    {
        var random = new Random(2);
        for (var i = 0; i < 2000; i++)
        {
            var share = i <= 1000 ? i / 1000.0 : random.NextDouble();
            Assert.Null(Quantity.Parse(Quantity.Percent(share), out var read));
            Assert.Equal(share, read.Value);
        }

        // Above ten times a bare number would be taken for per cent: each is written so that it is not, and reads back to the last bit.
        foreach (var multiple in new[] { 12, 1234.5, 98.7654321012345678, 10 + Math.PI })
        {
            var written = Quantity.Percent(multiple);
            Assert.True(written.EndsWith('%') || written.Contains('E', StringComparison.Ordinal), written);
            Assert.Null(Quantity.Parse(written, out var read));
            Assert.Equal(multiple, read.Value);
            Assert.Equal(written, new Quantity(multiple, Dimension.Fraction).ToString());
        }

        Assert.Equal("50 %", Quantity.Percent(0.5));
        Assert.Equal("0.1 %", Quantity.Percent(0.001));
    }
}
