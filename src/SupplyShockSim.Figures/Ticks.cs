namespace SupplyShockSim.Figures;

/// <summary>Round values for the ticks of a number axis.</summary>
public static class Ticks
{
    /// <summary>
    /// Values 1, 2 or 5 times a power of ten apart that span [least, most]: the first is at or below the least, the last at or above
    /// the most. About <paramref name="wanted"/> steps.
    /// </summary>
    /// <remarks>Heckbert, Nice numbers for graph labels, Graphics Gems (1990).</remarks>
    public static double[] Nice(double least, double most, int wanted)
    {
        if (!(most > least))
        {
            most = least + 1;
        }

        var raw = (most - least) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        // A step a hair below 1, 2 or 5 is that step: raw / power carries the rounding of a division.
        var step = power * (raw / power) switch { <= 1 + 1e-9 => 1, <= 2 + 1e-9 => 2, <= 5 + 1e-9 => 5, _ => 10 };
        var first = (long)Math.Floor((least / step) + 1e-9);
        var last = (long)Math.Ceiling((most / step) - 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => (first + i) * step)];
    }
}
