using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Tests.Backtests;
using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Ensembles;

public class EnsembleTests
{
    // China makes 17 t/d, 10 for Japan with three days of cover, 5 for the US and 2 for Korea without. A halt of L days leaves Japan short of 10 (L - 3) t,
    // the US of 5 L, Korea of 2 L: of 14 t in all for two days, of 140 t for ten.
    private const string Halt = """
        start: 2026-01-01
        horizon: 100 d
        shocks:
          - {type: export-ban, name: halt, by: China, from: 10 d, for: 2 d}
        uncertain:
          - {set: shocks.halt.for, discrete: {values: [2 d, 10 d]}, source: assumption, note: two lengths}

        """;

    private const string Licence = """
        start: 2026-01-01
        horizon: 200 d
        shocks:
          - {type: export-licence, name: licensing, by: China, from: 10 d, review: {lognormal: [20 d, 0.5]}}

        """;

    private static readonly SimTime[] Edges = [.. Enumerable.Range(0, 11).Select(i => SimTime.FromDays(10 * i))];

    private static Ranges Of(string rest, int draws = 2, int threads = 1) =>
        Ensemble.Run(Sketch.Of(rest), rest == Licence ? [SimTime.Zero, SimTime.FromDays(200)] : Edges, new EnsembleOptions(draws, threads));

    [Fact]
    public void Tonnes_range_between_those_of_the_draws()
    {
        // Two draws, one in each half of the distribution: 14 and 140 t; 5 % of the way from one to the other is 14 + 0.05 x 126.
        var total = Of(Halt).Total;
        Assert.Equal([20.3, 45.5, 77, 108.5, 133.7, 77], Values(total.Tonnes).Select(v => Math.Round(v, 9)));
        Assert.Equal(1, total.ShortProbability);
    }

    [Fact]
    public void Each_consumer_has_its_own_range_and_odds()
    {
        // Japan's three days of cover carry it over two days: 0 and 70 t.
        var ranges = Of(Halt);
        Assert.Equal(("jp", "kr", "us"), (Name(0), Name(1), Name(2)));
        Assert.Equal((35, 0.5), (Math.Round(ranges.Consumers[0].Tonnes.Mean, 9), ranges.Consumers[0].ShortProbability));
        Assert.Equal((30, 1), (Math.Round(ranges.Consumers[2].Tonnes.Mean, 9), ranges.Consumers[2].ShortProbability));
        Assert.Equal(ranges.Consumers.Select(c => c.Tonnes.Mean).Order(), ranges.Countries.Select(c => c.Tonnes.Mean).Order());
        Assert.Equal(ranges.Countries.Select(c => (c.Party, c.Tonnes)), ranges.CountryTotals.Select(c => (c.Party, c.Tonnes)));

        string Name(int i) => Sketch.Of(Halt).Prepared.Network.Rows.Id[ranges.Consumers[i].Party];
    }

    [Fact]
    public void Over_time_the_cells_add_up_to_the_whole()
    {
        // The means of cells of ten days, times ten days, over all cells: the mean of the totals, 77 t.
        var ranges = Of(Halt);
        Assert.Equal(-1, ranges.OverTime[0].Country);
        Assert.Equal(77, ranges.OverTime[0].TonnesPerDay.Sum(c => 10 * c.Mean), 9);
        Assert.Equal(77, ranges.OverTime.Skip(1).Sum(country => country.TonnesPerDay.Sum(c => 10 * c.Mean)), 9);
    }

    [Fact]
    public void A_run_that_records_totals_gives_the_same_ranges_by_country()
    {
        var (all, totals) = (Of(Halt), Of(Halt + "output: {record: totals}\n"));
        Assert.Empty(totals.Consumers);
        Assert.Equal(all.CountryTotals.Select(c => Math.Round(c.Tonnes.Mean, 9)), totals.CountryTotals.Select(c => Math.Round(c.Tonnes.Mean, 9)));
    }

    [Fact]
    public void Nothing_hangs_on_the_number_of_threads() => Assert.Equivalent(Of(Halt, 16, 1), Of(Halt, 16, 2), strict: true);

    [Fact]
    public void Controls_that_draw_at_random_vary_without_any_uncertain_input()
    {
        var ranges = Of(Licence, 8);
        Assert.Equal(["licensing"], ranges.RandomControls);
        Assert.True(ranges.Total.Tonnes.Q05 < ranges.Total.Tonnes.Q95);
    }

    [Fact]
    public void Draw_k_is_replication_k_of_the_seed_whatever_is_drawn_beside()
    {
        // One draw: replication 1, whose total is every quantile.
        var scenario = Sketch.Of(Licence);
        var first = Measures.Of(scenario.Prepared.WithReplication(1).Run()).Totals.Service.ShortfallTotal;
        Assert.Equal(first, Of(Licence, 1).Total.Tonnes.Q50, 9);
        Assert.NotEqual(first, Measures.Of(scenario.Prepared.Run()).Totals.Service.ShortfallTotal);
    }

    [Fact]
    public void A_scenario_in_which_nothing_is_uncertain_does_not_vary()
    {
        Assert.True(Ensemble.Varies(Sketch.Of(Halt)));
        Assert.True(Ensemble.Varies(Sketch.Of(Licence)));
        Assert.False(Ensemble.Varies(Sketch.Of(Licence.Replace("{lognormal: [20 d, 0.5]}", "20 d", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_draw_that_cannot_be_run_is_told_with_its_values()
    {
        var scenario = Sketch.Of(Halt.Replace("discrete: {values: [2 d, 10 d]}", "exponential: [300000 d]", StringComparison.Ordinal));
        var fault = Assert.Throws<ImpossibleDrawException>(() => Ensemble.Run(scenario, Edges, new EnsembleOptions(8)));
        Assert.Matches(@"^draw \d \(shocks\.halt\.for = [0-9.]+ d\): .*narrow the distribution", fault.Message);
    }

    [Fact]
    public void What_was_sampled_is_told()
    {
        var ranges = Of(Halt);
        var input = ranges.Inputs.Single();
        Assert.Equal(("shocks.halt.for", "discrete: 2 d, 10 d", "assumption", "two lengths"), (input.Path, input.Distribution, input.Source, input.Note));
        // Of two draws one has the first value and one the second, and these are short of what the other tests say.
        Assert.Equal([0, 1], input.Places.Order());
        Assert.Equal(ranges.Total.Tonnes.Mean, ranges.Outcomes.Average(o => o.Tonnes.Sum()), 9);
        Assert.Equal(ranges.Needs.Count, ranges.Outcomes[0].Tonnes.Count);
        Assert.Equal((2, 1UL), (ranges.Draws, ranges.Seed));
    }

    private static double[] Values(Spread s) => [s.Q05, s.Q25, s.Q50, s.Q75, s.Q95, s.Mean];
}
