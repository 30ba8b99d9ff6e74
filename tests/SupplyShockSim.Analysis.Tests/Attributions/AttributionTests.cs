using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Analysis.Tests.Backtests;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Analysis.Tests.Attributions;

public class AttributionTests
{
    private const string Ban = "type: export-ban, by: China, from: 10 d, for: 10 d";

    /// <summary>Every kind of control that the sketch can have, some announced before, one that draws at random, and buyers who take precautions.</summary>
    private static readonly string[] Mixed =
    [
        "{type: export-ban, name: half, by: China, to: [Japan], from: 20 d, for: 30 d, share: 50 %}",
        "{type: export-quota, name: quota, by: China, to: [US], from: 25 d, for: 60 d, amount: 60 t, period: month}",
        "{type: export-licence, name: licensing, by: China, to: [South Korea], from: 30 d, review: {lognormal: [20 d, 0.5]}}",
        "{type: outage, name: strike, at: [mine], from: 40 d, for: 15 d, share: 30 %}",
    ];

    [Fact]
    public void Two_identical_bans_get_the_same_and_neither_gets_nothing()
    {
        // Either alone leaves 140 t missing, as both do: 70 t each.
        var attribution = Of($"{{{Ban}, name: a}}", $"{{{Ban}, name: b}}");

        Assert.Equal((140, 0), (Math.Round(attribution.Whole, 9), Math.Round(attribution.Without, 9)));
        Assert.Equal([("a", 70.0, null), ("b", 70.0, (double?)null)], attribution.Shares.Select(s => (s.Control, Math.Round(s.Value, 9), s.StandardError)));
        Assert.Equal(attribution.Shares[0].Value, attribution.Shares[1].Value);
        Assert.Equal((true, 4), (attribution.IsExact, attribution.Runs));
    }

    [Fact]
    public void A_ban_that_acts_on_nothing_gets_nothing()
    {
        var attribution = Of($"{{{Ban}, name: a}}", "{type: export-ban, name: late, by: China, from: 500 d}");
        Assert.Equal([140, 0], attribution.Shares.Select(s => Math.Round(s.Value, 9)));
    }

    [Fact]
    public void Shares_add_up_to_the_whole()
    {
        var attribution = Of(Mixed);
        Assert.Equal(attribution.Whole - attribution.Without, attribution.Shares.Sum(s => s.Value), 1e-9 * attribution.Whole);
        Assert.True(attribution.Shares.Count(s => s.Value > 1) >= 3);
    }

    [Fact]
    public void A_fork_without_some_controls_is_the_run_that_never_had_them()
    {
        var prepared = Sketch.Of(Rest(Mixed)).Prepared;
        var subsets = new ControlSubsets(prepared, MeasureCatalog.ShortfallTotal, default);
        for (var subset = 0UL; subset < 1UL << Mixed.Length; subset++)
        {
            var problems = new List<Problem>();
            var alone = prepared.WithShocks([.. prepared.Spec.Shocks.Where((_, i) => (subset & (1UL << i)) != 0)], problems)!;
            Assert.Empty(problems);
            Assert.Equal(Measures.Of(alone.Run()).Totals.Service.ShortfallTotal, subsets.Value(subset));
        }
    }

    [Fact]
    public void The_fork_with_all_controls_is_the_run()
    {
        var prepared = Sketch.Of(Rest(Mixed)).Prepared;
        Assert.Equal(Measures.Of(prepared.Run()).Totals.Service.ShortfallTotal, Attribution.Of(prepared, MeasureCatalog.ShortfallTotal).Whole);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var prepared = Sketch.Of(Rest(Mixed)).Prepared;
        var (one, four) = (Attribution.Of(prepared, MeasureCatalog.ShortfallPeak), Attribution.Of(prepared, MeasureCatalog.ShortfallPeak, threads: 4));
        Assert.Equal(one.Shares, four.Shares);
    }

    [Fact]
    public void More_controls_than_can_be_looked_at_in_all_subsets_are_sampled_with_their_error()
    {
        // Eleven bans of Japan alone, alike: by symmetry 70 t / 11 each; an order gives all to its first, so the error is not zero.
        var attribution = Of([.. Enumerable.Range(0, 11).Select(i => $"{{{Ban}, to: [Japan], name: b{i}}}")]);

        Assert.False(attribution.IsExact);
        Assert.Equal(70, attribution.Shares.Sum(s => s.Value), 9);
        Assert.All(attribution.Shares, s => Assert.InRange(Math.Abs(s.Value - (70 / 11.0)), 0, 5 * s.StandardError!.Value));
        Assert.Contains(attribution.Shares, s => s.StandardError > 0);
    }

    [Fact]
    public void A_measure_that_has_no_value_under_some_controls_cannot_be_divided()
    {
        var fault = Assert.Throws<NoValueException>(() => Attribution.Of(Sketch.Of(Rest($"{{{Ban}, name: a}}")).Prepared, MeasureCatalog.FirstShortfallDay));
        Assert.Equal("shortfall.first has no value under no control, and a part of nothing is none", fault.Message);
    }

    private static Attribution Of(params string[] shocks) => Attribution.Of(Sketch.Of(Rest(shocks)).Prepared, MeasureCatalog.ShortfallTotal);

    private static string Rest(params string[] shocks) =>
        "start: 2026-01-01\nhorizon: 200 d\nmarket: {caution: {more: 5 d, build: 10 d}}\nshocks:\n" + string.Concat(shocks.Select(s => $"  - {s}\n"));
}
