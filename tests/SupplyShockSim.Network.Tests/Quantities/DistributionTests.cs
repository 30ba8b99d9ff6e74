using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network.Tests;

public sealed class DistributionTests
{
    private static DurationDistribution Of(DistributionShape shape, params double[] parameters) => new(shape, parameters);

    [Fact]
    public void Quantiles_match_their_closed_forms()
    {
        Assert.Equal(45, DurationDistribution.FixedDays(45).QuantileDays(0.3));
        Assert.Equal(10 + (0.3 * 20), Of(DistributionShape.Uniform, 10, 30).QuantileDays(0.3), 1e-12);

        // Triangular 10, 20, 60: below the mode (p < 10/50) a + sqrt(p 50 10), above it b - sqrt((1 - p) 50 40).
        var triangular = Of(DistributionShape.Triangular, 10, 20, 60);
        Assert.Equal(10 + Math.Sqrt(0.1 * 50 * 10), triangular.QuantileDays(0.1), 1e-9);
        Assert.Equal(60 - Math.Sqrt(0.5 * 50 * 40), triangular.QuantileDays(0.5), 1e-9);
        Assert.Equal(20, triangular.QuantileDays(0.2), 1e-9);

        // Median exp(0); 84.13447 % lie below one standard deviation.
        var lognormal = Of(DistributionShape.Lognormal, 30, 0.6);
        Assert.Equal(30, lognormal.QuantileDays(0.5), 1e-9);
        Assert.Equal(30 * Math.Exp(0.6), lognormal.QuantileDays(0.8413447460685429), 1e-6);
        Assert.Equal(20 * Math.Log(2), Of(DistributionShape.Exponential, 20).QuantileDays(0.5), 1e-9);
        Assert.Equal(50 + 10, Of(DistributionShape.Normal, 50, 10).QuantileDays(0.8413447460685429), 1e-6);
    }

    [Fact]
    public void A_span_is_never_below_zero() => Assert.Equal(0, Of(DistributionShape.Normal, 1, 10).QuantileDays(0.1));

    [Fact]
    public void Shapes_without_spread_are_fixed()
    {
        Assert.Equal(7, Of(DistributionShape.Uniform, 7, 7).QuantileDays(0.9));
        Assert.Equal(7, Of(DistributionShape.Triangular, 7, 7, 7).QuantileDays(0.9));
        Assert.Equal(7, Of(DistributionShape.Lognormal, 7, 0).QuantileDays(0.9));
        Assert.Equal(7, Of(DistributionShape.Normal, 7, 0).QuantileDays(0.9));
    }

    [Fact]
    public void Means()
    {
        Assert.Equal(20, Of(DistributionShape.Uniform, 10, 30).MeanDays);
        Assert.Equal(30, Of(DistributionShape.Triangular, 10, 20, 60).MeanDays);
        Assert.Equal(30 * Math.Exp(0.18), Of(DistributionShape.Lognormal, 30, 0.6).MeanDays, 1e-12);
        Assert.Equal(20, Of(DistributionShape.Exponential, 20).MeanDays);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void Equal_parts_keep_the_mean_of_a_lognormal(int parts)
    {
        var lognormal = Of(DistributionShape.Lognormal, 30, 0.6);
        var means = Enumerable.Range(0, parts).Select(q => lognormal.MeanBetweenDays(q / (double)parts, (q + 1) / (double)parts)).ToList();
        Assert.Equal(lognormal.MeanDays, means.Average(), 1e-9);
        Assert.Equal(means.Order(), means);
    }

    [Fact]
    public void The_mean_between_two_quantiles_matches_a_sum_over_many()
    {
        // A million midpoints between the quantiles 0.25 and 0.75, where the curve is smooth.
        var lognormal = Of(DistributionShape.Lognormal, 30, 0.6);
        var numeric = Enumerable.Range(0, 1_000_000).Average(i => lognormal.QuantileDays(0.25 + (0.5 * (i + 0.5) / 1_000_000)));
        Assert.Equal(numeric, lognormal.MeanBetweenDays(0.25, 0.75), 1e-6);

        // A uniform's part is its middle.
        Assert.Equal(17.5, Of(DistributionShape.Uniform, 10, 30).MeanBetweenDays(0.25, 0.5), 1e-9);
    }

    [Fact]
    public void A_draw_is_the_quantile_of_one_number_of_the_stream()
    {
        var shape = Of(DistributionShape.Triangular, 10, 20, 60);
        var (one, two) = (new RandomStreams(5).Stream("x"), new RandomStreams(5).Stream("x"));
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(shape.QuantileDays(two.NextDouble()), shape.SampleDays(one));
        }
    }

    [Theory]
    [InlineData(DistributionShape.Fixed, new double[0], "takes 1 values, 0 given")]
    [InlineData(DistributionShape.Uniform, new[] { 3.0, 2 }, "least is above")]
    [InlineData(DistributionShape.Triangular, new[] { 1.0, 5, 4 }, "must rise")]
    [InlineData(DistributionShape.Lognormal, new[] { 0.0, 1 }, "median")]
    [InlineData(DistributionShape.Exponential, new[] { 0.0 }, "mean")]
    [InlineData(DistributionShape.Normal, new[] { -1.0, 1 }, "not negative")]
    [InlineData(DistributionShape.Normal, new[] { double.NaN, 1 }, "finite")]
    public void Faults_are_named(DistributionShape shape, double[] parameters, string fault) => Assert.Contains(fault, Of(shape, parameters).Fault());

    [Fact]
    public void What_is_sound_has_no_fault() => Assert.Null(Of(DistributionShape.Triangular, 0, 0, 5).Fault());
}
