namespace SupplyShockSim.Figures.Drawing;

/// <summary>How a label's series is drawn, repeated beside its text.</summary>
internal enum Sample
{
    Line,
    Area,
    Band,
    Point,
}

/// <summary>A label in the margin to the right of a panel.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Value">The height on the value axis at which the label would best stand.</param>
/// <param name="Hue">Colour and dash of its series.</param>
/// <param name="Variant">Which of the lines of this hue.</param>
/// <param name="Sample">How the series is drawn.</param>
/// <param name="IsTied">True to tie the label to that height at the panel's right edge with a thin line.</param>
internal sealed record SideLabel(Label Label, double Value, Hue Hue, int Variant, Sample Sample, bool IsTied)
{
    /// <summary>Where on the horizontal axis its line ends: a line that ends before the edge is not tied to it.</summary>
    public double EndsAt { get; init; } = double.PositiveInfinity;
}
