using System.Text;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Tests.Data;

public class ShortfallCsvTests
{
    [Fact]
    public void All_together_come_first_then_a_column_for_each_consumer()
    {
        // As in series.csv: cars lack 124 t in the 31 days of March, the others nothing.
        var lines = Lines(SampleRuns.Halt());

        Assert.Equal("date,day,total,cars,radars,wind", lines[0]);
        Assert.Equal("2026-01-01,0,0,0,0,0", lines[1]);
        Assert.Equal("2026-03-01,59,4,4,0,0", lines[3]);
    }

    [Fact]
    public void Countries_stand_in_for_consumers_that_were_not_recorded()
    {
        // February, 28 days: in Japan lamps lack 9 t and cars 76.
        var lines = Lines(SampleRuns.Totals());

        Assert.Equal("date,day,total,DE,JP,US", lines[0]);
        Assert.Equal(85 / 28.0, double.Parse(lines[2].Split(',')[4], System.Globalization.CultureInfo.InvariantCulture), 12);
    }

    [Fact]
    public void No_code_is_read_as_a_missing_value()
    {
        var output = SampleRuns.Output("Namibia", new RecordBuilder()
            .Consumer("cars", "NA", "magnet", 10).Maker("plant", "CN", "magnet", 10).Lane("plant", "cars", 10));
        using var series = new MemoryStream();
        SeriesCsv.Write(series, output, CancellationToken.None);
        var rows = Encoding.UTF8.GetString(series.ToArray()).Split('\n');

        Assert.Contains(rows, row => row.Contains(",NAM,", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Split(',').Contains("NA"));
        Assert.True(Network.Iso3166.TryFind("NAM", out var code) && code == "NA");
    }

    private static string[] Lines(RunOutput output)
    {
        using var bytes = new MemoryStream();
        ShortfallCsv.Write(bytes, output);
        return Encoding.UTF8.GetString(bytes.ToArray()).TrimEnd('\n').Split('\n');
    }
}
