using SupplyShockSim.Engine;
using SupplyShockSim.Figures;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports;

/// <summary>A rate over the horizon drawn with block characters: each column shows the highest value within its span of time, so that no spike is lost.</summary>
internal static class TextChart
{
    private const int Height = 8;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    public static IReadOnlyList<string> Shortfall(RunRecord record, RateSeries shortfall, int width)
    {
        var peak = shortfall.Maximum(SimTime.Zero, record.End).Value;
        if (!(peak > 0))
        {
            return [];
        }

        var top = Ticks.Nice(0, peak, 4)[^1];
        var (topLabel, margin) = (Say.Number(top), Math.Max(Say.Number(top).Length, "0".Length) + 1);
        var columns = Math.Max(1, width - margin - 1);
        var edges = Enumerable.Range(0, columns + 1).Select(i => SimTime.FromSeconds((long)((Int128)record.End.Seconds * i / columns))).ToArray();
        var highs = Enumerable.Range(0, columns).Select(i => shortfall.Maximum(edges[i], edges[i + 1]).Value).ToArray();

        var lines = new List<string> { "shortfall, t/d (peak of each column)" };
        for (var line = Height - 1; line >= 0; line--)
        {
            var label = line == Height - 1 ? topLabel : line == 0 ? "0" : "";
            lines.Add(label.PadLeft(margin - 1) + " │" + string.Concat(highs.Select(h => Block(h / top, line))).TrimEnd());
        }

        lines.Add(new string(' ', margin) + "└" + new string('─', columns));
        var (start, end) = (record.Start.Iso(), record.Start.At(record.End).Iso());
        lines.Add(new string(' ', margin + 1) + start + end.PadLeft(Math.Max(end.Length + 1, columns - start.Length)));
        var inForce = string.Concat(Enumerable.Range(0, columns).Select(i => record.Controls.Any(c => c.InForce.Any(w => w.From < edges[i + 1] && w.Until > edges[i])) ? '━' : ' '));
        if (inForce.AsSpan().Trim().Length > 0)
        {
            lines.Add(new string(' ', margin + 1) + inForce.TrimEnd());
            lines.Add(new string(' ', margin + 1) + "━ controls in force");
        }

        return lines;
    }

    /// <summary>The character for one line of a column: how much of the line it fills, at least a sliver in the lowest where the value is not zero.</summary>
    private static char Block(double share, int line)
    {
        var eighths = (int)Math.Round(share * Height * 8);
        if (share > 0)
        {
            eighths = Math.Max(1, eighths);
        }

        return Eighths[Math.Clamp(eighths - (line * 8), 0, 8)];
    }
}
