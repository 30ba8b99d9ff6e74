using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Curves of a comparison as lines: in steps where they are rates, straight where they are sums.</summary>
internal static class ComparedCurves
{
    /// <summary>The lines of all runs under a mode, the greys at the back, the baseline in front of them, the coloured ones before all.</summary>
    /// <param name="source">The comparison.</param>
    /// <param name="by">How needs are added up.</param>
    /// <param name="key">Which of the sums.</param>
    /// <param name="mode">What is drawn of each run.</param>
    /// <param name="detail">What stands below the name of a run.</param>
    public static IReadOnlyList<Mark> Of(ComparisonSource source, CurveGrouping by, CurveKey key, ComparisonMode mode, Func<int, string> detail) =>
    [
        .. Enumerable.Range(0, source.Comparison.Runs.Count)
            .Where(run => run != source.Comparison.Baseline || mode is ComparisonMode.Overlay or ComparisonMode.Index)
            .OrderByDescending(run => source.HueOf(run) == Hue.Rest).ThenByDescending(run => source.HueOf(run) == Hue.Reference).ThenByDescending(run => run)
            .SelectMany(run => Lines(source, run, Values(source.Comparison, run, by, key, mode), mode, detail(run))),
    ];

    /// <summary>The values of a run under a mode, cell by cell; not a number where there is none.</summary>
    public static IReadOnlyList<double> Values(Comparison comparison, int run, CurveGrouping by, CurveKey key, ComparisonMode mode)
    {
        var measure = comparison.Options.Measure;
        return mode switch
        {
            ComparisonMode.Overlay => comparison.Curve(run, by, key, measure),
            ComparisonMode.Difference => comparison.Difference(run, by, key, measure),
            ComparisonMode.Quotient => comparison.Quotient(run, by, key, measure),
            _ => comparison.Index(run, by, key, measure),
        };
    }

    /// <summary>A line for each stretch of cells that have a value.</summary>
    private static IEnumerable<LineMark> Lines(ComparisonSource source, int run, IReadOnlyList<double> values, ComparisonMode mode, string detail)
    {
        var (hue, label) = (source.HueOf(run), new Label(source.Comparison.Runs[run].Name, detail));
        var isLabelled = hue != Hue.Rest;
        var isSum = source.Comparison.Options.Cumulative;
        var (edges, cells) = (source.Comparison.Timeline.EdgeDays, ComparisonFrame.CellsDrawn(source));
        for (var cell = 0; cell < cells;)
        {
            if (double.IsNaN(values[cell]))
            {
                cell++;
                continue;
            }

            var course = new Polyline { IsSteps = !isSum };
            if (isSum && cell == 0 && mode is ComparisonMode.Overlay or ComparisonMode.Difference)
            {
                course.Add(edges[0], 0);
            }

            for (; cell < cells && !double.IsNaN(values[cell]); cell++)
            {
                course.Add(isSum ? edges[cell + 1] : edges[cell], values[cell]);
            }

            if (!isSum)
            {
                course.Add(edges[cell], values[cell - 1]);
            }

            yield return new LineMark(label, course, hue) { IsLabelled = isLabelled };
            isLabelled = false;
        }
    }
}
