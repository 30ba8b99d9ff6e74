using CsCheck;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Engine.Tests;

/// <summary>What holds of every recorded series, tried on random ones.</summary>
public class SeriesProperties
{
    private const int Horizon = 1_000_000;

    private static readonly Gen<int[]> Cuts = Gen.Int[0, Horizon].Array[0, 50];

    private static readonly Gen<(int Gap, int Value, int Rate)[]> Points =
        Gen.Select(Gen.Int[0, Horizon / 20], Gen.Int[-50, 50], Gen.Int[-9, 9]).Array[0, 50];

    private static RateSeries Rates((int Gap, int Value, int Rate)[] points)
    {
        var series = new RateSeries();
        var t = 0L;
        foreach (var p in points)
        {
            series.Append(new SimTime(t += p.Gap), p.Value / 7.0);
        }

        return series;
    }

    private static LevelSeries Levels((int Gap, int Value, int Rate)[] points)
    {
        var series = new LevelSeries();
        var t = 0L;
        foreach (var p in points)
        {
            series.Append(new SimTime(t += p.Gap), p.Value / 7.0, p.Rate / 3.0);
        }

        return series;
    }

    /// <summary>The intervals of a grid over the whole horizon.</summary>
    private static IEnumerable<(SimTime From, SimTime To)> Grid(int[] cuts)
    {
        long[] ends = [0, .. cuts.Select(c => (long)c).Order(), Horizon];
        return ends.Zip(ends.Skip(1), (a, b) => (new SimTime(a), new SimTime(b)));
    }

    // Values up to 8 (levels: 8 + 3 * 11.6 = 43) over 11.6 days: sums up to 500, rounding of a few hundred terms about 1e-11.
    private static bool Equal(double a, double b) => Math.Abs(a - b) < 1e-9;

    [Fact]
    public void Integrals_over_any_grid_add_up_to_the_whole()
    {
        Gen.Select(Points, Cuts).ForAll(drawn =>
        {
            var (points, cuts) = drawn;
            var (rates, levels) = (Rates(points), Levels(points));
            var (start, end) = (SimTime.Zero, new SimTime(Horizon));
            return Equal(Grid(cuts).Sum(g => rates.Integral(g.From, g.To)), rates.Integral(start, end))
                && Equal(Grid(cuts).Sum(g => levels.Integral(g.From, g.To)), levels.Integral(start, end));
        });
    }

    [Fact]
    public void The_maximum_over_a_grid_is_the_maximum_and_the_times_above_add_up()
    {
        Gen.Select(Points, Cuts).ForAll(drawn =>
        {
            var (points, cuts) = drawn;
            var rates = Rates(points);
            var levels = Levels(points);
            var (start, end) = (SimTime.Zero, new SimTime(Horizon));
            var whole = Grid(cuts).Where(g => g.From < g.To).ToArray();
            return whole.Max(g => rates.Maximum(g.From, g.To).Value) == rates.Maximum(start, end).Value
                && whole.Sum(g => rates.TimeAbove(1, g.From, g.To).Seconds) == rates.TimeAbove(1, start, end).Seconds
                && Equal(whole.Max(g => levels.Maximum(g.From, g.To).Value), levels.Maximum(start, end).Value)
                // Each part is rounded to a second on its own.
                && Math.Abs(whole.Sum(g => levels.TimeAbove(1, g.From, g.To).Seconds) - levels.TimeAbove(1, start, end).Seconds) <= whole.Length;
        });
    }

    [Fact]
    public void The_integral_of_a_sum_is_the_sum_of_the_integrals()
    {
        Gen.Select(Points, Points).ForAll(drawn =>
        {
            var (a, b) = drawn;
            var (start, end) = (SimTime.Zero, new SimTime(Horizon));
            return Equal(RateSeries.Sum([Rates(a), Rates(b)]).Integral(start, end), Rates(a).Integral(start, end) + Rates(b).Integral(start, end))
                && Equal(RateSeries.Difference(Rates(a), Rates(b)).Integral(start, end), Rates(a).Integral(start, end) - Rates(b).Integral(start, end))
                && Equal(LevelSeries.Sum([Levels(a), Levels(b)]).Integral(start, end), Levels(a).Integral(start, end) + Levels(b).Integral(start, end));
        });
    }

    [Fact]
    public void First_and_last_above_are_where_the_values_say()
    {
        Points.ForAll(points =>
        {
            var rates = Rates(points);
            var (start, end) = (SimTime.Zero, new SimTime(Horizon));
            var first = rates.FirstAbove(1, start, end);
            var last = rates.LastAbove(1, start, end);
            if (first is null || last is null)
            {
                return first is null && last is null && rates.Maximum(start, end).Value <= 1;
            }

            return rates.ValueAt(first.Value) > 1
                && rates.TimeAbove(1, start, first.Value) == SimDuration.Zero
                && rates.ValueAt(last.Value - new SimDuration(1)) > 1
                && rates.TimeAbove(1, last.Value, end) == SimDuration.Zero;
        });
    }
}
