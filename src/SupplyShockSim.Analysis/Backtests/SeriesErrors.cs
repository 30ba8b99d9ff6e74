namespace SupplyShockSim.Analysis.Backtests;

/// <summary>How far a simulated series is from the observed one. Errors are simulated less observed.</summary>
/// <param name="Count">Months compared.</param>
/// <param name="Mape">Mean absolute percentage error: mean of |s - o| / o, as a share; NaN when a month was observed at zero.</param>
/// <param name="Rmse">Root mean squared error, t.</param>
/// <param name="Bias">Mean error, t: above zero when the model says too much.</param>
/// <param name="Worst">The largest |s - o| / o, as a share.</param>
public readonly record struct SeriesErrors(int Count, double Mape, double Rmse, double Bias, double Worst)
{
    /// <summary>The errors over pairs of observed and simulated tonnes; all NaN over none.</summary>
    public static SeriesErrors Of(IReadOnlyList<(double Observed, double Simulated)> pairs)
    {
        if (pairs.Count == 0)
        {
            return new SeriesErrors(0, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var relative = pairs.Select(p => p.Observed == 0 ? double.NaN : Math.Abs(p.Simulated - p.Observed) / p.Observed).ToArray();
        return new SeriesErrors(
            pairs.Count,
            relative.Average(),
            Math.Sqrt(pairs.Average(p => (p.Simulated - p.Observed) * (p.Simulated - p.Observed))),
            pairs.Average(p => p.Simulated - p.Observed),
            Array.Exists(relative, double.IsNaN) ? double.NaN : relative.Max());
    }
}
