using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Scenarios.Tests;

public class UncertainTests
{
    private static UncertainSpec Input(string distribution, string set = "shocks.halt.for") =>
        Reading.Valid(Reading.Small + Reading.Ban + $"uncertain: [{{set: {set}, {distribution}}}]\n").Spec.Uncertain[0];

    [Theory]
    [InlineData("uniform: [60 d, 400 d]", 0.25, "145 d")] // 60 + 340 / 4
    [InlineData("triangular: [0 d, 0 d, 100 d]", 0.75, "50 d")] // F = 1 - (1 - x / 100)^2 = 0.75 at x = 50
    [InlineData("lognormal: [180 d, 0.5]", 0.5, "180 d")] // the median
    [InlineData("fixed: [90 d]", 0.9, "90 d")]
    [InlineData("discrete: {values: [30 d, 90 d, 365 d]}", 0.34, "90 d")] // a third each
    [InlineData("discrete: {values: [30 d, 90 d], weights: [3, 1]}", 0.74, "30 d")]
    [InlineData("discrete: {values: [30 d, 90 d], weights: [3, 1]}", 0.76, "90 d")]
    [InlineData("discrete: {values: [30 d, 90 d], weights: [0, 1]}", 0.0001, "90 d")]
    public void A_share_stands_for_the_value_below_which_it_lies(string distribution, double share, string value) =>
        Assert.Equal(value, Input(distribution).ValueAt(share));

    [Fact]
    public void Multiples_stay_multiples()
    {
        const string Uncertain = "uncertain:\n  - {set: network.scale.cover, uniform: [x0.5, x2]}\n"
            + "  - {set: network.sourcing, discrete: {values: [single, pooled]}}\n";
        var read = Reading.Valid(Networks.Scenario + Uncertain, Networks.Files());
        Assert.Equal(["x1.25", "pooled"], read.Spec.Uncertain.Select(u => u.ValueAt(0.5)));
        Assert.Equal(["uniform: x0.5, x2", "discrete: single, pooled"], read.Spec.Uncertain.Select(u => u.Words));
        Assert.Contains("{set: network.scale.cover, uniform: [x0.5, x2]}", read.Resolved(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shocks.halt.for=90 d", "shocks.halt.share")]
    [InlineData("shocks.0.for=90 d", "shocks.halt.share")]
    [InlineData("shocks.halt.by=[CN, AU]", "shocks.halt.for", "shocks.halt.share")]
    [InlineData("market={adjustment: 60 d}", "shocks.halt.for", "shocks.halt.share")]
    public void What_the_command_line_sets_is_not_uncertain_any_more(string set, params string[] left)
    {
        var read = Reading.Valid(
            Reading.Small + Reading.Ban + "uncertain: [{set: shocks.halt.for, uniform: [60 d, 400 d]}, {set: shocks.halt.share, uniform: [0 %, 50 %]}]\n",
            options: new Loading.LoadOptions { Set = [set] });
        Assert.Equal(left, read.Spec.Uncertain.Select(u => u.Set));
    }

    [Theory]
    [InlineData("title: same", "shocks.halt.for", "market.adjustment", "network.sourcing")]
    [InlineData("shocks: [{type: export-ban, name: other, by: CN}]", "market.adjustment", "network.sourcing")]
    [InlineData("network: {sourcing: dual}", "shocks.halt.for", "market.adjustment", "network.sourcing")]
    [InlineData("network: {folder: nets/a}", "shocks.halt.for", "market.adjustment")]
    public void What_another_scenario_replaces_takes_its_uncertain_inputs_along(string above, params string[] left)
    {
        const string Uncertain = """
            uncertain:
              - {set: shocks.halt.for, uniform: [60 d, 400 d]}
              - {set: market.adjustment, uniform: [20 d, 90 d]}
              - {set: network.sourcing, discrete: {values: [single, dual]}}

            """;
        var read = Reading.Valid($"extends: base.yaml\n{above}\n", Networks.Files().Add("base.yaml", Networks.Scenario + Uncertain));
        Assert.Equal(left, read.Spec.Uncertain.Select(u => u.Set));
    }
}
