using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>How far the shortfall of all ranges over draws of what is uncertain, as a band: at each time, nine draws in ten lie in it.</summary>
internal static class RangeBand
{
    /// <summary>The band as far as the run is drawn, in steps; nothing where nobody is short in nine of ten draws, or nothing was drawn.</summary>
    public static IEnumerable<Mark> Of(RunSource run)
    {
        if (run.Ranges is not { } ranges || LastDay(run) == 0)
        {
            yield break;
        }

        var until = RunFrame.Until(run).Days;
        var edges = new List<BandEdge>();
        for (var cell = 0; cell < Cells(ranges).Count && ranges.Edges[cell].Days < until; cell++)
        {
            var spread = Cells(ranges)[cell];
            edges.Add(new BandEdge(ranges.Edges[cell].Days, spread.Q05, spread.Q95));
            edges.Add(new BandEdge(Math.Min(until, ranges.Edges[cell + 1].Days), spread.Q05, spread.Q95));
        }

        var label = new Label("All, in nine of ten draws", $"{RangeWords.Span(ranges.Total.Tonnes)} t ({RangeWords.Share} of {Say.Number(ranges.Draws)})");
        yield return new BandMark(label, edges, Hue.Reference);
    }

    /// <summary>The day on which the band falls to zero for good; 0 where there is none.</summary>
    public static double LastDay(RunSource run)
    {
        if (run.Ranges is not { } ranges)
        {
            return 0;
        }

        var cell = Cells(ranges).Count;
        while (cell > 0 && !(Cells(ranges)[cell - 1].Q95 > 0))
        {
            cell--;
        }

        return ranges.Edges[cell].Days;
    }

    /// <summary>To whom it also applies that nobody is short after the time drawn.</summary>
    public static string Also(RunSource run) => run.Ranges is null ? "" : " (in 95 % of the draws)";

    private static IReadOnlyList<Spread> Cells(Ranges ranges) => ranges.OverTime[0].TonnesPerDay;
}
