namespace SupplyShockSim.Scenarios.Units;

/// <summary>
/// The numbers that a quantity of a dimension can be: what lies beyond is a slip of the keyboard, and would only show as an overflow far away.
/// Zero is always possible.
/// </summary>
internal static class SaneRange
{
    /// <summary>The smallest number above zero and the largest, in the base unit of the dimension.</summary>
    public static (double Least, double Most) Of(Dimension dimension) => dimension switch
    {
        Dimension.Time or Dimension.Workdays => (0, double.MaxValue), // rounded to seconds, and bounded where it is used
        Dimension.Mass => (1e-12, 1e15), // a microgram; the Earth's crust weighs some 1e19 t
        Dimension.Flow => (1e-15, 1e12), // tonnes per day: all mining of the world moves less than 1e9
        Dimension.Price => (1e-9, 1e12),
        Dimension.Pace => (1e-9, 1e6),
        Dimension.Fraction => (1e-15, 1e6),
        _ => (1e-15, 1e12),
    };

    /// <summary>Whether a number is zero or in the range of its dimension.</summary>
    public static bool Holds(double value, Dimension dimension)
    {
        var (least, most) = Of(dimension);
        return value == 0 || (value >= least && value <= most);
    }

    /// <summary>The range in words, for a hint.</summary>
    public static string Say(Dimension dimension)
    {
        var (least, most) = Of(dimension);
        return $"it is zero, or from {new Quantity(least, dimension)} to {new Quantity(most, dimension)}";
    }
}
