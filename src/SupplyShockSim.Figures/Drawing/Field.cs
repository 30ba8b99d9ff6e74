namespace SupplyShockSim.Figures.Drawing;

/// <summary>Where the marks of a panel are drawn: a rectangle in pixels, and what stands at its edges.</summary>
internal sealed record Field(double Left, double Top, double Right, double Bottom, Scale Across, Scale Up)
{
    /// <summary>Pixels of a place on the horizontal axis; what lies beyond its ends stands at them.</summary>
    public double X(double value) => Left + (Math.Clamp((value - Across.From) / Across.Length, 0, 1) * (Right - Left));

    /// <summary>Pixels of a place on the vertical axis; what lies beyond its ends stands at them.</summary>
    public double Y(double value) => Bottom - (Math.Clamp((value - Up.From) / Up.Length, 0, 1) * (Bottom - Top));

    /// <summary>How much of the horizontal axis one pixel is.</summary>
    public double Pixel => Math.Abs(Across.Length) / (Right - Left);
}
