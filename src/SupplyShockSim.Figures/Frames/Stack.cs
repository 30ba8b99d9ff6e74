using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Puts rates one upon the other.</summary>
internal static class Stack
{
    /// <summary>A rate to be stacked.</summary>
    public sealed record Part(Label Label, RateSeries Rate, Hue Hue);

    /// <summary>The layers over what is drawn of a run, from the bottom up.</summary>
    /// <param name="parts">What to stack.</param>
    /// <param name="run">Whose.</param>
    /// <param name="isComb">Draw weekly means.</param>
    public static LayersMark Of(IReadOnlyList<Part> parts, RunSource run, bool isComb)
    {
        var end = RunFrame.Until(run);
        parts = isComb ? [.. parts.Select(p => p with { Rate = WeeklyMeans.Of(p.Rate, run, end) })] : parts;
        var layers = new List<Layer>();
        RateSeries? below = null;
        foreach (var part in parts)
        {
            below = below is null ? part.Rate : RateSum.Of([below, part.Rate]);
            layers.Add(new Layer(part.Label, Polyline.Steps(part.Rate, end), Polyline.Steps(below, end), part.Hue));
        }

        return new LayersMark(layers);
    }
}
