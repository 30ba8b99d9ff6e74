namespace SupplyShockSim.Figures;

/// <summary>Where a panel of a drawn figure lies in the picture, so that whoever shows it can tell what a pointer stands on.</summary>
/// <param name="Left">In pixels of the view box.</param>
/// <param name="Top">In pixels of the view box.</param>
/// <param name="Right">In pixels of the view box.</param>
/// <param name="Bottom">In pixels of the view box.</param>
/// <param name="From">The place on the horizontal axis at the left edge.</param>
/// <param name="Until">The place on the horizontal axis at the right edge.</param>
public readonly record struct DrawnField(double Left, double Top, double Right, double Bottom, double From, double Until);
