namespace SupplyShockSim.Engine.Tests;

public class RandomStreamTests
{
    private static RandomStream Stream(ulong seed = 7) => new RandomStreams(seed).Stream("test");

    [Fact]
    public void Xoshiro256_star_star_known_answers()
    {
        // From state (1, 2, 3, 4); the first by hand: rotl(2 * 5, 7) * 9 = 10 * 128 * 9 = 11520. Also in the tests of the rand_xoshiro crate.
        var stream = new RandomStream(new RandomState(1, 2, 3, 4));
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625,
            8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, expected.Select(_ => stream.NextBits()));
    }

    [Fact]
    public void Split_mix_known_answers()
    {
        // From 1234567; the vector published with the reference implementation (S. Vigna, splitmix64.c) and on Rosetta Code.
        var words = new SplitMix64(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        foreach (var e in expected)
        {
            Assert.Equal(e, words.Next());
        }
    }

    [Fact]
    public void Doubles_are_the_top_53_bits()
    {
        // The third output from state (1, 2, 3, 4) is 1509978240 = 737294.06 * 2^11, so 737294 * 2^-53.
        var stream = new RandomStream(new RandomState(1, 2, 3, 4));
        Assert.Equal(5 * Math.Pow(2, -53), stream.NextDouble()); // 11520 / 2048 = 5.6
        Assert.Equal(0, stream.NextDouble());
        Assert.Equal(737294 * Math.Pow(2, -53), stream.NextDouble());
    }

    [Fact]
    public void Every_kind_of_draw_stays_in_its_range_and_reaches_both_ends()
    {
        var stream = Stream();
        var dice = new int[7];
        var around = new HashSet<long>();
        for (var i = 0; i < 10_000; i++)
        {
            dice[stream.Next(1, 7)]++;
            around.Add(stream.NextInt64(-2, 2));
            Assert.InRange(stream.Next(), 0, int.MaxValue - 1);
            Assert.InRange(stream.NextInt64(), 0, long.MaxValue - 1);
            Assert.InRange(stream.NextDouble(), 0, 1 - Math.Pow(2, -53));
            Assert.InRange(stream.NextSingle(), 0, 1 - (float)Math.Pow(2, -24));
            Assert.InRange(stream.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
            Assert.InRange(stream.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
        }

        Assert.Equal(0, dice[0]);
        // 10,000 draws of 6: mean 1667, deviation sqrt(10,000 * 5/36) = 37; six deviations are 224.
        Assert.All(dice[1..], d => Assert.InRange(d, 1_443, 1_891));
        Assert.Equal([-2, -1, 0, 1], around.Order());
    }

    [Fact]
    public void Empty_ranges_and_bad_arguments_are_those_of_the_base_class()
    {
        var stream = Stream();
        Assert.Equal((0, 3, 0L, -3L), (stream.Next(0), stream.Next(3, 3), stream.NextInt64(0), stream.NextInt64(-3, -3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Next(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt64(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt64(2, 1));
        Assert.Throws<ArgumentNullException>(() => stream.NextBytes(null!));
        Assert.Throws<ArgumentException>(() => new RandomStream(default));
    }

    [Fact]
    public void Bytes_are_the_words_in_little_endian_order()
    {
        // 11520 = 0x2D00, then 0: as in the known answers.
        var stream = new RandomStream(new RandomState(1, 2, 3, 4));
        var bytes = new byte[11];
        stream.NextBytes(bytes);
        Assert.Equal([0x00, 0x2D, 0, 0, 0, 0, 0, 0, 0, 0, 0], bytes);
        // Two words are used up; the third, 1509978240 = 0x5A007080.
        Span<byte> more = stackalloc byte[4];
        stream.NextBytes(more);
        Assert.Equal([0x80, 0x70, 0x00, 0x5A], more.ToArray());
    }

    [Fact]
    public void State_set_back_repeats_the_draws_of_every_kind()
    {
        var stream = Stream();
        stream.NextDouble();
        var state = stream.State;
        var first = Draws(stream);
        Assert.NotEqual(first, Draws(stream));
        stream.State = state;
        Assert.Equal(first, Draws(stream));

        static List<double> Draws(RandomStream s)
        {
            int[] cards = [1, 2, 3, 4, 5, 6, 7, 8];
            s.Shuffle(cards);
            return [s.NextDouble(), s.Next(1000), s.NextInt64(1L << 40), s.NextSingle(), .. cards];
        }
    }

    [Fact]
    public void Doubles_are_uniform()
    {
        // Chi-square over 100 cells, 100,000 draws: 99 degrees of freedom, deviation sqrt(198) = 14.1; mean +- 4 deviations.
        var stream = Stream();
        var cells = new int[100];
        for (var i = 0; i < 100_000; i++)
        {
            cells[(int)(stream.NextDouble() * 100)]++;
        }

        Assert.InRange(cells.Sum(c => (c - 1000.0) * (c - 1000.0) / 1000), 99 - 56, 99 + 56);
    }

    [Fact]
    public void Bounded_integers_have_no_remainder_bias()
    {
        // Of the range 3 * 2^61 a remainder of 64 bits would put 2/3 of the draws (not half) into the lower half: 8 = 2 * 3 + 2.
        // 10,000 draws: deviation of a half sqrt(10,000 / 4) = 50, five of them 250.
        var stream = Stream();
        var low = Enumerable.Range(0, 10_000).Count(_ => stream.NextInt64(3L << 61) < 3L << 60);
        Assert.InRange(low, 4_750, 5_250);
    }
}
