using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Analysis.Tests.Ensembles;

public class LatinHypercubeTests
{
    private static readonly UncertainSpec Share = new()
    {
        Set = "shocks.a.share",
        Uniform = [new Quantity(0, Dimension.Fraction), new Quantity(1, Dimension.Fraction)],
    };

    private static readonly UncertainSpec Sourcing = new()
    {
        Set = "network.sourcing",
        Discrete = new DiscreteSpec { Values = ["single", "dual", "pooled"], Weights = [2, 1, 1] },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Each_stratum_holds_one_draw(int draws)
    {
        var column = LatinHypercube.Column(new RandomStreams(5).Stream("x"), draws);
        Assert.Equal(Enumerable.Range(0, draws), column.Select(share => (int)(share * draws)).Order());
    }

    [Fact]
    public void Strata_come_in_no_order()
    {
        // Sorted would be one of 64! orders.
        var column = LatinHypercube.Column(new RandomStreams(5).Stream("x"), 64);
        Assert.NotEqual(column.Order(), column);
    }

    [Fact]
    public void Of_64_draws_weights_of_two_to_one_to_one_take_exactly_their_parts()
    {
        // Half of the strata lie below 1/2, a quarter below 3/4.
        var inputs = new SampledInputs([Sourcing], 1, 64);
        var counts = Enumerable.Range(0, 64).CountBy(draw => inputs.Of(draw)[0].Value).ToDictionary();
        Assert.Equal((32, 16, 16), (counts["single"], counts["dual"], counts["pooled"]));
    }

    [Fact]
    public void Another_input_does_not_move_the_draws_of_this_one()
    {
        var (alone, together) = (new SampledInputs([Share], 3, 10), new SampledInputs([Sourcing, Share], 3, 10));
        Assert.All(Enumerable.Range(0, 10), draw => Assert.Equal(alone.Of(draw)[0], together.Of(draw)[1]));
    }

    [Fact]
    public void Another_seed_draws_other_numbers() =>
        Assert.NotEqual(new SampledInputs([Share], 3, 10).Of(0), new SampledInputs([Share], 4, 10).Of(0));
}
