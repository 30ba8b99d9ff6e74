using System.Text;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests.Data;

public class EventsCsvTests
{
    [Fact]
    public void A_log_of_many_blocks_comes_out_in_order_with_the_right_causes()
    {
        // Each entry an hour after the one that caused it; 24 of them on each date.
        var builder = new RecordBuilder().Consumer("cars", "JP", "magnet", 10, name: "Cars");
        for (var i = 0; i < 100_000; i++)
        {
            builder.Log(i / 24.0, i % 2 == 0 ? LogKind.ArrivalsFell : LogKind.ArrivalsRose, SubjectKind.Stock, "cars", i, i + 1, cause: i - 1);
        }

        var lines = Text(SampleRuns.Output("long", builder)).TrimEnd('\n').Split('\n');

        Assert.Equal(100_001, lines.Length);
        Assert.Equal("0,2026-01-01,0,arrivals-fell,cars:magnet:in,,0,1,t/d,,Arrivals of magnet at Cars fell from 0 t/d to 1 t/d.", lines[1]);
        for (var i = 1; i < 100_000; i++)
        {
            Assert.StartsWith($"{i},", lines[i + 1]);
        }
        // Entry 99,998 is 4166 days and 14 hours after the start: 29 May 2037.
        Assert.Matches(
            "^99998,2037-05-29,4166\\.58333333333.*,arrivals-fell,cars:magnet:in,,99998,99999,t/d,99997,\"Arrivals of magnet at Cars fell from 99,998 "
            + "t/d to 99,999 t/d because arrivals of magnet at Cars rose from 99,997 t/d to 99,998 t/d.\"$",
            lines[99_999]);
    }

    private static string Text(RunOutput output)
    {
        using var bytes = new MemoryStream();
        EventsCsv.Write(bytes, output, CancellationToken.None);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
