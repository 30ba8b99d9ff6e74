using SupplyShockSim.Engine;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// The cells of a grid over [0, end): cell i is [<see cref="Edges"/>[i], Edges[i + 1]). Cells touch and cover the horizon once, so
/// the sum of mean times length over the cells is the integral over the horizon, whatever the grid. The last cell ends with the
/// horizon and may be shorter than the others.
/// </summary>
public sealed class Cells
{
    private Cells(List<SimTime> edges) => Edges = edges;

    /// <summary>The ends of the cells, ascending: one more than there are cells.</summary>
    public IReadOnlyList<SimTime> Edges { get; }

    public int Count => Edges.Count - 1;

    /// <summary>The cells of a run that starts at <paramref name="start"/>; none where it has no length.</summary>
    public static Cells Of(SeriesGrid grid, DateTime start, SimTime end)
    {
        var edges = new List<SimTime> { SimTime.Zero };
        while (edges[^1] < end)
        {
            var next = Next(grid, start, edges.Count);
            edges.Add(next < end ? next : end);
        }

        return new Cells(edges);
    }

    /// <summary>That many cells of equal length, to the second, over [0, end); at most one per second.</summary>
    public static Cells Equal(int count, SimTime end)
    {
        var number = (int)Math.Min(count, end.Seconds);
        return new Cells([.. Enumerable.Range(0, number + 1).Select(i => SimTime.FromSeconds((long)((Int128)end.Seconds * i / number)))]);
    }

    private static SimTime Next(SeriesGrid grid, DateTime start, int cell) => grid switch
    {
        SeriesGrid.Day => SimTime.FromSeconds(cell * SimDuration.SecondsPerDay),
        SeriesGrid.Week => SimTime.FromSeconds(cell * 7 * SimDuration.SecondsPerDay),
        _ => SimTime.FromSeconds((long)(new DateTime(start.Year, start.Month, 1, 0, 0, 0, start.Kind).AddMonths(cell) - start).TotalSeconds),
    };
}
