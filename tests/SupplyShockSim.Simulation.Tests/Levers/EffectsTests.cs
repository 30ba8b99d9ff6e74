using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Simulation.Tests.Levers;

/// <summary>Values of several policies on one subject.</summary>
public sealed class EffectsTests
{
    [Fact]
    public void The_lowest_holds_until_the_last_lets_go()
    {
        var limits = new Effects(3, double.PositiveInfinity, Fold.Lowest);
        int[] places = [limits.Register(1), limits.Register(1), limits.Register(1)];

        // 5, 2 and 7 on subject 1: 2 holds, then 5, then 7, then nothing does. Nobody acts on subject 2.
        (double Value, int Place, double Holds)[] changes =
        [
            (5, 0, 5), (2, 1, 2), (7, 2, 2),
            (double.PositiveInfinity, 1, 5), (double.PositiveInfinity, 0, 7), (double.PositiveInfinity, 2, double.PositiveInfinity),
        ];
        foreach (var (value, place, holds) in changes)
        {
            limits.Set(places[place], value);
            Assert.Equal(holds, limits.Of(1));
            Assert.Equal(double.PositiveInfinity, limits.Of(2));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_values_gives_what_folding_them_one_by_one_gives(int how)
    {
        var fold = (Fold)how;
        var (neutral, combine) = OneByOne(fold);
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var effects = new Effects(4, neutral, fold);
            var values = new List<(int Subject, double Value)>();
            for (var step = 0; step < 60; step++)
            {
                if (values.Count == 0 || random.Next(4) == 0)
                {
                    var subject = random.Next(4);
                    Assert.Equal(values.Count, effects.Register(subject));
                    values.Add((subject, neutral));
                }

                var place = random.Next(values.Count);
                values[place] = (values[place].Subject, random.Next(3) == 0 ? neutral : random.NextDouble() * 10);
                effects.Set(place, values[place].Value);
                for (var s = 0; s < 4; s++)
                {
                    // To the last bit: from the last registered to the first.
                    var expected = values.Where(v => v.Subject == s).Reverse().Aggregate(neutral, (sum, v) => combine(sum, v.Value));
                    Assert.True(expected.Equals(effects.Of(s)), $"seed {seed}, step {step}: {effects.Of(s):R} for {expected:R}");
                }
            }
        }
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var original = new Effects(1, 0, Fold.Highest);
        var place = original.Register(0);
        original.Set(place, 3);
        var copy = original.Clone();
        copy.Set(place, 8);
        original.Set(place, 1);
        Assert.Equal((1, 8), (original.Of(0), copy.Of(0)));
    }

    private static (double Neutral, Func<double, double, double> Combine) OneByOne(Fold fold) => fold switch
    {
        Fold.Lowest => (double.PositiveInfinity, Math.Min),
        Fold.Highest => (0, Math.Max),
        Fold.Sum => (0, (a, b) => a + b),
        _ => (1, (a, b) => a * b),
    };
}
