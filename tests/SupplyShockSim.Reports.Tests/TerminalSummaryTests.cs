namespace SupplyShockSim.Reports.Tests;

public class TerminalSummaryTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_text_is_as_it_was_when_last_looked_at(string sample)
    {
        var s = Of(SampleRuns.All[sample]());
        Baseline.Check(
            $"terminal/{sample}.txt",
            string.Join(
            '\n', [s.Headline, string.Join(" | ", s.Columns), .. s.Rows.Select(r => string.Join(" | ", r)), s.Omitted ?? "", .. s.Chart, s.Proof, ""]));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(78)]
    [InlineData(100)]
    public void The_chart_keeps_to_its_width(int width)
    {
        foreach (var run in SampleRuns.All.Values)
        {
            var output = run();
            Assert.All(TerminalSummary.Of(output.Record, output.Measures, width).Chart, line => Assert.True(line.Length <= width, line));
        }
    }

    [Fact]
    public void Rows_have_a_cell_for_each_column_and_the_worst_is_first()
    {
        var s = Of(SampleRuns.ManyConsumers());

        Assert.All(s.Rows, row => Assert.Equal(s.Columns.Count, row.Count));
        Assert.Equal(12, s.Rows.Count);
        Assert.Equal("and 8 other consumers, 8 of them short", s.Omitted);
        Assert.StartsWith("Consumer number 11 ", s.Rows[0][0]);
    }

    [Fact]
    public void Who_is_not_short_is_counted_and_not_listed()
    {
        var s = Of(SampleRuns.Halt());

        Assert.Equal(["Japan, automotive", "Japan, wind"], s.Rows.Select(r => r[0]));
        Assert.Equal("1 other consumer does not run short", s.Omitted);
        Assert.Single(Of(SampleRuns.Quiet()).Rows);
    }

    [Fact]
    public void Who_is_short_in_draws_only_is_listed_after_who_is_short_in_the_run()
    {
        // 5 and 95 % of 0, 80, ... 720 t are ranks 1.45 and 9.55: 36 and 684 t. Of eight times 0 and twice 45 t they are 0 and 45 t.
        var s = Of(SampleRuns.Ranged());
        Assert.Equal(["Japan, automotive", "Japan, wind", "Germany, defence"], s.Rows.Select(r => r[0]));
        Assert.Equal(["36 to 684", "0 to 0", "0 to 45"], s.Rows.Select(r => r[4]));
        Assert.Equal(("5-95 %", "-"), (s.Columns[4], s.Rows[2][3]));
        Assert.Null(s.Omitted);
    }

    [Fact]
    public void Without_shortfall_there_is_no_chart() => Assert.Empty(Of(SampleRuns.Quiet()).Chart);

    [Fact]
    public void A_spike_of_a_day_in_ten_years_shows()
    {
        var builder = new Testing.RecordBuilder { EndDay = 3650 }.Consumer("c", "JP", "magnet", 1).Rate("activity", "c", (0, 1), (1000, 0), (1001, 1));
        var chart = Of(SampleRuns.Output("spike", builder)).Chart;

        Assert.Single(chart, line => line.StartsWith("0 ") && line.Contains('\u2588'));
    }

    private static TerminalSummary Of(RunOutput output) => TerminalSummary.Of(output.Record, output.Measures, ranges: output.Ranges);
}
