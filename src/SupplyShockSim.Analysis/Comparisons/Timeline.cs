using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>
/// The cells of time that runs are compared in: the same dates in all of them, or the same times since the first control of each. Cells touch, and lie
/// within every run.
/// </summary>
public sealed class Timeline
{
    private readonly SimTime[][] _edges;

    private Timeline(DateTime? start, double[] edgeDays, SimTime[][] edges) => (Start, EdgeDays, _edges) = (start, edgeDays, edges);

    /// <summary>The date of day 0 of the axis; null where days count from the first control of each run.</summary>
    public DateTime? Start { get; }

    /// <summary>The ends of the cells on the axis, in days, ascending: one more than there are cells.</summary>
    public IReadOnlyList<double> EdgeDays { get; }

    public int Count => EdgeDays.Count - 1;

    /// <summary>The ends of the cells in the time of one of the runs.</summary>
    public IReadOnlyList<SimTime> EdgesOf(int run) => _edges[run];

    /// <summary>Where an instant of a run lies on the axis, in days.</summary>
    public double Place(int run, SimTime time) => EdgeDays[0] + (time - _edges[run][0]).Days;

    /// <summary>The timeline that runs have in common; null where there is none.</summary>
    public static Timeline? Of(IReadOnlyList<ComparedRun> runs, Alignment align, SeriesGrid grid) =>
        align == Alignment.Date ? ByDate(runs, grid) : ByControl(runs, grid);

    private static Timeline? ByDate(IReadOnlyList<ComparedRun> runs, SeriesGrid grid)
    {
        var start = runs.Max(r => r.Record.Start);
        var end = runs.Min(r => r.Record.End.ToDate(r.Record.Start));
        if (end <= start)
        {
            return null;
        }

        var edges = Cells.Of(grid, start, SimTime.FromDate(start, end)).Edges;
        return new Timeline(start, [.. edges.Select(e => e.Days)],
            [.. runs.Select(r => SimTime.FromDate(r.Record.Start, start) - SimTime.Zero).Select(shift => edges.Select(e => e + shift).ToArray())]);
    }

    /// <summary>A month says nothing in time since an event: its cells are weeks then.</summary>
    private static Timeline? ByControl(IReadOnlyList<ComparedRun> runs, SeriesGrid grid)
    {
        SimTime[] zeros = [.. runs.Select(r => ZeroOf(runs, r))];
        var least = -zeros.Min(z => z.Seconds);
        var most = runs.Select((r, i) => r.Record.End.Seconds - zeros[i].Seconds).Min();
        if (most <= least)
        {
            return null;
        }

        var step = (grid == SeriesGrid.Day ? 1 : 7) * SimDuration.SecondsPerDay;
        List<long> offsets = [least];
        for (var at = (long)(Math.Floor(least / (double)step) + 1) * step; at < most; at += step)
        {
            offsets.Add(at);
        }

        offsets.Add(most);
        return new Timeline(null, [.. offsets.Select(o => SimDuration.FromSeconds(o).Days)],
            [.. zeros.Select(zero => offsets.Select(o => zero + SimDuration.FromSeconds(o)).ToArray())]);
    }

    /// <summary>The first control of a run; of one that has none, the date of that of the first run that has one; its start where none has.</summary>
    private static SimTime ZeroOf(IReadOnlyList<ComparedRun> runs, ComparedRun run)
    {
        if (run.FirstControl is { } own)
        {
            return own;
        }

        return runs.FirstOrDefault(r => r.FirstControl is not null) is { FirstControl: { } others } first
            ? SimTime.FromSeconds(Math.Clamp(SimTime.FromDate(run.Record.Start, others.ToDate(first.Record.Start)).Seconds, 0, run.Record.End.Seconds))
            : SimTime.Zero;
    }
}
