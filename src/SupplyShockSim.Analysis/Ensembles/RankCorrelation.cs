namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>
/// Spearman's rank correlation: how surely one number rises when another does, from -1 to 1, whatever the shape of the relation. It says nothing of how much.
/// </summary>
/// <remarks>C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15, 1904.</remarks>
public static class RankCorrelation
{
    /// <summary>The correlation of the ranks, equal values sharing the mean of theirs; null where one of the two does not vary.</summary>
    /// <exception cref="ArgumentException">There are not as many of one as of the other.</exception>
    public static double? Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
        {
            throw new ArgumentException("each value needs its partner", nameof(y));
        }

        var (a, b) = (Ranks(x), Ranks(y));
        var mean = (x.Count + 1) / 2.0;
        double ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var (p, q) = (a[i] - mean, b[i] - mean);
            (ab, aa, bb) = (ab + (p * q), aa + (p * p), bb + (q * q));
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : null;
    }

    /// <summary>
    /// The correlation that chance alone stays below in 19 of 20 cases where the two have nothing to do with each other: 1.96 over the root of n - 1, the
    /// normal approximation to its distribution (M. G. Kendall, Rank Correlation Methods, 1948).
    /// </summary>
    public static double Chance(int draws) => Math.Min(1, 1.96 / Math.Sqrt(draws - 1));

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[order.Length];
        for (var first = 0; first < order.Length;)
        {
            var next = first;
            while (next < order.Length && values[order[next]] == values[order[first]])
            {
                next++;
            }

            for (var i = first; i < next; i++)
            {
                ranks[order[i]] = (first + 1 + next) / 2.0;
            }

            first = next;
        }

        return ranks;
    }
}
