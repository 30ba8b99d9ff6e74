using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>How far a run, or its difference from the baseline, ranges over draws: in each cell nine draws in ten lie in the band.</summary>
internal static class ComparedBand
{
    /// <summary>More bands than these hide each other.</summary>
    public const int Most = 3;

    public static IEnumerable<Mark> Of(ComparisonSource source, IEnumerable<PairedDraws> draws, Func<PairedDraws, IReadOnlyList<Spread>> overTime, string what)
    {
        var (edges, cells) = (source.Comparison.Timeline.EdgeDays, ComparisonFrame.CellsDrawn(source));
        foreach (var drawn in draws)
        {
            var band = new List<BandEdge>();
            for (var cell = 0; cell < cells; cell++)
            {
                var spread = overTime(drawn)[cell];
                band.Add(new BandEdge(edges[cell], spread.Q05, spread.Q95));
                band.Add(new BandEdge(edges[cell + 1], spread.Q05, spread.Q95));
            }

            var name = source.Comparison.Runs[drawn.Run].Name;
            yield return new BandMark(new Label($"{name}, {what}"), band, source.HueOf(drawn.Run)) { IsLabelled = false };
        }
    }
}
