using System.Text;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Tests.Data;

public class CsvWriterTests
{
    [Fact]
    public void Only_what_needs_quotes_has_them() =>
        Assert.Equal(
            "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\n",
            Written(w => w.Field("plain").Field("a,b").Field("say \"no\"").Field("two\nlines").Field("").EndRow()));

    [Fact]
    public void Numbers_read_back_as_they_were() =>
        Assert.Equal(
            "0.1,-1E-300,12345678901,,\n",
            Written(w => w.Field(0.1).Field(-1e-300).Field(12345678901L).Field(double.NaN).Field(double.PositiveInfinity).EndRow()));

    [Fact]
    public void Text_longer_than_the_buffer_is_whole()
    {
        var text = new string('\u00e9', 100_000);
        Assert.Equal(text + "," + text + "\n", Written(w => w.Field(text).Field(text).EndRow()));
    }

    [Fact]
    public void Encoded_fields_are_fields() =>
        Assert.Equal("x,\"a,b\",7,y\n", Written(w => w.Field("x").Encoded(CsvWriter.Encode(e => e.Field("a,b").Field(7L))).Field("y").EndRow()));

    private static string Written(Action<CsvWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(bytes))
        {
            write(csv);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
