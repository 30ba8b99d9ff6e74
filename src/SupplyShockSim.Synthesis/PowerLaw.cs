namespace SupplyShockSim.Synthesis;

/// <summary>
/// Degrees whose complementary distribution falls as a power. In the Japanese production network of a million firms the
/// exponent is 1.35 for suppliers and 1.26 for customers (Y. Fujiwara and H. Aoyama, "Large-scale structure of a nation-wide
/// production network", Eur. Phys. J. B 77, 2010); one value serves for both here.
/// </summary>
internal static class PowerLaw
{
    /// <summary>Exponent of the complementary cumulative distribution: P(degree above k) falls as k to the minus this.</summary>
    public const double Exponent = 1.35;

    /// <summary>The Pareto variate, from 1 up, that a share <paramref name="u"/> in (0, 1] of all exceeds.</summary>
    public static double Pareto(double u) => Math.Pow(u, -1 / Exponent);

    /// <summary>Whole degrees, each at least one and at most its cap, in proportion to Pareto variates, that add up to a total.</summary>
    /// <param name="sizes">The variates; zero for those that have no degree.</param>
    /// <param name="caps">The most each may have.</param>
    /// <param name="total">What they add up to.</param>
    /// <param name="random">Says who gets what rounding leaves over.</param>
    /// <exception cref="ImpossibleNetworkException">The caps, or the ones, do not allow the total.</exception>
    public static int[] Degrees(double[] sizes, int[] caps, int total, Random random)
    {
        var (least, most) = (0L, 0L);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] > 0)
            {
                (least, most) = (least + 1, most + caps[i]);
            }
        }

        if (total < least || total > most)
        {
            throw new ImpossibleNetworkException($"So many sites take between {least} and {most} lanes, not {total}.");
        }

        var (low, high) = (0.0, (double)total);
        for (var step = 0; step < 64; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Sum(sizes, caps, middle) <= total ? (middle, high) : (low, middle);
        }

        var degrees = Array.ConvertAll(sizes, _ => 0);
        for (var i = 0; i < sizes.Length; i++)
        {
            degrees[i] = Degree(sizes[i], caps[i], low);
        }

        for (var left = total - Sum(sizes, caps, low); left > 0;)
        {
            var i = random.Next(sizes.Length);
            if (sizes[i] > 0 && degrees[i] < caps[i])
            {
                (degrees[i], left) = (degrees[i] + 1, left - 1);
            }
        }

        return degrees;
    }

    private static int Degree(double size, int cap, double scale) => size > 0 ? (int)Math.Clamp(size * scale, 1, cap) : 0;

    private static long Sum(double[] sizes, int[] caps, double scale)
    {
        var sum = 0L;
        for (var i = 0; i < sizes.Length; i++)
        {
            sum += Degree(sizes[i], caps[i], scale);
        }

        return sum;
    }
}
