using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>
/// The cells of a grid over [0, end): cell i is [<see cref="Edges"/>[i], Edges[i + 1]). Cells touch and cover the horizon once, so
/// the sum of mean times length over the cells is the integral over the horizon, whatever the grid. The last cell ends with the
/// horizon and may be shorter than the others.
/// </summary>
public sealed class Cells
{
    private Cells(SimTime[] edges) => Edges = edges;

    /// <summary>The ends of the cells, ascending: one more than there are cells.</summary>
    public SimTime[] Edges { get; }

    public int Count => Edges.Length - 1;

    /// <summary>The cells of a run that starts at <paramref name="start"/>; none where it has no length.</summary>
    public static Cells Of(SeriesGrid grid, DateTime start, SimTime end)
    {
        var count = 0;
        while (Edge(grid, start, count) < end)
        {
            count++;
        }

        var edges = new SimTime[count + 1];
        for (var i = 1; i < count; i++)
        {
            edges[i] = Edge(grid, start, i);
        }

        edges[count] = end;
        return new Cells(edges);
    }

    /// <summary>That many cells of equal length, to the second, over [0, end); at most one per second.</summary>
    public static Cells Equal(int count, SimTime end)
    {
        var number = (int)Math.Min(count, end.Seconds);
        var edges = new SimTime[number + 1];
        for (var i = 1; i <= number; i++)
        {
            edges[i] = SimTime.FromSeconds((long)((Int128)end.Seconds * i / number));
        }

        return new Cells(edges);
    }

    /// <summary>Where cell number <paramref name="cell"/> begins.</summary>
    private static SimTime Edge(SeriesGrid grid, DateTime start, int cell) => grid switch
    {
        _ when cell == 0 => SimTime.Zero,
        SeriesGrid.Day => SimTime.FromSeconds(cell * SimDuration.SecondsPerDay),
        SeriesGrid.Week => SimTime.FromSeconds(cell * 7 * SimDuration.SecondsPerDay),
        _ => SimTime.FromDate(start, new DateTime(start.Year, start.Month, 1, 0, 0, 0, start.Kind).AddMonths(cell)),
    };
}
