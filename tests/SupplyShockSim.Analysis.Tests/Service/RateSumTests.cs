using CsCheck;
using SupplyShockSim.Engine;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Analysis.Tests.Service;

public class RateSumTests
{
    [Fact]
    public void Rates_add_up_between_all_their_breakpoints()
    {
        var sum = RateSum.Of([RecordBuilder.Series((0, 1), (10, 0)), RecordBuilder.Series((0, 2), (5, 4)), RecordBuilder.Series((0, 0), (10, 7))]);

        Assert.Equal([0, 5 * 86400L, 10 * 86400L], sum.Times.ToArray());
        Assert.Equal([3, 5, 11], sum.Values.ToArray()); // 1 + 2 + 0, 1 + 4 + 0, 0 + 4 + 7
    }

    [Fact]
    public void Nothing_adds_up_to_nothing() => Assert.Equal(0, RateSum.Of([]).Count);

    [Fact]
    public void It_is_the_sum_of_the_series_at_every_instant()
    {
        var series = Gen.Int[0, 3].Array[0, 50].Select(values => RecordBuilder.Series([(0, 1), .. values.Select((v, i) => ((i + 1) / 3.0, (double)v))]));
        series.Array[0, 50].ForAll(all =>
        {
            var (ours, reference) = (RateSum.Of(all), RateSeries.Sum(all));
            return ours.Times.SequenceEqual(reference.Times) && ours.Values.SequenceEqual(reference.Values);
        });
    }
}
