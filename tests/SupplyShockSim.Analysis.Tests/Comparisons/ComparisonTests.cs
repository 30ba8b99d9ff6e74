using SupplyShockSim.Analysis.Comparisons;
using static SupplyShockSim.Analysis.Tests.Comparisons.Compared;

namespace SupplyShockSim.Analysis.Tests.Comparisons;

public class ComparisonTests
{
    private static readonly CurveKey All = new("", "", "");

    [Fact]
    public void A_run_does_not_differ_from_itself_in_any_value()
    {
        var comparison = Of(new ComparisonOptions(), Run("a", Halt(10)), Run("b", Halt(10)));

        Assert.Empty(comparison.Inputs);
        Assert.Empty(comparison.Largest);
        Assert.False(comparison.Differs);
        Assert.All(comparison.Measures.Where(m => m.IsNumber && m.Values[0] is not null), m => Assert.Equal((0, 0), (m.Difference(1, 0), m.Percent(1, 0))));
        Assert.All(comparison.Measures, m => Assert.Equal((m.Values[0], 0, 0), (m.Values[1], m.Best.Count, m.Worst.Count)));
        Assert.All(EveryCurve(comparison), c => Assert.All(comparison.Difference(1, c.By, c.Key, c.Measure), d => Assert.Equal(0, d)));
    }

    /// <summary>To the last digit: what is subtracted is added again, and rounding may move it by one unit in the last place.</summary>
    [Fact]
    public void The_difference_and_the_baseline_make_the_other_run_in_every_cell()
    {
        foreach (var cumulative in (bool[])[false, true])
        {
            var comparison = Of(new ComparisonOptions { Cumulative = cumulative }, Run("a", Halt(2)), Run("b", Halt(10)), Run("c", Halt(40, "17 d")));
            var cells = 0;
            foreach (var (by, key, measure) in EveryCurve(comparison))
            {
                foreach (var run in comparison.Others)
                {
                    var (baseline, other) = (comparison.Curve(0, by, key, measure), comparison.Curve(run, by, key, measure));
                    var difference = comparison.Difference(run, by, key, measure);
                    Assert.All(Enumerable.Range(0, other.Count), i =>
                        Assert.InRange(Math.Abs(baseline[i] + difference[i] - other[i]), 0, Math.BitIncrement(other[i]) - other[i]));
                    cells += other.Count;
                }
            }

            Assert.InRange(cells, 500, 10_000);
        }
    }

    [Fact]
    public void Measures_stand_with_their_difference_in_the_unit_and_in_percent()
    {
        // Two days: Japan 0, the US 10, Korea 4, in all 14 t. Ten days: 70, 50 and 20, in all 140 t.
        var comparison = Of(new ComparisonOptions(), Run("short", Halt(2)), Run("long", Halt(10)));
        var total = Row(comparison, MeasureCatalog.ShortfallTotal, "");

        Assert.Equal([14, 140], total.Values.Select(v => Math.Round(v!.Value, 9)));
        Assert.Equal((126, 900), (Math.Round(total.Difference(1, 0)!.Value, 9), Math.Round(total.Percent(1, 0)!.Value, 9)));
        Assert.Equal((0, 1), (Assert.Single(total.Best), Assert.Single(total.Worst)));

        // Of nothing there is no percentage; a shortfall that never comes is the best of all.
        var japan = Row(comparison, MeasureCatalog.ShortfallTotal, "jp");
        Assert.Equal((70, null), (Math.Round(japan.Difference(1, 0)!.Value, 9), japan.Percent(1, 0)));
        var first = Row(comparison, MeasureCatalog.FirstShortfallDay, "jp");
        Assert.Equal((null, 14, null), (first.Values[0], first.Values[1], first.Difference(1, 0)));
        Assert.Equal((0, 1), (Assert.Single(first.Best), Assert.Single(first.Worst)));
        Assert.Equal("JP", first.Who.Country);
    }

    [Fact]
    public void Only_the_inputs_that_differ_are_told_with_their_line()
    {
        // Thirteen lines of the sketch, the start, the horizon and the head of the shocks.
        var inputs = Of(new ComparisonOptions(), Run("a", Halt(2, more: "title: one")), Run("b", Halt(10, more: "title: another"))).Inputs;

        var length = Assert.Single(inputs);
        Assert.Equal("shocks[0].for", length.Path);
        Assert.Equal(["2 d", "10 d"], length.Values.Select(v => v!.Value));
        Assert.All(length.Values, v => Assert.StartsWith("s.yaml:17:", v!.Origin, StringComparison.Ordinal));
    }

    [Fact]
    public void An_uncertain_input_is_known_by_what_it_sets()
    {
        const string Cover = "  - {set: network.sites.jp.cover, uniform: [1 d, 3 d], source: assumption, note: some}";
        const string Length = "  - {set: shocks.halt.for, uniform: [1 d, 3 d], source: assumption, note: some}";
        ComparedRun[] runs = [Run("a", Halt(2, more: "uncertain:\n" + Cover)), Run("b", Halt(2, more: $"uncertain:\n{Length}\n{Cover}"))];
        var inputs = Of(new ComparisonOptions(), runs).Inputs;

        Assert.Equal(["uncertain[shocks.halt.for]"], inputs.Select(i => i.Path));
    }

    [Fact]
    public void A_difference_of_several_inputs_is_divided_among_them()
    {
        // Ten days instead of two, and ten days later: 126 t more by the length alone, nothing by the date.
        var comparison = Of(new ComparisonOptions(), Run("a", Halt(2)), Run("b", Halt(10, from: "20 d")), Run("c", Halt(3)));

        var shares = DifferenceShares.Of(comparison, 1)!.Shares;
        Assert.Equal([("shocks[0].for", 126), ("shocks[0].from", 0)], shares.OrderBy(s => s.Control).Select(s => (s.Control, Math.Round(s.Value, 9))));
        Assert.Null(DifferenceShares.Of(comparison, 2));
    }

    [Fact]
    public void The_largest_difference_is_told_with_its_place_and_time()
    {
        // From day 11 to day 13 the US and Korea have nothing in both; then in the long run only. Weeks begin on days 0, 7, 14, 21: in [14, 21) the US
        // and Korea have nothing at all in the long run and everything in the short one, Japan nothing from day 14 on. Of equal ones the first by key.
        var largest = Assert.Single(Of(new ComparisonOptions(), Run("short", Halt(2)), Run("long", Halt(10))).Largest);

        Assert.Equal((1, "JP", 2), (largest.Run, largest.Key.Country, largest.Cell));
        Assert.Equal((0, 10, 1), (Math.Round(largest.Baseline, 9), Math.Round(largest.Value, 9), Math.Round(largest.Share, 9)));
    }

    [Theory]
    [InlineData(0.06, true)]
    [InlineData(0.07, false)]
    public void A_difference_within_the_tolerance_is_none(double tolerance, bool differs)
    {
        // Two days more of nothing in January, which has 31: 6.5 % of the need of everybody in that month.
        var options = new ComparisonOptions { Tolerance = tolerance, Grid = SeriesGrid.Month };
        Assert.Equal(differs, Of(options, Run("a", Halt(10)), Run("b", Halt(12))).Differs);
    }

    [Fact]
    public void In_event_time_the_same_halt_a_week_later_is_the_same()
    {
        ComparedRun[] runs = [Run("a", Halt(10)), Run("b", Halt(10, from: "24 d"))];

        Assert.True(Of(new ComparisonOptions(), runs).Differs);
        var aligned = Of(new ComparisonOptions { Align = Alignment.Control }, runs);
        // From ten days before the first control of the one to 76 days after that of the other: whole weeks between, and what is left at both ends.
        var days = aligned.Timeline.EdgeDays;
        Assert.Equal((-10, -7, 0, 76), (days[0], days[1], days[2], days[^1]));
        Assert.Null(aligned.Timeline.Start);
        Assert.All(EveryCurve(aligned), c => Assert.All(aligned.Difference(1, c.By, c.Key, c.Measure), d => Assert.Equal(0, d, 9)));
    }

    [Fact]
    public void Sums_end_with_the_tonnes_of_the_run()
    {
        var comparison = Of(new ComparisonOptions { Cumulative = true }, Run("a", Halt(2)), Run("b", Halt(10)));

        Assert.Equal(140, comparison.Curve(1, CurveGrouping.None, All, CurveMeasure.Shortfall)[^1], 9);
        Assert.Equal(1700, comparison.Curve(1, CurveGrouping.None, All, CurveMeasure.Demand)[^1], 9); // 17 t/d for 100 d
        Assert.Equal(1560, comparison.Curve(1, CurveGrouping.None, All, CurveMeasure.Served)[^1], 9);
    }

    [Fact]
    public void A_filter_leaves_what_it_names_and_totals_are_of_that()
    {
        var where = new NeedFilter(new Dictionary<string, IReadOnlyList<string>> { ["country"] = ["japan", "KR"] });
        var comparison = Of(new ComparisonOptions { Where = where }, Run("a", Halt(2)), Run("b", Halt(10)));

        Assert.Equal([4, 90], Row(comparison, MeasureCatalog.ShortfallTotal, "").Values.Select(v => Math.Round(v!.Value, 9)));
        Assert.Equal(["JP", "KR"], comparison.Groups(CurveGrouping.Country).Select(g => g.Key.Country));
        Assert.Equal("country=japan, country=KR", where.ToString());
    }

    [Fact]
    public void A_quotient_and_an_index_have_no_value_where_there_is_nothing_to_divide_by()
    {
        var comparison = Of(new ComparisonOptions { Mode = ComparisonMode.Index }, Run("a", Halt(30)), Run("b", Halt(10)));
        var us = new CurveKey("US", "", "");

        // The week [14, 21): nothing is served in either; [28, 35): all of it in the run of ten days, nothing in the baseline. The index counts from [0, 7).
        Assert.True(double.IsNaN(comparison.Quotient(1, CurveGrouping.Country, us, CurveMeasure.Served)[2]));
        Assert.Equal(100, comparison.Quotient(1, CurveGrouping.Country, us, CurveMeasure.Served)[0], 9);
        Assert.Equal([100, 0, 100], new[] { 0, 2, 4 }.Select(i => Math.Round(comparison.Index(1, CurveGrouping.Country, us, CurveMeasure.Served)[i], 9)));
        Assert.All(comparison.Index(1, CurveGrouping.Country, us, CurveMeasure.Shortfall), v => Assert.True(double.IsNaN(v)));
    }

    private static MeasureRow Row(Comparison comparison, ServiceMeasure measure, string consumer) =>
        comparison.Measures.First(m => m.Measure == measure && m.Who.Consumer == consumer && (consumer.Length > 0 || m.Who == NeedName.All));

    private static IEnumerable<(CurveGrouping By, CurveKey Key, CurveMeasure Measure)> EveryCurve(Comparison comparison) =>
        from grouping in Enum.GetValues<CurveGrouping>()
        from one in comparison.Groups(grouping)
        from measure in Enum.GetValues<CurveMeasure>()
        select (grouping, one.Key, measure);
}
