namespace SupplyShockSim.Figures;

/// <summary>
/// How a mark is told from others: a place in the palette, which gives colour and dash. Equal hues are one country, one consumer or one scenario.
/// </summary>
/// <param name="Place">0 to <see cref="Places"/> - 1 for things with a name; below 0 for the roles below.</param>
public readonly record struct Hue(int Place)
{
    /// <summary>How many things have a hue of their own; more belong together under <see cref="Rest"/>.</summary>
    public const int Places = 8;

    /// <summary>What is drawn together because it has no hue of its own.</summary>
    public static Hue Rest => new(-1);

    /// <summary>What the rest is held against: demand, normal, a baseline.</summary>
    public static Hue Reference => new(-2);
}
