using System.Globalization;
using System.Text;
using SupplyShockSim.Analysis;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests.Data;

public class SeriesCsvTests
{
    private sealed record Row(
        string Date, double Day, string Measure, string Site, string Country, string Commodity, double Value, string Unit, string Run, string From, string To);

    [Fact]
    public void The_header_is_the_contract() =>
        Assert.Equal("date,day,measure,site,country,commodity,value,unit,run,from,to", Text(SampleRuns.Halt()).Split('\n')[0]);

    [Fact]
    public void Shortfall_of_a_row_is_averaged_over_its_cohorts_and_its_cell()
    {
        // March (days 59 to 90): cohort 1 is short 5 t/d from day 67 (23 d), cohort 2 3 t/d from day 87 (3 d): (115 + 9) / 31
        var march = Rows(SampleRuns.Halt()).Single(r => r is { Measure: "shortfall", Site: "cars", Date: "2026-03-01" });

        Assert.Equal(59, march.Day);
        Assert.Equal(124 / 31.0, march.Value, 12);
        Assert.Equal(("JP", "magnet", "t/d"), (march.Country, march.Commodity, march.Unit));
    }

    [Fact]
    public void Cover_is_mean_stock_over_mean_demand()
    {
        // January: stocks of 150 + 150 t at 10 t/d
        Assert.Equal(30, Value(SampleRuns.Halt(), "cover", "cars", "2026-01-01"), 12);
    }

    [Fact]
    public void Activity_and_utilisation_are_of_makers()
    {
        // March: 3 t/d from day 60, 6 t/d on day 59: (6 + 30 * 3) / 31, of a capacity of 14
        Assert.Equal(96 / 31.0, Value(SampleRuns.Halt(), "activity", "cn-plant", "2026-03-01"), 12);
        Assert.Equal(96 / 31.0 / 14, Value(SampleRuns.Halt(), "utilisation", "cn-plant", "2026-03-01"), 12);
    }

    [Fact]
    public void Flow_leaves_and_arrivals_land()
    {
        // To both cohorts 8 t/d leave until day 30 of January's 31; from abroad they land until day 37, with 2 t/d from home throughout.
        var output = SampleRuns.Halt();
        var flow = Rows(output).Single(r => r is { Measure: "flow", From: "cn-plant", To: "cars", Date: "2026-01-01" });
        Assert.Equal(8 * 30 / 31.0, flow.Value, 12);
        Assert.Equal(("", "CN>JP", "magnet"), (flow.Site, flow.Country, flow.Commodity));
        Assert.Equal(10, Value(output, "arrivals", "cars", "2026-01-01"), 12);
    }

    [Fact]
    public void Every_row_says_of_which_run_it_is_and_only_lanes_have_ends()
    {
        var rows = Rows(SampleRuns.Halt()).ToArray();

        Assert.All(rows, r => Assert.Equal("sample", r.Run));
        Assert.All(rows, r => Assert.Equal(r.Measure == "flow", r.From.Length > 0 && r.To.Length > 0 && r.Site.Length == 0));
    }

    [Fact]
    public void Totals_are_rows_of_a_site_of_their_own()
    {
        // March in Japan: cars lack 124 t (above), wind, which needs 2.5 t/d, has 99.75 t until day 103: 124 / 31. Germany is not short.
        var march = Rows(SampleRuns.Halt()).Where(r => r is { Measure: "shortfall", Site: "*", Date: "2026-03-01" }).ToArray();

        Assert.Equal(["DE magnet", "JP magnet", "* magnet", "* *"], march.Select(r => r.Country + " " + r.Commodity));
        double[] expected = [0, 4, 4, 4];
        Assert.All(expected.Zip(march), pair => Assert.Equal(pair.First, pair.Second.Value, 12));
    }

    [Theory]
    [InlineData(SeriesGrid.Day)]
    [InlineData(SeriesGrid.Week)]
    [InlineData(SeriesGrid.Month)]
    public void Totals_are_those_of_the_measures_on_every_grid(SeriesGrid grid)
    {
        AddUp(SampleRuns.Halt() with { Grid = grid });
        AddUp(SampleRuns.Totals() with { Grid = grid });
    }

    [Fact]
    public void Totals_alone_are_series_of_countries()
    {
        // February (days 31 to 59) in Japan: lamps lack 1 t/d on 9 days, cars 4 t/d on 19; wind needs 2.5 t/d beside the 10 of cars.
        var february = Rows(SampleRuns.Totals()).Where(r => r is { Date: "2026-02-01", Country: "JP" }).ToArray();

        Assert.Equal(
            ["demand gallium", "served gallium", "shortfall gallium", "demand magnet", "served magnet", "shortfall magnet"],
            february.Select(r => r.Measure + " " + r.Commodity));
        Assert.All(february, r => Assert.Equal(("*", "t/d"), (r.Site, r.Unit)));
        double[] expected = [1, 1 - (9 / 28.0), 9 / 28.0, 12.5, 12.5 - (76 / 28.0), 76 / 28.0];
        Assert.All(expected.Zip(february), pair => Assert.Equal(pair.First, pair.Second.Value, 12));
    }

    [Fact]
    public void Consumers_alone_have_the_same_series_as_in_a_whole_record_but_for_what_lands()
    {
        string[] Lines(RunOutput output, Func<Row, bool> keep) => [.. Rows(output).Where(keep).Select(r => r.ToString())];

        Assert.Equal(
            Lines(
                SampleRuns.Halt(),
                r => r is { Measure: "demand" or "served" or "shortfall" or "stock" or "cover", Site: "cars" or "radars" or "wind" or "*" }),
            Lines(SampleRuns.Halt(RecordScope.Consumers), _ => true));
    }

    private static void AddUp(RunOutput output)
    {
        var cells = Cells.Of(output.Grid, output.Record.Start, output.Record.End);
        foreach (
            var (measure, total) in new[] { ("demand", output.Measures.Totals.Service.DemandTotal), ("served", output.Measures.Totals.Service.ServedTotal),
            ("shortfall", output.Measures.Totals.Service.ShortfallTotal) })
        {
            // A cell lasts until the next day value, the last to the horizon: the weights that the README gives.
            var lengths = Enumerable.Range(0, cells.Count).ToDictionary(i => cells.Edges[i].Days, i => (cells.Edges[i + 1] - cells.Edges[i]).Days);
            double Sum(Func<Row, bool> of) => Rows(output).Where(r => r.Measure == measure && of(r)).Sum(r => r.Value * lengths[r.Day]);

            // Sites where they were recorded, countries, commodities and everything add up to the same.
            Assert.Equal(output.Record.Recorded == RecordScope.Totals ? 0 : total, Sum(r => r.Site != "*"), 9);
            Assert.Equal(total, Sum(r => r is { Site: "*", Country: not "*" }), 9);
            Assert.Equal(total, Sum(r => r is { Country: "*", Commodity: not "*" }), 9);
            Assert.Equal(total, Sum(r => r is { Country: "*", Commodity: "*" }), 9);
        }
    }

    private static double Value(RunOutput output, string measure, string site, string date) =>
        Rows(output).Single(r => r.Measure == measure && r.Site == site && r.Date == date).Value;

    private static string Text(RunOutput output)
    {
        using var bytes = new MemoryStream();
        SeriesCsv.Write(bytes, output, CancellationToken.None);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static IEnumerable<Row> Rows(RunOutput output) => Text(output).TrimEnd('\n').Split('\n').Skip(1).Select(line =>
    {
        var f = line.Split(',');
        return new Row(f[0], Number(f[1]), f[2], f[3], f[4], f[5], Number(f[6]), f[7], f[8], f[9], f[10]);
    });

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
