using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Analysis.Tests.Backtests;
using static SupplyShockSim.Analysis.Tests.Comparisons.Compared;

namespace SupplyShockSim.Analysis.Tests.Comparisons;

public class ComparabilityTests
{
    [Fact]
    public void Runs_that_differ_in_what_is_asked_can_be_compared() =>
        Assert.Empty(Comparability.Of([Asked("a", Halt(2)), Asked("b", Halt(10, more: "market: {review: 2 d}"))], 0, Alignment.Date));

    [Fact]
    public void Another_length_another_start_and_another_version_are_told_each()
    {
        ComparedScenario[] all =
            [Asked("a", Halt(2)), Asked("b", Halt(2, horizon: "90 d")), Asked("c", Halt(2, start: "2025-01-01")), Asked("d", Halt(2), "2")];

        Assert.Equal(
        [
            new Obstacle("horizon", "a lasts 100 days, b 90 days"),
            new Obstacle("horizon", "a begins on 2026-01-01, c on 2025-01-01; --align control compares time since the first control"),
            new Obstacle("version", "a was run by version 1, d by 2"),
        ], Comparability.Of(all, 0, Alignment.Date));
        Assert.Equal(["horizon", "version"], Comparability.Of(all, 0, Alignment.Control).Select(o => o.What));
    }

    [Fact]
    public void Another_network_and_tonnes_of_other_goods_are_told()
    {
        // The sketch needs metal and has four rows; the back-test of 2010 needs rare earths, and its scenario holds four rows of its own.
        ComparedScenario[] all =
        [
            Asked("sketch", Halt(2)), new("2010", Sketch.Committed("japan-2010.yaml"), "1"), new("2025", Sketch.Committed("magnet-licensing-2025.yaml"), "1"),
        ];
        var obstacles = Comparability.Of(all, 0, Alignment.Control);

        Assert.Equal(["unit", "horizon", "network", "unit", "horizon", "network"], obstacles.Select(o => o.What));
        Assert.Equal("sketch counts tonnes of metal, 2010 tonnes of rare-earths", obstacles[0].Text);
        Assert.Equal("sketch runs on a network of its own with 4 rows, 2010 on a network of its own with 4 rows", obstacles[2].Text);
        Assert.Contains("2025 on ../networks/ndfeb-2024 (", obstacles[5].Text, StringComparison.Ordinal);
    }
}
