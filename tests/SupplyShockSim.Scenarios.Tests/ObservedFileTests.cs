using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Scenarios.Tests;

public sealed class ObservedFileTests
{
    private static (ObservedFile? File, string Problems) Load(string text)
    {
        var (file, diagnostics) = ObservedFile.Load("o.csv", new MemoryFiles().Add("o.csv", text));
        return (file, string.Join('\n', diagnostics.Select(d => FormattableString.Invariant($"{d.Line}:{d.Column} {d.Code}"))));
    }

    [Fact]
    public void Reads_a_tidy_table_and_leaves_other_columns()
    {
        var (file, problems) = Load("\ufeffsource,month,destination,tonnes\nx,2025-04,World,2627\n\n\"a, b\",2025-05,\"Korea, South\",12.5\n");
        Assert.Equal("", problems);
        Assert.Equal([new Observation(new Month(2025, 4), "World", 2627), new Observation(new Month(2025, 5), "Korea, South", 12.5)], file!.Rows);
    }

    [Fact]
    public void Every_problem_has_its_line_and_column()
    {
        var (file, problems) = Load("""
            month,destination,tonnes
            2025-13,World,10
            2025-04,,x
            2025-05,World,-1
            2025-06,World
            2025-07,World,1
            2025-07,World,2
            2025-08,"World,3
            """);
        Assert.Null(file);
        Assert.Equal("2:1 SS211\n3:9 SS202\n3:10 SS206\n4:15 SS207\n5:9 SS112\n7:1 SS110\n8:9 SS113", problems);
    }

    [Theory]
    [InlineData("", "1:1 SS105")]
    [InlineData("month,destination,tonnes\n", "1:1 SS105")]
    [InlineData("month,country,tonnes\n2025-01,World,1\n", "1:1 SS115")]
    [InlineData("month,destination,tonnes,month\n2025-01,World,1,2\n", "1:26 SS116")]
    public void A_table_that_is_none_is_reported(string text, string expected)
    {
        var (file, problems) = Load(text);
        Assert.Null(file);
        Assert.Equal(expected, problems);
    }

    [Fact]
    public void A_missing_file_is_reported()
    {
        var (file, diagnostics) = ObservedFile.Load("none.csv", new MemoryFiles());
        Assert.Null(file);
        Assert.Equal("SS101", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Months_within_a_span_are_the_whole_ones()
    {
        // From 6 January to 1 April: February and March.
        Assert.Equal([new Month(2025, 2), new Month(2025, 3)], Month.Within(new DateTime(2025, 1, 6), new DateTime(2025, 4, 1)));
        Assert.Equal(new Month(2026, 1), new Month(2025, 12).Next);
        Assert.Equal(29, new Month(2024, 2).Days);
    }
}
