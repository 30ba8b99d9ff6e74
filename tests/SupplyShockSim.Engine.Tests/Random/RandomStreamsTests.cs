namespace SupplyShockSim.Engine.Tests;

public class RandomStreamsTests
{
    private static double[] Draw(RandomStream stream, int n = 1_000) => [.. Enumerable.Range(0, n).Select(_ => stream.NextDouble())];

    [Fact]
    public void Draws_depend_on_neither_the_order_nor_the_company()
    {
        var alone = Draw(new RandomStreams(5, 3).Stream("b"));
        var others = new RandomStreams(5, 3);
        Draw(others.Stream("c"), 17);
        var first = Draw(others.Stream("b"), 400);
        Draw(others.Stream("a"), 5);
        Assert.Equal(alone, first.Concat(Draw(others.Stream("b"), 600)));
    }

    [Fact]
    public void A_name_means_one_stream()
    {
        var streams = new RandomStreams(5);
        Assert.Same(streams.Stream("x"), streams.Stream("x"));
        Assert.NotSame(streams.Stream("x"), streams.Stream("X"));
        Assert.Equal((5UL, 0L), (streams.Seed, streams.Replication));
        Assert.Throws<ArgumentNullException>(() => streams.Stream(null!));
    }

    [Fact]
    public void Neighbouring_keys_are_uncorrelated()
    {
        // The correlation of two independent uniform samples of n = 1,000 has deviation 1/sqrt(n) = 0.032; five of them are 0.158.
        // Near names, seeds and replications, and keys whose parts could be confused; 31 streams, 465 pairs.
        var keys = new List<(ulong Seed, long Replication, string Name)> { (0, 0, ""), (0, 0, "a"), (0, 0, "aa"), (0, 0, "ab"), (0, 0, "ba"), (97, 0, "") };
        for (var i = 0; i < 10; i++)
        {
            keys.Add((42, i, "demand"));
        }

        for (var i = 1; i < 8; i++)
        {
            keys.Add((42UL + (ulong)i, 0, "demand"));
        }

        for (var i = 0; i < 8; i++)
        {
            keys.Add((42, -1, $"licence {i}"));
        }

        var draws = keys.Select(k => Draw(new RandomStreams(k.Seed, k.Replication).Stream(k.Name))).ToArray();
        for (var i = 0; i < draws.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.InRange(Correlation(draws[i], draws[j]), -0.158, 0.158);
            }
        }

        // And within a stream, from one draw to the next.
        foreach (var d in draws)
        {
            Assert.InRange(Correlation(d[1..], d[..^1]), -0.158, 0.158);
        }
    }

    [Fact]
    public void First_draws_over_many_names_and_replications_are_uniform()
    {
        // Chi-square over 50 cells, 10,000 streams of one draw: 49 degrees of freedom, deviation sqrt(98) = 9.9; mean +- 4 deviations.
        var cells = new int[50];
        for (var k = 0; k < 100; k++)
        {
            for (var name = 0; name < 100; name++)
            {
                cells[(int)(new RandomStreams(1, k).Stream($"site {name}").NextDouble() * 50)]++;
            }
        }

        Assert.InRange(cells.Sum(c => (c - 200.0) * (c - 200.0) / 200), 49 - 40, 49 + 40);
    }

    [Fact]
    public void Restore_sets_all_streams_back()
    {
        var streams = new RandomStreams(8, 2);
        var early = streams.Stream("early");
        Draw(early, 10);
        var snapshot = streams.Snapshot();
        var expectedEarly = Draw(early);
        var late = streams.Stream("late");
        var expectedLate = Draw(late);

        streams.Restore(snapshot);
        Assert.Equal(expectedEarly, Draw(early));
        Assert.Equal(expectedLate, Draw(late));

        // Into another object of the same seed and replication, which has not seen the stream yet.
        var other = new RandomStreams(8, 2);
        other.Restore(snapshot);
        Assert.Equal(expectedEarly, Draw(other.Stream("early")));
        Assert.Throws<ArgumentException>(() => new RandomStreams(8, 3).Restore(snapshot));
        Assert.Throws<ArgumentException>(() => new RandomStreams(9, 2).Restore(snapshot));
        Assert.Throws<ArgumentNullException>(() => streams.Restore(null!));
    }

    [Fact]
    public void The_draws_of_a_key_are_pinned()
    {
        // Derived by a second implementation of the definition, in Python. A change here changes every published run.
        var stream = new RandomStreams(42, 7).Stream("demand");
        Assert.Equal((14609505778772340843UL, 8836940684005015951UL), (stream.NextBits(), stream.NextBits()));
    }

    private static double Correlation(double[] a, double[] b)
    {
        double ma = a.Average(), mb = b.Average(), ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
