using SupplyShockSim.Analysis.Selections;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What is missing over the whole run, draw by draw, of what is wanted.</summary>
internal static class DrawTotals
{
    /// <summary>In t, in the order of the draws; null where the source has no draws, or none of what is wanted.</summary>
    public static double[]? Of(FigureSource source)
    {
        if (source.Run is not { } run || source.Ranges is not { Outcomes.Count: > 0 } ranges)
        {
            return null;
        }

        int[] needs = [.. Enumerable.Range(0, ranges.Needs.Count).Where(i => source.Choice.Where.Allow(run.Record.Network, ranges.Needs[i]))];
        return needs.Length == 0 ? null : [.. ranges.Outcomes.Select(draw => needs.Sum(need => draw.Tonnes[need]))];
    }

    /// <summary>The same of the run itself.</summary>
    public static double Base(FigureSource source) =>
        NeedGroup.All(source.Run!.Record, source.Run.Measures, source.Choice.Where)?.Service.ShortfallTotal ?? 0;
}
