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

        var lines = Text(SampleRuns.Output("long", builder) with { AllEvents = true }).TrimEnd('\n').Split('\n');

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

    [Fact]
    public void What_moved_by_little_is_left_out_unless_it_caused_what_is_told()
    {
        // Cars use 10 t/d, so 0.5 t/d is the least that is told; catching up at 20 t/d it is 1 t/d.
        var output = SampleRuns.Output("long", new RecordBuilder()
            .Consumer("cars", "JP", "magnet", 10, name: "Cars").Maker("plant", "CN", "magnet", 10, name: "Plant").Lane("plant", "cars", 10, 7)
            .Control("halt", "export-ban", "halt", null, (10, 40))
            .Log(0, LogKind.RunStarted, SubjectKind.Run, "run")
            .Log(10, LogKind.ControlStarted, SubjectKind.Control, "halt")
            .Log(10, LogKind.LaneLimited, SubjectKind.Lane, "plant>cars", 10, 9, cause: 1) // stays: it caused 3
            .Log(17, LogKind.ArrivalsFell, SubjectKind.Stock, "cars", 10, 9, cause: 2) // 1 t/d
            .Log(18, LogKind.ArrivalsFell, SubjectKind.Stock, "cars", 9, 8.6, cause: 2) // 0.4 t/d, but it caused 5
            .Log(20, LogKind.StockRanDry, SubjectKind.Stock, "cars", cause: 4)
            .Log(20, LogKind.ShortfallStarted, SubjectKind.Site, "cars", 0, 0.1, cause: 5) // a beginning is told, however small
            .Log(21, LogKind.ShortfallChanged, SubjectKind.Site, "cars", 0.1, 0.5, cause: 5) // 0.4 t/d
            .Log(40, LogKind.LaneOpened, SubjectKind.Lane, "plant>cars", 9, 10, cause: 1) // nothing came of it that is told
            .Log(47, LogKind.ArrivalsRose, SubjectKind.Stock, "cars", 20, 20.9, cause: 8) // 0.9 t/d of 20.9
            .Log(47, LogKind.Rerouted, SubjectKind.Lane, "plant>cars", double.NaN, 0.6, cause: 5)
            .Log(48, LogKind.Rerouted, SubjectKind.Lane, "plant>cars", double.NaN, 0.4, cause: 5)
            .Log(49, LogKind.ReroutingEnded, SubjectKind.Lane, "plant>cars", cause: 5)
            .Log(100, LogKind.RunEnded, SubjectKind.Run, "run"));

        static string Id(string line) => line[..line.IndexOf(',', StringComparison.Ordinal)];
        string[] all = [.. Text(output with { AllEvents = true }).TrimEnd('\n').Split('\n')];
        string[] notable = [.. Text(output).TrimEnd('\n').Split('\n')];
        Assert.Equal(["id", "0", "1", "2", "3", "4", "5", "6", "10", "13"], notable.Select(Id));
        Assert.Equal(14, all.Length - 1);
        Assert.Subset(all.ToHashSet(), notable.ToHashSet());
    }

    private static string Text(RunOutput output)
    {
        using var bytes = new MemoryStream();
        EventsCsv.Write(bytes, output, CancellationToken.None);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
