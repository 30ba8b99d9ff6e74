namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>Where and when a run differs most from the baseline, as a share of what is needed there.</summary>
/// <param name="Run">Position of the run.</param>
/// <param name="Key">Whose need, at the finest.</param>
/// <param name="Name">The same for people.</param>
/// <param name="Cell">Position of the cell of time.</param>
/// <param name="Baseline">The value of the baseline there.</param>
/// <param name="Value">The value of the run there.</param>
/// <param name="Share">The size of their difference as a share of the larger of the two demands.</param>
public sealed record LargestDifference(int Run, CurveKey Key, string Name, int Cell, double Baseline, double Value, double Share)
{
    /// <summary>The largest of a run; of equal ones the first in time, then by group. Null where no value differs.</summary>
    internal static LargestDifference? Of(int run, CurveTable values, CurveTable baseline, IEnumerable<(CurveKey Key, string Name)> keys, CurveMeasure measure)
    {
        LargestDifference? largest = null;
        foreach (var (key, name) in keys)
        {
            var (a, b) = (baseline.Of(key, measure), values.Of(key, measure));
            var (needA, needB) = (baseline.Of(key, CurveMeasure.Demand), values.Of(key, CurveMeasure.Demand));
            for (var cell = 0; cell < values.Cells; cell++)
            {
                if (a[cell] == b[cell])
                {
                    continue;
                }

                var share = Math.Abs(b[cell] - a[cell]) / Math.Max(needA[cell], needB[cell]);
                if (largest is null || share > largest.Share || (share == largest.Share && cell < largest.Cell))
                {
                    largest = new LargestDifference(run, key, name, cell, a[cell], b[cell], share);
                }
            }
        }

        return largest;
    }
}
