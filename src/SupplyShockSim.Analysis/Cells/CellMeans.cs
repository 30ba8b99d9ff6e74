using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>Sums of exact means over cells: one value per cell. Each series is walked once, so the cost is breakpoints plus cells.</summary>
public sealed class CellMeans(Cells cells)
{
    private delegate double MeanOfPiece(int index, long from, long until);

    public double[] Values { get; } = new double[cells.Count];

    /// <summary>Adds a constant to every cell.</summary>
    public void Add(double value)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            Values[i] += value;
        }
    }

    /// <summary>Adds the mean of a rate, times a factor, to every cell.</summary>
    public void Add(RateSeries series, double factor = 1) => Add(series.Times, factor, (index, _, _) => index < 0 ? 0 : series.Values[index]);

    /// <summary>Adds the mean of a level to every cell.</summary>
    public void Add(LevelSeries series) => Add(series.Times, 1, (index, from, until) =>
    {
        if (index < 0)
        {
            return 0;
        }

        var (level, perDay) = series[index];
        // The mean of a straight line is its value halfway.
        return level + (perDay * (((from + until) / 2.0) - series.Times[index]) / SimDuration.SecondsPerDay);
    });

    private void Add(ReadOnlySpan<long> times, double factor, MeanOfPiece mean)
    {
        var next = 0;
        for (var i = 0; i < Values.Length; i++)
        {
            var (from, end) = (cells.Edges[i].Seconds, cells.Edges[i + 1].Seconds);
            while (next < times.Length && times[next] <= from)
            {
                next++;
            }

            if (next == times.Length || times[next] >= end)
            {
                Values[i] += factor * mean(next - 1, from, end);
                continue;
            }

            var sum = 0.0;
            while (from < end)
            {
                var until = next < times.Length ? Math.Min(end, times[next]) : end;
                sum += mean(next - 1, from, until) * (until - from);
                from = until;
                if (next < times.Length && times[next] == until)
                {
                    next++;
                }
            }

            Values[i] += factor * sum / (end - cells.Edges[i].Seconds);
        }
    }
}
