using MathNet.Numerics.Distributions;

namespace SupplyShockSim.Network.Quantities;

/// <summary>The shapes a distribution of durations may have, with their parameters in the order they are written.</summary>
public enum DistributionShape
{
    /// <summary>One value, always.</summary>
    Fixed,

    /// <summary>[least, most].</summary>
    Uniform,

    /// <summary>[least, most likely, most].</summary>
    Triangular,

    /// <summary>[median, standard deviation of the natural logarithm].</summary>
    Lognormal,

    /// <summary>[mean].</summary>
    Exponential,

    /// <summary>[mean, standard deviation], cut off at zero.</summary>
    Normal,
}

/// <summary>
/// A distribution of a span in days. Samples are drawn from the generator given, through MathNet.Numerics, never from a
/// hidden one; a sample is never below zero.
/// </summary>
public sealed record DurationDistribution(DistributionShape Shape, IReadOnlyList<double> Parameters)
{
    /// <summary>Whether its days are workdays, to be counted by a calendar; only what says so takes such spans.</summary>
    public bool InWorkdays { get; init; }

    public static DurationDistribution FixedDays(double days) => new(DistributionShape.Fixed, [days]);

    /// <summary>How many parameters the shape takes.</summary>
    public static int ParameterCount(DistributionShape shape) => shape switch
    {
        DistributionShape.Fixed or DistributionShape.Exponential => 1,
        DistributionShape.Triangular => 3,
        _ => 2,
    };

    /// <summary>Why these parameters do not make a distribution, or null when they do.</summary>
    public string? Fault()
    {
        if (Parameters.Count != ParameterCount(Shape))
        {
            return $"{Shape} takes {ParameterCount(Shape)} values, {Parameters.Count} given";
        }

        if (Parameters.Any(p => !double.IsFinite(p) || p < 0))
        {
            return "every value must be finite and not negative";
        }

        return Shape switch
        {
            DistributionShape.Uniform when Parameters[0] > Parameters[1] => "the least is above the most",
            DistributionShape.Triangular when Parameters[0] > Parameters[1] || Parameters[1] > Parameters[2] =>
                "the values must rise: least, most likely, most",
            DistributionShape.Lognormal when Parameters[0] <= 0 => "the median must be above zero",
            DistributionShape.Exponential when Parameters[0] <= 0 => "the mean must be above zero",
            _ => null,
        };
    }

    /// <summary>The mean in days (for the normal shape: of the uncut distribution).</summary>
    public double MeanDays => Shape switch
    {
        DistributionShape.Uniform => (Parameters[0] + Parameters[1]) / 2,
        DistributionShape.Triangular => (Parameters[0] + Parameters[1] + Parameters[2]) / 3,
        DistributionShape.Lognormal => Parameters[0] * Math.Exp(Parameters[1] * Parameters[1] / 2),
        _ => Parameters[0],
    };

    /// <summary>The value in days below which the share <paramref name="p"/> of all values lies; 0 &lt; p &lt; 1.</summary>
    public double QuantileDays(double p)
    {
        var q = Shape switch
        {
            DistributionShape.Fixed => Parameters[0],
            DistributionShape.Uniform => Parameters[0] + (p * (Parameters[1] - Parameters[0])),
            DistributionShape.Triangular when Parameters[0] == Parameters[2] => Parameters[0],
            DistributionShape.Triangular => Triangular.InvCDF(Parameters[0], Parameters[2], Parameters[1], p),
            DistributionShape.Lognormal when Parameters[1] == 0 => Parameters[0],
            DistributionShape.Lognormal => Parameters[0] * Math.Exp(Parameters[1] * Normal.InvCDF(0, 1, p)),
            DistributionShape.Exponential => Exponential.InvCDF(1 / Parameters[0], p),
            DistributionShape.Normal when Parameters[1] == 0 => Parameters[0],
            DistributionShape.Normal => Normal.InvCDF(Parameters[0], Parameters[1], p),
            _ => throw new InvalidOperationException("unknown shape"),
        };
        return Math.Max(0, q);
    }

    /// <summary>
    /// The mean in days of the values between two quantiles, 0 &lt;= low &lt; high &lt;= 1. For equal shares of firms this keeps the mean
    /// of the whole: lognormal by mean = exp(mu + s^2/2) (Phi(z_high - s) - Phi(z_low - s)) / (high - low), others by averaging
    /// 256 quantiles.
    /// </summary>
    public double MeanBetweenDays(double low, double high)
    {
        if (Shape == DistributionShape.Lognormal && Parameters[1] > 0)
        {
            var s = Parameters[1];
            return MeanDays * (NormalShare(high, s) - NormalShare(low, s)) / (high - low);
        }

        const int Points = 256;
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            sum += QuantileDays(low + ((high - low) * (i + 0.5) / Points));
        }

        return sum / Points;

        static double NormalShare(double p, double s) => p <= 0 ? 0 : p >= 1 ? 1 : Normal.CDF(0, 1, Normal.InvCDF(0, 1, p) - s);
    }

    /// <summary>One draw in days, by inversion: one number of the stream per draw, whatever the shape.</summary>
    public double SampleDays(Random stream) => SampleDays(stream.NextDouble());

    /// <summary>The draw that a random number from 0 to 1 stands for.</summary>
    public double SampleDays(double number) => QuantileDays(Math.Clamp(number, 1e-15, 1 - 1e-15));
}
