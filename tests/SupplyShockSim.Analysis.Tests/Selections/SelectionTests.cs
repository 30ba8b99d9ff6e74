using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Analysis.Tests.Selections;

public class SelectionTests
{
    // Over 100 days: cars in Japan are short 4 t/d for 30 days (120 t), wind in Japan 1 t/d for 10 (10 t), cars in Germany 2 t/d for 20 (40 t);
    // lamps in Japan, of gallium, never. Who makes the cars' radios has no end use.
    private static readonly RunRecord Run = Builder().Build();

    [Theory]
    [InlineData("country", "JP 130", "DE 40")]
    [InlineData("endUse", "automotive 160", "wind 10", "lighting 0", " 0")]
    [InlineData("commodity", "magnet 170", "gallium 0")]
    [InlineData("consumer", "cars 120", "german-cars 40", "wind 10", "lamps 0", "radios 0")]
    public void Needs_are_put_together_the_worst_first(string by, params string[] expected) => Assert.Equal(expected, Groups(by));

    [Fact]
    public void Of_one_grouping_any_and_of_several_each_is_wanted()
    {
        Assert.Equal(["cars 120", "wind 10", "lamps 0"], Groups("consumer", ("country", "Japan")));
        Assert.Equal(["cars 120", "german-cars 40"], Groups("consumer", ("country", "JP"), ("country", "germany"), ("endUse", "automotive")));
        Assert.Equal(["cars 120"], Groups("consumer", ("country", "JP"), ("endUse", "automotive")));
        Assert.Equal(["JP 10"], Groups("country", ("consumer", "wind")));
    }

    [Fact]
    public void All_together_is_the_sum()
    {
        var measures = Measures.Of(Run);

        Assert.Equal(170, NeedGroup.All(Run, measures, [])!.Service.ShortfallTotal, 9);
        Assert.Equal(160, NeedGroup.All(Run, measures, [Find("endUse", "automotive")])!.Service.ShortfallTotal, 9);
        Assert.Null(NeedGroup.All(Run, measures, [Find("country", "DE"), Find("endUse", "wind")]));
    }

    [Fact]
    public void What_the_network_does_not_have_is_not_found()
    {
        Assert.Null(Condition.Find(Run.Network, Grouping.Country, "Atlantis"));
        Assert.Null(Condition.Find(Run.Network, Grouping.EndUse, "Japan"));
    }

    [Fact]
    public void In_totals_consumers_are_not_told_apart()
    {
        var record = new RecordBuilder { Recorded = RecordScope.Totals }
            .Consumer("cars", "JP", "magnet", 10, "automotive").Rate("activity", "cars", (0, 10), (20, 6), (50, 10)).Build();
        var measures = Measures.Of(record);

        Assert.Empty(NeedGroup.Of(record, measures, Grouping.Consumer, []));
        Assert.Empty(NeedGroup.Of(record, measures, Grouping.EndUse, []));
        Assert.Equal(120, NeedGroup.Of(record, measures, Grouping.Country, []).Single().Service.ShortfallTotal, 9);
        Assert.Null(NeedGroup.All(record, measures, [Condition.Find(record.Network, Grouping.Consumer, "cars")!]));
    }

    [Fact]
    public void Conditions_are_said_as_one_reads_them() =>
        Assert.Equal("country Japan or Germany, end use wind", new[] { Find("country", "JP"), Find("country", "DE"), Find("endUse", "wind") }.Words());

    private static RecordBuilder Builder() => new RecordBuilder()
        .Consumer("cars", "JP", "magnet", 10, "automotive")
        .Consumer("german-cars", "DE", "magnet", 5, "automotive")
        .Consumer("lamps", "JP", "gallium", 1, "lighting")
        .Consumer("radios", "DE", "magnet", 1)
        .Consumer("wind", "JP", "magnet", 5, "wind")
        .Rate("activity", "cars", (0, 10), (20, 6), (50, 10))
        .Rate("activity", "german-cars", (0, 5), (30, 3), (50, 5))
        .Rate("activity", "wind", (0, 5), (40, 4), (50, 5));

    private static IEnumerable<string> Groups(string by, params (string Key, string Value)[] where) =>
        NeedGroup.Of(Run, Measures.Of(Run), Key(by), [.. where.Select(w => Find(w.Key, w.Value))])
            .Select(g => FormattableString.Invariant($"{g.Group.Id} {g.Service.ShortfallTotal:0.######}"));

    private static Condition Find(string key, string value) => Condition.Find(Run.Network, Key(key), value)!;

    private static Grouping Key(string key) => Grouping.All.Single(g => g.Key == key);
}
