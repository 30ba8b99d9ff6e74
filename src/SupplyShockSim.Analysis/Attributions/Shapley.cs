using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Attributions;

/// <summary>
/// Shapley's value: of what several bring about together, each gets the mean of what it adds, over all orders in which they may come. The shares add up to
/// the whole; what acts alike gets alike, what never adds anything gets nothing (L. S. Shapley, "A value for n-person games", Contributions to the
/// Theory of Games II, 1953).
/// </summary>
internal static class Shapley
{
    /// <summary>The most players whose subsets are all looked at.</summary>
    public const int MostExact = 10;

    /// <summary>The most players there can be: a subset is a bit for each.</summary>
    public const int Most = 63;

    /// <summary>Exact, over all subsets.</summary>
    /// <param name="players">How many.</param>
    /// <param name="value">What a subset brings about: bit i stands for player i.</param>
    public static double[] Exact(int players, Func<ulong, double> value)
    {
        var weights = Enumerable.Range(0, players).Select(size => 1 / (players * Choose(players - 1, size))).ToArray();
        var shares = new double[players];
        for (var player = 0; player < players; player++)
        {
            var bit = 1UL << player;
            for (var others = 0UL; others < 1UL << players; others++)
            {
                if ((others & bit) == 0)
                {
                    shares[player] += weights[System.Numerics.BitOperations.PopCount(others)] * (value(others | bit) - value(others));
                }
            }
        }

        return shares;
    }

    /// <summary>
    /// Estimated from random orders, each with its reverse, with the standard error of the mean over these pairs (J. Castro, D. Gomez and J. Tejada,
    /// "Polynomial calculation of the Shapley value based on sampling", Computers and Operations Research 36, 2009). The shares of each order add up to the whole.
    /// </summary>
    /// <param name="players">How many.</param>
    /// <param name="pairs">How many orders, each of which is taken backwards too; at least two.</param>
    /// <param name="stream">Draws the orders.</param>
    /// <param name="value">What a subset brings about.</param>
    public static (double Share, double StandardError)[] Sampled(int players, int pairs, RandomStream stream, Func<ulong, double> value)
    {
        var samples = Enumerable.Range(0, players).Select(_ => new double[pairs]).ToArray();
        var order = Enumerable.Range(0, players).ToArray();
        for (var pair = 0; pair < pairs; pair++)
        {
            stream.Shuffle(order);
            Add(order);
            Add([.. order.Reverse()]);

            void Add(int[] one)
            {
                var subset = 0UL;
                var before = value(subset);
                foreach (var player in one)
                {
                    subset |= 1UL << player;
                    var after = value(subset);
                    samples[player][pair] += (after - before) / 2;
                    before = after;
                }
            }
        }

        return [.. samples.Select(s => (s.Average(), Math.Sqrt(s.Sum(v => (v - s.Average()) * (v - s.Average())) / (pairs - 1) / pairs)))];
    }

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n - 1, k - 1) * n / k;
}
