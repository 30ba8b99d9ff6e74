namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>How the values of draws lie: quantiles and the mean, in the unit of the values.</summary>
/// <param name="Q05">Below it lie 5 % of the draws.</param>
/// <param name="Q25">Below it lies a quarter.</param>
/// <param name="Q50">The median.</param>
/// <param name="Q75">Below it lie three quarters.</param>
/// <param name="Q95">Below it lie 95 %.</param>
/// <param name="Mean">The mean.</param>
public sealed record Spread(double Q05, double Q25, double Q50, double Q75, double Q95, double Mean)
{
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return new Spread(
            Quantile(sorted, 0.05), Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), Quantile(sorted, 0.95),
            sorted.Sum() / sorted.Length);
    }

    /// <summary>
    /// The p-quantile of n values: linear between the values of rank 1 + (n - 1) p rounded down and up, so that p = 0 is the least and p = 1 the most
    /// (definition 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996).
    /// </summary>
    /// <param name="sorted">The values, rising.</param>
    /// <param name="p">From 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("no value has no quantile", nameof(sorted));
        }

        var rank = (sorted.Length - 1) * p;
        var below = Math.Min((int)rank, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }
}
