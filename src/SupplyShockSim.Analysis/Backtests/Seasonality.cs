using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>
/// What a calendar month carries relative to the year's mean rate, for reasons that are no shock: holidays, the model year. Twelve
/// factors, January first, whose mean over the days of a common year is 1, so that a year's total stays what it was.
/// </summary>
public sealed class Seasonality
{
    private static readonly int[] DaysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private readonly double[] _factors;

    /// <param name="factors">None, for no seasonality, or twelve above zero; scaled so that their mean by days is 1.</param>
    /// <exception cref="ArgumentException">Another number of factors, or one that is not above zero.</exception>
    public Seasonality(IReadOnlyList<double> factors)
    {
        if (factors.Count is not (0 or 12) || factors.Any(f => !(f > 0) || !double.IsFinite(f)))
        {
            throw new ArgumentException("none, or twelve finite factors above zero", nameof(factors));
        }

        _factors = factors.Count == 0 ? [.. Enumerable.Repeat(1.0, 12)] : Scaled(factors);
    }

    /// <summary>Every month as the mean.</summary>
    public static Seasonality None { get; } = new([]);

    /// <summary>The twelve factors, January first.</summary>
    public IReadOnlyList<double> Factors => _factors;

    /// <summary>
    /// From one year's tonnes: rates by day, smoothed with the weights 1/4, 1/2, 1/4 over neighbouring months, where December and
    /// January are neighbours too, then scaled to a mean of 1. One year cannot tell season from chance; smoothing keeps a single odd
    /// month from standing as a season.
    /// </summary>
    /// <param name="tonnes">Twelve months of one year, January first.</param>
    /// <param name="year">The year, for the days of February.</param>
    public static Seasonality Smoothed(IReadOnlyList<double> tonnes, int year)
    {
        var rates = tonnes.Select((t, i) => t / DateTime.DaysInMonth(year, i + 1)).ToArray();
        return new Seasonality([.. rates.Select((rate, i) => (rates[(i + 11) % 12] + (2 * rate) + rates[(i + 1) % 12]) / 4)]);
    }

    /// <summary>The factor of a month.</summary>
    public double Of(Month month) => _factors[month.Number - 1];

    private static double[] Scaled(IReadOnlyList<double> factors)
    {
        var mean = factors.Select((f, i) => f * DaysOfMonth[i]).Sum() / DaysOfMonth.Sum();
        return [.. factors.Select(f => f / mean)];
    }
}
