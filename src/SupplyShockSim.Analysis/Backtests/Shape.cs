using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>
/// The shape of a fall and its recovery, month by month, relative to normal (the baseline of the network with its season).
/// </summary>
/// <param name="Trough">The month that is lowest relative to normal; of equal ones the first.</param>
/// <param name="Depth">What it has, as a share of normal: 0.25 is a fall to a quarter.</param>
/// <param name="Recovery">The first month after the trough that has at least <see cref="Recovered"/> of normal, or null.</param>
/// <param name="Peak">The month from the recovery on that is highest relative to normal, or null.</param>
/// <param name="Overshoot">How far above normal the peak is, as a share; 0 where nothing exceeds normal.</param>
/// <param name="ExcessTonnes">Tonnes above normal in all months from the recovery on that exceed it.</param>
public readonly record struct Shape(Month Trough, double Depth, Month? Recovery, Month? Peak, double Overshoot, double ExcessTonnes)
{
    /// <summary>A month counts as recovered from this share of normal on: monthly trade scatters by a few per cent.</summary>
    public const double Recovered = 0.95;

    /// <summary>The shape of a series; null for an empty one.</summary>
    /// <param name="months">Month, tonnes and normal tonnes (above zero), in order.</param>
    public static Shape? Of(IReadOnlyList<(Month Month, double Tonnes, double Normal)> months)
    {
        if (months.Count == 0)
        {
            return null;
        }

        var trough = months.MinBy(m => m.Tonnes / m.Normal);
        var after = months.Where(m => m.Month > trough.Month).SkipWhile(m => m.Tonnes < Recovered * m.Normal).ToArray();
        if (after.Length == 0)
        {
            return new Shape(trough.Month, trough.Tonnes / trough.Normal, null, null, 0, 0);
        }

        var peak = after.MaxBy(m => m.Tonnes / m.Normal);
        return new Shape(
            trough.Month,
            trough.Tonnes / trough.Normal,
            after[0].Month,
            peak.Month,
            Math.Max(0, (peak.Tonnes / peak.Normal) - 1),
            after.Sum(m => Math.Max(0, m.Tonnes - m.Normal)));
    }
}
